/** `npm run bench -- scoring`: examples a second of each metric, and the longest common subsequence of 8,000 tokens beside a textbook table. */
import { seededRandom } from '../src/core/index.ts';
import {
  bleuCorpus,
  bleuSentence,
  choiceLetters,
  classMatch,
  editRatio,
  examMatch,
  f1Chinese,
  f1English,
  keywordF1Chinese,
  lcsLength,
  loadJieba,
  rougeChinese,
  rougeGoogle,
  rougeLongBench,
  rougeLongBenchChinese,
  rougePltrdy,
  tokens13a,
} from '../src/scoring/index.ts';
import { bestInTurns, timed } from './measure.ts';
import { printTable, shown } from './print-table.ts';

const EXAMPLES = 300;
const WORDS = 150;
const LCS_TOKENS = 8000;

type Pair = readonly [prediction: string, gold: string];

/** Two texts of 150 words each; English has a full stop after every twelfth. */
function pairs(language: 'en' | 'zh'): readonly Pair[] {
  const random = seededRandom(1, 'bench', 'scoring', language);
  const vocabulary = Array.from({ length: 400 }, (_, i) =>
    language === 'en' ? `w${i.toString(36)}` : String.fromCharCode(0x4e00 + 13 * i, 0x4e00 + 7 * i),
  );
  const stop = language === 'en' ? '.' : '。';
  const text = () =>
    Array.from({ length: WORDS }, (_, i) => `${vocabulary[random.below(vocabulary.length)]}${i % 12 === 11 ? stop : ''}`).join(
      language === 'en' ? ' ' : '',
    );
  return Array.from({ length: EXAMPLES }, () => [text(), text()] as const);
}

export async function benchScoring(): Promise<void> {
  const { ms: loadMs, value: segment } = await timed(loadJieba);
  const { ms: firstMs } = await timed(() => segment('北京'));
  const [english, chinese] = [pairs('en'), pairs('zh')];
  const over = (of: readonly Pair[], metric: (prediction: string, gold: string) => unknown) => () =>
    of.forEach(([prediction, gold]) => metric(prediction, gold));
  const best = await bestInTurns({
    'F1, English': over(english, f1English),
    'F1, Chinese (jieba)': over(chinese, (a, b) => f1Chinese(a, b, segment)),
    'keyword-gated F1, Chinese': over(chinese, (a, b) => keywordF1Chinese(a, b, { segment })),
    'ROUGE-1, -2, -L, Google': over(english, rougeGoogle),
    'ROUGE-L of sets, English': over(english, (a, b) => rougeLongBench(a, b)),
    'ROUGE-L of sets, Chinese (jieba)': over(chinese, (a, b) => rougeLongBenchChinese(a, b, { segment })),
    'ROUGE-L of lists, Chinese (jieba)': over(chinese, (a, b) => rougeChinese(a, b, segment)),
    'BLEU-4 of a sentence': over(english, (a, b) => bleuSentence(a, b, 4)),
    'BLEU-4, corpus, 13a': () => bleuCorpus(english.map(([given, wanted]) => ({ given: tokens13a(given), wanted: tokens13a(wanted) }))),
    'edit ratio, insertions and deletions': over(english, (a, b) => editRatio(a, b)),
    'edit ratio, difflib': over(english, (a, b) => editRatio(a, b, 'difflib')),
    'exam letters': over(english, (a) => examMatch(choiceLetters(a, 'several'), 'AC')),
    'classes, 50': over(english, (a) => classMatch(a, 'w1', { classes: Array.from({ length: 50 }, (_, i) => `w${i}`) })),
  });
  printTable(
    `Metrics on ${EXAMPLES} pairs of ${WORDS} words (best of 3); jieba is loaded in ${shown(loadMs)} ms, its first word takes ${shown(firstMs)} ms`,
    ['metric', 'examples/s'],
    Object.entries(best).map(([name, ms]) => [name, shown((1000 * EXAMPLES) / ms)]),
  );
  await benchLcs();
}

async function benchLcs(): Promise<void> {
  const random = seededRandom(1, 'bench', 'lcs');
  const tokens = () => Array.from({ length: LCS_TOKENS }, () => `w${random.below(2000)}`);
  const [a, b] = [tokens(), tokens()];
  const [prediction, gold] = [a.join(' '), b.join(' ')];
  if (lcsLength(a, b) !== tableLength(a, b)) throw new Error('The two lengths differ.');
  const best = await bestInTurns({
    bits: () => lcsLength(a, b),
    table: () => tableLength(a, b),
    trace: () => rougePltrdy(prediction, gold),
  });
  const row = (name: string, ms: number) => [name, ms.toFixed(1), `${shown(best.table / ms)}×`];
  printTable(
    `Longest common subsequence of ${shown(LCS_TOKENS)} with ${shown(LCS_TOKENS)} tokens`,
    ['work', 'ms', 'speed against the table'],
    [
      row('length, a row of bits', best.bits),
      row('ROUGE-L of sets with back-trace, one sentence a side', best.trace),
      row('floor: the textbook table, two typed rows, length alone', best.table),
    ],
  );
}

/** What every textbook has, on numbers in typed arrays. */
function tableLength(a: readonly string[], b: readonly string[]): number {
  const ids = new Map<string, number>();
  const coded = (tokens: readonly string[]) =>
    Int32Array.from(tokens, (token) => ids.get(token) ?? (ids.set(token, ids.size), ids.size - 1));
  const [x, y] = [coded(a), coded(b)];
  let [row, next] = [new Int32Array(y.length + 1), new Int32Array(y.length + 1)];
  for (const token of x) {
    for (let j = 0; j < y.length; j++) next[j + 1] = token === y[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    [row, next] = [next, row];
  }
  return row.at(-1)!;
}

if (import.meta.main) await benchScoring();
