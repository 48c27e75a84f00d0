import { FathomError, type Corpus, type Documents } from '../../core/index.ts';

/** Corpora by digest. `add` makes one more known; adding the same one again changes nothing. */
export interface DocumentStore extends Documents {
  add(corpus: Corpus): void;
}

/** Finds the bytes of these corpora by digest. `bytes` throws FathomError `missing` for any other digest. */
export function createDocuments(corpora: Iterable<Corpus> = []): DocumentStore {
  const known = new Map<string, Uint8Array>();
  for (const corpus of corpora) known.set(corpus.digest, corpus.bytes);
  return {
    add: (corpus) => void known.set(corpus.digest, corpus.bytes),
    bytes(digest) {
      const bytes = known.get(digest);
      if (bytes !== undefined) return bytes;
      throw new FathomError('missing', `the text with digest ${digest} is not loaded`, {
        fix: 'Give the same documents as when the prompts were made: the text may have changed since.',
      });
    },
  };
}
