import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bleuCorpus,
  bleuSentence,
  tokens13a,
  tokensChinese,
  classMatch,
  editRatio,
  f1Chinese,
  loadJieba,
  meteorLite,
  porterStem,
  rougeChinese,
  rougeGoogle,
  rougeLsum,
  rougeLongBenchChinese,
  rougePltrdy,
  type Segment,
} from './index.ts';

/**
 * Random texts of our own words with what the published packages gave for them: rouge 1.0.1, rouge_score 0.1.2, rouge_chinese 1.0.3, fuzzywuzzy 0.18.0
 * (its difflib ratio), jieba 0.42.1, nltk 3.10.4, sacrebleu 2.6.0.
 */
interface Published {
  readonly rougePltrdy: readonly [string, string, readonly number[]][];
  readonly rougeGoogle: readonly [string, string, readonly number[]][];
  readonly rougeLsum: readonly [string, string, readonly number[]][];
  readonly classMatch: readonly [string, string, readonly string[], number][];
  readonly editRatio: readonly [string, string, number, number][];
  readonly bleuSentence: readonly [string, string, number, number][];
  readonly bleuCorpus: readonly [readonly string[], readonly string[], 'en' | 'zh', number][];
  readonly meteor: readonly [string, string, number][];
  readonly stems: readonly [string, string][];
  readonly chinese: readonly [string, string, readonly string[], number, number, readonly number[]][];
}

const published = JSON.parse(readFileSync(new URL('./published-values.fixture.json', import.meta.url), 'utf8')) as Published;
const expectClose = (given: readonly number[], wanted: readonly number[]) => {
  expect(given.length).toBe(wanted.length);
  for (const [i, value] of given.entries()) expect(value).toBeCloseTo(wanted[i]!, 12);
};

describe('as the published packages', () => {
  test('rouge (pltrdy)', () => {
    for (const [prediction, gold, wanted] of published.rougePltrdy) {
      const scores = rougePltrdy(prediction, gold);
      expectClose(
        [scores!.rouge1, scores!.rouge2, scores!.rougeL].flatMap(({ r, p, f }) => [r, p, f]),
        wanted,
      );
    }
  });

  test('rouge_score (Google), Lsum by lines', () => {
    for (const [prediction, gold, wanted] of published.rougeLsum) {
      const { precision, recall, f1 } = rougeLsum(prediction, gold);
      expectClose([precision, recall, f1], wanted);
    }
  });

  test('rouge_score (Google)', () => {
    for (const [prediction, gold, wanted] of published.rougeGoogle) {
      const { rouge1, rouge2, rougeL } = rougeGoogle(prediction, gold);
      expectClose(
        [rouge1, rouge2, rougeL].flatMap(({ precision, recall, f1 }) => [precision, recall, f1]),
        wanted,
      );
    }
  });

  test('the class metric, its list changed while it is walked', () => {
    for (const [prediction, gold, classes, wanted] of published.classMatch) expect(classMatch(prediction, gold, { classes })).toBe(wanted);
  });

  test('fuzzywuzzy’s ratio, by insertions and deletions and by difflib', () => {
    for (const [a, b, indel, difflib] of published.editRatio)
      expect([a, b, editRatio(a, b), editRatio(a, b, 'difflib')]).toEqual([a, b, indel / 100, difflib / 100]);
  });

  test('nltk’s sentence BLEU, sacrebleu’s corpus BLEU', () => {
    for (const [given, wanted, one, four] of published.bleuSentence)
      expectClose([bleuSentence(given, wanted, 1), bleuSentence(given, wanted, 4)], [one, four]);
    for (const [given, wanted, language, bleu] of published.bleuCorpus) {
      const tokens = language === 'zh' ? tokensChinese : tokens13a;
      expectClose([bleuCorpus(given.map((text, i) => ({ given: tokens(text), wanted: tokens(wanted[i]!) })))], [bleu]);
    }
  });

  test('nltk’s METEOR without synonyms, and its stems', () => {
    for (const [given, wanted, value] of published.meteor) expectClose([meteorLite(given, wanted, { mode: 'fixed' })], [value]);
    expect(published.stems.map(([word]) => porterStem(word))).toEqual(published.stems.map(([, stem]) => stem));
  });

  describe('Chinese', () => {
    let segment: Segment;
    beforeAll(async () => void (segment = await loadJieba()));

    test('words of jieba', () => {
      for (const [text, , words] of published.chinese) expect(segment(text)).toEqual(words);
    });

    test('F1, ROUGE-L of sets, ROUGE-L of rouge_chinese', () => {
      for (const [prediction, gold, , f1, rouge, { 0: r, 1: p, 2: f }] of published.chinese) {
        const lists = rougeChinese(prediction, gold, segment);
        const given = [
          f1Chinese(prediction, gold, segment),
          rougeLongBenchChinese(prediction, gold, { segment }),
          lists.r,
          lists.p,
          lists.f,
        ];
        expectClose(given, [f1, rouge, r!, p!, f!]);
      }
    });
  });
});
