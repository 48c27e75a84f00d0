import { lcsTrace } from './lcs-trace.ts';
import { rougeTokens } from './rouge-google.ts';
import { prfOf, type Prf } from './token-f1.ts';

/*
 * ROUGE-Lsum of Google's `rouge_score` 0.1.2 (`_summary_level_lcs`, without stemming, `split_summaries` off): sentences are the lines. Deviation: none known.
 * What is not there: a sentence splitter. Scorers that put one before it (L-Eval: NLTK's punkt) get the same number only for texts with a sentence a line.
 */

/**
 * For every line of the reference the union of one longest common subsequence with each line of the prediction; a word counts at most as often as either
 * text has it.
 */
export function rougeLsum(prediction: string, reference: string): Prf {
  const [given, wanted] = [sentencesOf(prediction), sentencesOf(reference)];
  const [left, right] = [countsOf(given), countsOf(wanted)];
  const others = holdersOf([...new Map(given.map((sentence) => [sentence.join(' '), sentence])).values()]);
  let hits = 0;
  for (const sentence of wanted) {
    for (const place of unionPlaces(sentence, others)) {
      const word = sentence[place]!;
      if (!left.get(word) || !right.get(word)) continue;
      hits += 1;
      left.set(word, left.get(word)! - 1);
      right.set(word, right.get(word)! - 1);
    }
  }
  const size = (sentences: readonly Sentence[]) => sentences.reduce((sum, { length }) => sum + length, 0);
  return prfOf(hits, { predicted: size(given), wanted: size(wanted) });
}

type Sentence = readonly string[];
type Holders = ReadonlyMap<string, ReadonlySet<Sentence>>;

const sentencesOf = (text: string): Sentence[] =>
  text
    .split('\n')
    .map(rougeTokens)
    .filter(({ length }) => length > 0);

function countsOf(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Sentences by their words: pairs without a common word add nothing. */
function holdersOf(sentences: readonly Sentence[]): Holders {
  const holders = new Map<string, Set<Sentence>>();
  for (const sentence of sentences)
    for (const word of sentence) {
      const found = holders.get(word);
      if (found) found.add(sentence);
      else holders.set(word, new Set([sentence]));
    }
  return holders;
}

/** Places of a sentence's words that any of the subsequences holds, ascending. Ends early once all do. */
function unionPlaces(sentence: Sentence, holders: Holders): readonly number[] {
  const union = new Set<number>();
  const tried = new Set<Sentence>();
  for (const word of new Set(sentence))
    for (const other of holders.get(word) ?? []) {
      if (union.size === sentence.length) break;
      if (tried.has(other)) continue;
      tried.add(other);
      // The library's tie rule is that of `lcsTrace` with the reference second.
      for (const place of lcsTrace(other, sentence).others) union.add(place);
    }
  return [...union].sort((a, b) => a - b);
}
