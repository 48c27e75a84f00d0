import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { loadCorpus } from '../../text/index.ts';
import type { QuestionRow } from './question-row.ts';

/** A document of the shelf, by number. */
export interface ShelvedDocument {
  readonly number: number;
  readonly evidence: boolean;
}

/** The documents of a question file: each text once, however many questions are about it. */
export interface DocumentShelf {
  /** Adds the texts behind a reference: one, or several for a folder or a file of rows. Rejects with a FathomError for a bad path. */
  add(reference: QuestionRow['documents'][number]): Promise<readonly ShelvedDocument[]>;
  readonly texts: readonly Uint8Array[];
}

/** A shelf for the documents of a file; paths are relative to that file. */
export function createDocumentShelf(file: string): DocumentShelf {
  const texts: Uint8Array[] = [];
  const known = new Map<string, number>();
  const loaded = new Map<string, Promise<readonly Uint8Array[]>>();
  const shelve = (bytes: Uint8Array): number => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const number = known.get(digest) ?? texts.push(bytes) - 1;
    known.set(digest, number);
    return number;
  };
  const load = (path: string) => {
    const documents = loaded.get(path) ?? documentsAt(path);
    loaded.set(path, documents);
    return documents;
  };
  return {
    texts,
    async add({ text, path, evidence }) {
      const found = text === undefined ? await load(resolve(dirname(file), path!)) : [Buffer.from(text)];
      return found.map((bytes) => ({ number: shelve(bytes), evidence }));
    },
  };
}

async function documentsAt(path: string): Promise<readonly Uint8Array[]> {
  const { bytes, documents } = await loadCorpus(path);
  const spans = Array.from(documents.subarray(1), (end, i) => bytes.subarray(documents[i], end));
  return spans.filter((span) => span.length > 0);
}
