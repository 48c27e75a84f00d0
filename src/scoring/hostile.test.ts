import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bestAnswer,
  bleuCorpus,
  bleuSentence,
  bracketF1,
  choiceLetters,
  classMatch,
  cleanCodeOutput,
  clozeCounts,
  codeOutputWindow,
  containsAny,
  editRatio,
  equalsAny,
  examMatch,
  f1Chinese,
  f1English,
  firstCodeLine,
  firstLine,
  goldLetters,
  gsmNumber,
  keywordF1Chinese,
  keywordF1English,
  loadJieba,
  loogleSimilarity,
  meteorLite,
  microPrf,
  numberHits,
  orderHit,
  paragraphHits,
  phraseLetter,
  relationCounts,
  romanNumerals,
  rougeChinese,
  rougeGoogle,
  rougeLsum,
  rougeLongBench,
  rougeLongBenchChinese,
  rougeWithoutStops,
  setF1,
  sortedOrder,
  spanCounts,
  splitIds,
  tokens13a,
  tokensChinese,
  truthPair,
  untilStops,
  type Segment,
} from './index.ts';

let segment: Segment;
beforeAll(async () => void (segment = await loadJieba()));

type Metric = (prediction: string, gold: string) => number;

/** Metrics that a gold answer scores best on. */
const METRICS: { readonly [name: string]: Metric } = {
  f1English,
  f1Chinese: (prediction, gold) => f1Chinese(prediction, gold, segment),
  rougeLsum: (prediction, gold) => rougeLsum(prediction, gold).f1,
  rougeGoogle: (prediction, gold) => rougeGoogle(prediction, gold).rougeL.f1,
  rougeLongBench,
  rougeLongBenchFixed: (prediction, gold) => rougeLongBench(prediction, gold, { mode: 'fixed' }),
  rougeLongBenchChinese: (prediction, gold) => rougeLongBenchChinese(prediction, gold, { segment }),
  rougeChinese: (prediction, gold) => rougeChinese(prediction, gold, segment).f,
  rougeWithoutStops: (prediction, gold) => rougeWithoutStops(prediction, gold, { segment }),
  editRatio,
  editRatioDifflib: (prediction, gold) => editRatio(prediction, gold, 'difflib'),
  keywordF1English: (prediction, gold) => keywordF1English(prediction, gold, { keywords: gold }),
  keywordF1Chinese: (prediction, gold) => keywordF1Chinese(prediction, gold, { segment }),
  bleuSentence: (prediction, gold) => bleuSentence(prediction, gold, 1),
  bleuCorpus: (prediction, gold) => bleuCorpus([{ given: tokens13a(prediction), wanted: tokens13a(gold) }]),
  bleuChinese: (prediction, gold) => bleuCorpus([{ given: tokensChinese(prediction), wanted: tokensChinese(gold) }]),
  numberHits,
  paragraphHits,
  containsAny: (prediction, gold) => Number(containsAny(prediction, [gold])),
  equalsAny: (prediction, gold) => Number(equalsAny(prediction, [gold])),
  setF1: (prediction, gold) => setF1(splitIds(prediction, ','), splitIds(gold, ',')),
  classMatch: (prediction, gold) => classMatch(prediction, gold, { classes: [gold, 'lamp'] }),
  examLetters: (prediction, gold) => examMatch(choiceLetters(prediction, 'several'), goldLetters(gold)),
  examNumber: (prediction, gold) => examMatch(gsmNumber(prediction), gold),
  examCode: (prediction, gold) => examMatch(codeOutputWindow(prediction, gold), cleanCodeOutput(gold)),
  examTruth: (prediction, gold) => examMatch(truthPair(prediction).loyalty, truthPair(gold).loyalty),
  bracketF1: (prediction) => bracketF1(prediction, [3]),
  spans: (prediction) => microPrf([spanCounts(prediction, { Orford: 'town' })]).f1,
  relations: (prediction) => microPrf([relationCounts(prediction, ['born-in'], ['born-in'])]).precision,
  cloze: (prediction) => clozeCounts(prediction, { '<mask-0>': 'x' }).exact,
  order: (prediction) => orderHit(sortedOrder(prediction).value, [2, 1, 4, 3]),
  meteor: (prediction, gold) => meteorLite(prediction, gold),
  loogle: (prediction, gold) => loogleSimilarity(prediction, gold).rouge?.rougeL.r ?? 0,
  extractors: (prediction) => {
    phraseLetter(prediction);
    bestAnswer(prediction, { count: 1000 });
    bestAnswer(prediction, { count: 1000, mode: 'fixed' });
    return Number(romanNumerals(firstLine(prediction) + firstCodeLine(untilStops(prediction, ['\n', '.']))).length < 0);
  },
};

const NAMES = Object.keys(METRICS);
const GOLDS = ['the amber lamp of Orford stands in Paragraph 12', '渡船在灯塔旁边停了三天', '3'];
/** A little above 1: BLEU's product of logarithms. */
const MOST = 1 + 1e-12;

test.each(NAMES)('%s: any two texts give a value within 0–1', (name) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('a', ' ', '.', '1', '[', ']', ',', '\n', '中', 'A', '\ud800', '😀') }),
  );
  fc.assert(
    fc.property(text, text, (prediction, gold) => {
      const value = METRICS[name]!(prediction, gold);
      return value >= 0 && value <= MOST;
    }),
  );
});

describe('a gold answer is its own best answer', () => {
  const self = [
    'f1English',
    'rougeGoogle',
    'rougeLsum',
    'rougeLongBench',
    'editRatio',
    'editRatioDifflib',
    'keywordF1English',
    'bleuSentence',
    'equalsAny',
    'containsAny',
    'loogle',
  ];
  test.each(self)('%s', (name) => {
    const words = fc.array(fc.constantFrom('amber', 'lamp', 'Orford', 'rope', '7', 'tea', 'salt', 'of', 'tower'), {
      minLength: 5,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (gold, other) => {
        const best = METRICS[name]!(`amber ${gold.join(' ')}`, `amber ${gold.join(' ')}`);
        expect(best).toBeCloseTo(1, 7);
        return METRICS[name]!(other.join(' '), `amber ${gold.join(' ')}`) <= best;
      }),
    );
  });

  test('Chinese metrics', () => {
    for (const name of ['f1Chinese', 'rougeLongBenchChinese', 'rougeChinese', 'rougeWithoutStops', 'keywordF1Chinese', 'bleuChinese'])
      expect([name, METRICS[name]!(GOLDS[1]!, GOLDS[1]!)]).toEqual([name, expect.closeTo(1, 7)]);
  });
});

/** Characters of a hostile text: 64 Ki, where a quadratic scorer is already felt; 256 Ki with `--mode full`. */
const SIZE = process.env['FATHOM_TEST_FULL'] === '1' ? 2 ** 18 : 2 ** 16;
const filled = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));

/** Patterns that make careless scorers quadratic, deep or wrong. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['one letter', filled('a')],
  ['spaces', filled(' ')],
  ['line breaks', filled('\n')],
  ['full stops', filled('.')],
  ['short sentences', filled('a b. ')],
  ['words', filled('lamp of ')],
  ['digits', filled('1')],
  ['labels', filled('A1 ')],
  ['open brackets', filled('[')],
  ['brackets', filled('[3]')],
  ['quotes', filled('\'"')],
  ['colons', filled('a:\n')],
  ['zero and joiners', filled('\0\u200d')],
  ['lone surrogates', filled('\ud800a\udc00')],
  ['Chinese', filled('灯塔渡船的')],
  ['points between digits', filled('5k-15%2')],
  ['phrases', filled('The answer is The correct answer is ')],
];

test.each(HOSTILE)('much of one thing is scored by every metric: %s', (_, text) => {
  for (const name of NAMES) {
    const value = METRICS[name]!(text, GOLDS[0]!);
    expect([name, value >= 0 && value <= MOST]).toEqual([name, true]);
  }
});

test('ROUGE-L of long texts keeps bits of the table, not numbers, in both modes', () => {
  const text = filled('lamp of Orford, ');
  expect(rougeLongBench(text, text)).toBe(0);
  expect(rougeLongBench(text, `${text} rope`, { mode: 'fixed' })).toBeGreaterThan(0.8);
  expect(rougeGoogle(text, text).rougeL.f1).toBe(1);
});
