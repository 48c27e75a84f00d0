import { clauseEnds, isBoundarySafe, spansAt, splitSentences, type Span } from '../language/index.ts';

/** A longer sentence than this is cut at its clauses. UTF-16 units. */
const LONGEST_SENTENCE = 600;
/** Text is decoded and split in windows of about this size, so that a million tokens are never held at once. UTF-16 units and bytes. */
const WINDOW = 65_536;

/**
 * The sentences of a UTF-8 text in order, each with the white space that follows it, some thousand at a time: joined, they are the text.
 * Blocks and chunks leave no trace: a sentence may span them. Memory: one window and one batch.
 */
export function* sentenceBatches(chunks: Iterable<Uint8Array>): Generator<string[]> {
  let rest = '';
  for (const window of decodeWindows(chunks)) {
    const text = rest + window;
    const spans = sentenceSpans(text);
    // What stands after the last two cuts could be judged otherwise with the text that follows.
    const done = spans.splice(0, Math.max(0, spans.length - 2));
    rest = text.slice(spans[0]?.from ?? 0);
    yield textsAt(text, done);
  }
  yield textsAt(rest, sentenceSpans(rest));
}

function* decodeWindows(chunks: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let window = '';
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += WINDOW) {
      window += decoder.decode(chunk.subarray(from, from + WINDOW), { stream: true });
      if (window.length < WINDOW) continue;
      yield window;
      window = '';
    }
  }
  yield window + decoder.decode();
}

function textsAt(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ from, to }) => text.slice(from, to));
}

function sentenceSpans(text: string): Span[] {
  return splitSentences(text).flatMap((span) => (span.to - span.from <= LONGEST_SENTENCE ? [span] : cutLong(text, span)));
}

function cutLong(text: string, sentence: Span): Span[] {
  const slice = text.slice(sentence.from, sentence.to);
  const cuts = spansAt(slice, clauseEnds(slice)).map(({ to }) => sentence.from + to);
  const spans: Span[] = [];
  let { from } = sentence;
  for (let i = 0; from < sentence.to;) {
    let to = from;
    while (i < cuts.length && cuts[i]! - from <= LONGEST_SENTENCE) to = cuts[i++]!;
    if (to === from) to = cutAnywhere(text, from);
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

// No clause ends near: at a space if there is one, else where no character is torn.
function cutAnywhere(text: string, from: number): number {
  const most = from + LONGEST_SENTENCE;
  const space = text.lastIndexOf(' ', most - 1);
  if (space > from + LONGEST_SENTENCE / 2) return space + 1;
  for (let at = most; at > most - 16; at--) if (isBoundarySafe(text, at)) return at;
  const next = text.charCodeAt(most);
  return next >= 0xdc00 && next <= 0xdfff ? most - 1 : most;
}
