import { lcsTrace } from './lcs-trace.ts';

type Sentence = readonly string[];

/**
 * Number of different words in the union of one longest common subsequence of each sentence of `wanted` with each of `given`. Pairs that can add no word
 * are passed over: the union is the same. Null when a back-trace would need more than `recursionCalls` calls.
 */
export function unionLcsSize(wanted: readonly Sentence[], given: readonly Sentence[], recursionCalls = Infinity): number | null {
  const [ours, theirs] = [unique(wanted), unique(given)];
  const holders = wordHolders(theirs);
  const long = theirs.flatMap((sentence, i) => (sentence.length > 0 ? [i] : [])).toSorted((i, j) => theirs[j]!.length - theirs[i]!.length);
  const union = new Set<string>();
  for (const sentence of ours) {
    const tried = new Set<number>();
    const trace = (at: number): boolean => {
      tried.add(at);
      const other = theirs[at]!;
      if (Math.min(sentence.length, other.length) + 1 > recursionCalls) return false;
      const { places, moves } = lcsTrace(sentence, other);
      if (moves + 1 > recursionCalls) return false;
      for (const place of places) union.add(sentence[place]!);
      return true;
    };
    for (const at of long) {
      if (sentence.length + theirs[at]!.length <= recursionCalls) break;
      if (!trace(at)) return null;
    }
    for (const word of new Set(sentence))
      for (const at of holders.get(word) ?? []) {
        if (union.has(word)) break;
        if (!tried.has(at) && !trace(at)) return null;
      }
  }
  return union.size;
}

function unique(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.join(' '), sentence])).values()];
}

/** Sentences that hold a word, by their numbers. */
function wordHolders(sentences: readonly Sentence[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [i, sentence] of sentences.entries())
    for (const word of new Set(sentence)) {
      const found = holders.get(word);
      if (found) found.push(i);
      else holders.set(word, [i]);
    }
  return holders;
}
