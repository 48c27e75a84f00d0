import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage, splitSentences } from './index.ts';

/** Public-domain books beside the checkout (or beside the folder of its worktrees). */
const corpora = ['../shared/corpora', '../../shared/corpora'].find((path) => existsSync(path));

function sentencesFrom(path: string, start: string): string[] {
  const book = readFileSync(`${corpora}/${path}`, 'utf8');
  const at = book.indexOf(start);
  const text = book.slice(at, at + 1200);
  return splitSentences(text).map(({ from, to }) => text.slice(from, to).trim());
}

describe.skipIf(corpora === undefined)('real books (skipped: ../shared/corpora is absent)', () => {
  it('War and Peace', () => {
    const sentences = sentencesFrom('en/war-and-peace.txt', '“Well, I suppose it is time');
    expect(sentences.slice(0, 5)).toEqual([
      '“Well, I suppose it is time we were at table?” said Márya Dmítrievna.',
      'The count went in first with Márya Dmítrievna, the countess followed on the arm of a colonel of hussars, a man of importance to them because Nicholas was to go with him to the regiment; then came Anna Mikháylovna with Shinshín.',
      'Berg gave his arm to Véra.',
      'The smiling Julie Karágina went in with Nicholas.',
      'After them other couples followed, filling the whole dining hall, and last of all the children, tutors, and governesses followed singly.',
    ]);
  });

  it('红楼梦, with U+FF0E as its full stop and CRLF', () => {
    const sentences = sentencesFrom('zh/hong-lou-meng.txt', '那道人道：“果是罕闻');
    expect(sentences.slice(0, 10)).toEqual([
      '那道人道：“果是罕闻．',
      '实未闻有还泪之说．',
      '想来这一段故事，比历来风月事故更加琐碎细腻了。”',
      '那僧道：“历来几个风流人物，不过传其大概以及诗词篇章而已，至家庭闺阁中一饮一食，总未述记．',
      '再者，大半风月故事，不过偷香窃玉，暗约私奔而已，并不曾将儿女之真情发泄一二．',
      '想这一干人入世，其情痴色鬼，贤愚不肖者，悉与前人传述不同矣。”',
      '那道人道：“趁此何不你我也去下世度脱几个，岂不是一场功德？"',
      '那僧道：“正合吾意，你且同我到警幻仙子宫中，将蠢物交割清楚，待这一干风流孽鬼下世已完，你我再去．',
      '如今虽已有一半落尘，然犹未全集。”',
      '道人道：“既如此，便随你去来。”',
    ]);
  });

  it.each([
    ['en/war-and-peace.txt', 'en'],
    ['zh/hong-lou-meng.txt', 'zh'],
  ])('%s: whole, in its language, mostly short sentences', (path, language) => {
    const book = readFileSync(`${corpora}/${path}`, 'utf8');
    const spans = splitSentences(book);
    const lengths = spans.map(({ from, to }) => to - from).toSorted((a, b) => a - b);
    expect(detectLanguage(book)).toBe(language);
    expect(spans.map(({ from, to }) => book.slice(from, to)).join('')).toBe(book);
    expect(lengths[Math.floor(lengths.length * 0.99)]).toBeLessThan(500);
  });
});
