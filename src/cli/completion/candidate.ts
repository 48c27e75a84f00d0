/** Something that may be written next. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** What a shell shows: these words, or the files or folders that it finds by itself. */
export type Completion = { readonly words: readonly Candidate[] } | { readonly shell: 'files' | 'folders' };
