import type { ModeOptions } from '../longbench/mode.ts';
import { splitWords } from '../python-space.ts';
import { porterStem } from '../text/porter-stem.ts';

const [ALPHA, BETA, GAMMA] = [0.9, 3, 0.5];

/**
 * METEOR (0–1) with exact and stemmed matches, without the synonyms of WordNet: lower than the published one where only synonyms match. Otherwise as NLTK's
 * `single_meteor_score`. Official: on sets of words, as LooGLE calls it (there in the order of Python's hashes, so that its penalty varies from run to run; here
 * in order of appearance); fixed: on all words.
 */
export function meteorLite(prediction: string, reference: string, { mode = 'official' }: ModeOptions = {}): number {
  const words = (text: string) =>
    (mode === 'official' ? [...new Set(splitWords(text))] : splitWords(text)).map((word) => word.toLowerCase());
  const [given, wanted] = [words(prediction), words(reference)];
  const pairs = align(given, wanted);
  if (pairs.length === 0) return 0;
  const [precision, recall] = [pairs.length / given.length, pairs.length / wanted.length];
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  return (1 - GAMMA * (chunkCount(pairs) / pairs.length) ** BETA) * mean;
}

type Pair = readonly [given: number, wanted: number];
type Place = readonly [at: number, word: string];

/** Exact matches first, then stems of what is left; each from the end, the last free place wins. In order of the given words. */
function align(given: readonly string[], wanted: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let left = [[...given.entries()], [...wanted.entries()]] as [Place[], Place[]];
  for (const key of [(word: string) => word, porterStem]) {
    const found = match(
      left[0].map(([at, word]): Place => [at, key(word)]),
      left[1].map(([at, word]): Place => [at, key(word)]),
    );
    pairs.push(...found);
    const [takenGiven, takenWanted] = [new Set(found.map(([at]) => at)), new Set(found.map(([, at]) => at))];
    left = [left[0].filter(([at]) => !takenGiven.has(at)), left[1].filter(([at]) => !takenWanted.has(at))];
  }
  return pairs.toSorted(([a], [b]) => a - b);
}

function match(given: readonly Place[], wanted: readonly Place[]): readonly Pair[] {
  const places = new Map<string, number[]>();
  for (const [at, word] of wanted) {
    const found = places.get(word);
    if (found) found.push(at);
    else places.set(word, [at]);
  }
  return given.toReversed().flatMap(([at, word]): Pair[] => {
    const other = places.get(word)?.pop();
    return other === undefined ? [] : [[at, other]];
  });
}

/** Runs of pairs that follow each other on both sides. */
function chunkCount(pairs: readonly Pair[]): number {
  return pairs.filter(([a, b], i) => i === 0 || pairs[i - 1]![0] !== a - 1 || pairs[i - 1]![1] !== b - 1).length;
}
