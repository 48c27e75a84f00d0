import type { Corpus } from '../../core/index.ts';

/** A passage of a text: bytes `[from, to)` of the corpus. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  /** Number of its document. */
  readonly document: number;
}

/** Paragraphs are joined up to this size: M4LE's are 230 words, or 240 Chinese characters; ours are shorter, so that short prompts hold several. */
const LEAST_BYTES = 400;
/** A longer one is no passage to choose from. */
const MOST_BYTES = 8 * LEAST_BYTES;

const LINE_END = 0x0a;

/** The passages of a corpus in order: whole lines, joined until they are long enough. A passage that follows another without a gap has the next number; a gap is told by `breaks`. */
export function passagesOf({ bytes, documents }: Corpus): { readonly passages: readonly Passage[]; readonly follows: readonly boolean[] } {
  const passages: Passage[] = [];
  const follows: boolean[] = [];
  for (let document = 0; document + 1 < documents.length; document++) {
    let isNext = false;
    for (const { from, to } of joinedLines(bytes, { from: documents[document]!, to: documents[document + 1]! })) {
      if (to - from <= MOST_BYTES) {
        passages.push({ from, to, document });
        follows.push(isNext);
      }
      isNext = to - from <= MOST_BYTES;
    }
  }
  return { passages, follows };
}

function* joinedLines(bytes: Uint8Array, span: { readonly from: number; readonly to: number }): Generator<{ from: number; to: number }> {
  let from: number | undefined;
  for (let start = span.from; start < span.to;) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found === -1 || found > span.to ? span.to : found;
    if (end > start) from ??= start;
    if (from !== undefined && end > start && end - from >= LEAST_BYTES) {
      yield { from, to: end };
      from = undefined;
    }
    start = end + 1;
  }
}
