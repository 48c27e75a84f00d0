import { createHash } from 'node:crypto';
import { FathomError, type Corpus, type Json } from '../../core/index.ts';

/** What a corpus is beside its text. `origin`: see `CorpusSource`. */
export interface CorpusFacts {
  readonly language: string;
  readonly origin: { readonly [key: string]: Json };
}

/**
 * A corpus of texts that are in memory: generated, or built in. Texts are taken as they are; lone surrogates become U+FFFD.
 * Throws FathomError `data` when there is no text at all.
 */
export function corpusOf(documents: readonly string[], facts: CorpusFacts): Corpus {
  return corpusOfBytes(
    documents.map((text) => Buffer.from(text)),
    facts,
  );
}

/** As `corpusOf`, for documents that are valid UTF-8 already. */
export function corpusOfBytes(documents: readonly Uint8Array[], { language, origin }: CorpusFacts): Corpus {
  if (documents.every((document) => document.length === 0)) {
    throw new FathomError('data', documents.length === 0 ? 'a corpus without documents' : 'every document of the corpus is empty', {
      fix: 'Give at least one document with text.',
    });
  }
  const offsets = new Float64Array(documents.length + 1);
  for (const [i, document] of documents.entries()) offsets[i + 1] = offsets[i]! + document.length;
  const bytes = documents.length === 1 ? documents[0]! : Buffer.concat(documents);
  return { digest: digestOf(bytes, offsets), language, origin, bytes, documents: offsets };
}

/**
 * SHA-256, hex, of: the bytes of all documents one after the other; then, when there is more than one document, the byte 0xFF and the
 * byte offset of every document but the first as an unsigned 64-bit little-endian number. UTF-8 never holds 0xFF, so no two corpora
 * share an input. A corpus of one document has the digest of its text.
 */
function digestOf(bytes: Uint8Array, documents: Float64Array): string {
  const hash = createHash('sha256').update(bytes);
  const inner = documents.subarray(1, -1);
  if (inner.length > 0) hash.update(Buffer.of(0xff)).update(new BigUint64Array(Array.from(inner, BigInt)));
  return hash.digest('hex');
}
