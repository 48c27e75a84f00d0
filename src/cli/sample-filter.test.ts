import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FathomError } from '../core/index.ts';
import { exampleSample } from '../testing/ledger-examples.ts';
import { matchesGlob } from './matches-glob.ts';
import { parseSampleFilter } from './sample-filter.ts';

const PLAN = ['en', 'zh'].flatMap((language) =>
  [1000, 4000, 8000].flatMap((askedTokens) =>
    [0, 50, 100].map((depthPercent) =>
      exampleSample(`family/search/${language}/${askedTokens}/${depthPercent}`, {
        task: 'family/search',
        cell: { language, askedTokens, depthPercent },
      }),
    ),
  ),
);
const passing = (text: string) => PLAN.filter(parseSampleFilter(text).accepts).map(({ id }) => id.slice('family/search/'.length));

function refusal(text: string): string {
  try {
    return parseSampleFilter(text).explainNothing(PLAN);
  } catch (error) {
    if (error instanceof FathomError && error.code === 'misuse') return `${error.message} ${error.fix}`;
    throw error;
  }
}

describe('parseSampleFilter', () => {
  it.each([
    ['length=4k..8000,depth=0|50,language=zh', ['zh/4000/0', 'zh/4000/50', 'zh/8000/0', 'zh/8000/50']],
    ['askedTokens=1000,depthPercent=90..100', ['en/1000/100', 'zh/1000/100']],
    ['family/*/zh/8000/*', ['zh/8000/0', 'zh/8000/50', 'zh/8000/100']],
    ['*/50, length=1k|8k, task=search, language=e?', ['en/1000/50', 'en/8000/50']],
    ['task=family/search,depth=1..49', []],
  ])('%s', (text, ids) => {
    expect(passing(text)).toEqual(ids);
  });

  it.each([
    ['', /part without content/],
    ['language=zh,', /part without content/],
    ['=zh', /without an axis/],
    ['language=', /empty value/],
    ['length=8k..4k', /no range/],
    ['length=a..b', /no range/],
    ['lenght=4k', /axis "lenght".*Did you mean length\?/],
    ['depth=55', /No sample of this plan has depth=55.*0, 50, 100/],
    ['language=fr', /Values here: en, zh/],
    ['*/serch/*', /Did you mean search\?/],
    ['__proto__=1', /axis "__proto__"/],
    ['language=en,*/zh/*', /at once/],
  ])('says what is wrong with "%s"', (text, says) => {
    expect(refusal(text)).toMatch(says);
  });
});

describe('matchesGlob', () => {
  it('agrees with the regular expression of the same meaning', () => {
    const letters = string({ unit: constantFrom('a', 'b', '*', '?', '.'), maxLength: 8 });
    const reference = (pattern: string) =>
      new RegExp(
        `^${pattern
          .replaceAll('.', String.raw`\.`)
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
      );
    assert(
      property(letters, letters, (text, pattern) => {
        expect(matchesGlob(text, pattern)).toBe(reference(pattern).test(text));
      }),
    );
  });
});
