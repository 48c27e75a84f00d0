import type { Block, Corpus, Piece, TokenIndex } from '../../core/index.ts';
import type { ShelvedDocument } from './document-shelf.ts';

const BREAK = '\n\n';
const LINE_END = 0x0a;

/** The piece of a document of the shelf; the first place of the corpus is the file's own digest. */
export function documentPiece({ digest, documents }: Corpus, { number }: ShelvedDocument): Extract<Piece, { doc: string }> {
  return { doc: digest, from: documents[number + 1]!, to: documents[number + 2]! };
}

/** The same piece without the white space around its text. */
export function trimmedPiece({ bytes }: Corpus, { doc, from, to }: ReturnType<typeof documentPiece>): ReturnType<typeof documentPiece> {
  const text = Buffer.from(bytes.subarray(from, to)).toString('utf8');
  const start = from + Buffer.byteLength(text) - Buffer.byteLength(text.trimStart());
  return { doc, from: start, to: start + Buffer.byteLength(text.trim()) };
}

/** The documents of a question as they are, a block each with a paragraph break between; the last ends a prefix worth caching. */
export function documentBlocks(corpus: Corpus, documents: readonly ShelvedDocument[]): Block[] {
  return documents.map((document, i) => {
    const piece = documentPiece(corpus, document);
    const isLast = i === documents.length - 1;
    return {
      role: document.evidence ? 'evidence' : 'context',
      id: `document-${i + 1}`,
      pieces: isLast ? [piece] : [piece, ...breakAfter(corpus, piece.to)],
      ...(isLast && { cacheBreak: true }),
    };
  });
}

/** A whole haystack as the context. */
export function wholeHaystack({ corpus }: TokenIndex): Block[] {
  const starts = [...corpus.documents.subarray(0, -1)];
  const pieces = starts.flatMap((from, i): Piece[] => {
    const to = corpus.documents[i + 1]!;
    const isLast = i === starts.length - 1;
    return [{ doc: corpus.digest, from, to }, ...(isLast ? [] : breakAfter(corpus, to))];
  });
  return [{ role: 'context', pieces, cacheBreak: true }];
}

function breakAfter({ bytes }: Corpus, end: number): Piece[] {
  return bytes[end - 1] === LINE_END ? [{ text: '\n' }] : [{ text: BREAK }];
}
