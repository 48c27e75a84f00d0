import type { Block, Cell, Corpus, Json, JsonObject, OutputSpec } from '../core/index.ts';

/** What stands around the document in one call: a system message, and blocks before and after the document in the user's message. */
export interface Frame {
  readonly system?: string;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** False: this call does not show the document. */
  readonly showsDocument?: false;
  /** What this call may answer, where it is not what the question says. */
  readonly output?: OutputSpec;
}

/** A question about one document of a data file. */
export interface DocumentQuestion {
  /** Unique in its task. */
  readonly id: string;
  readonly language: string;
  /** Number of the document in the corpus. */
  readonly document: number;
  /** Bytes of the document's beginning that may be shown, a whole number of characters. Default: all of it. */
  readonly shownBytes?: number;
  /** One call for each frame, all on the same document. */
  readonly frames: readonly Frame[];
  readonly output: OutputSpec;
  readonly target: Json;
  readonly cell?: Cell;
  /** What its answer is alike to, for intervals. Default: the document. */
  readonly cluster?: string;
  readonly facts?: JsonObject;
}

/** A row or a question that is not asked, with the reason. */
export interface LeftOut {
  readonly id: string;
  readonly cell?: Cell;
  readonly skipped: { readonly reason: string; readonly detail: string };
}

/** Questions of a data file, and the texts that they are about. Without a corpus nothing can be asked. */
export interface DocumentData {
  readonly corpus?: Corpus;
  readonly questions: readonly (DocumentQuestion | LeftOut)[];
}

/** How a document is cut that is too long: see `keepWords` and `keepEnds`; `none`: the question is not asked. */
export type Truncation = 'words-head' | 'words-tail' | 'middle' | 'none';

/** A block of one text. */
export function textBlock(role: Block['role'], text: string): Block {
  return { role, pieces: [{ text }] };
}
