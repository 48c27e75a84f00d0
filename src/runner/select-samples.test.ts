import { describe, expect, it } from 'vitest';
import { exampleSample, exampleSkipped } from '../testing/ledger-examples.ts';
import { selectSamples } from './select-samples.ts';

/** Two tasks × two languages × two lengths × three depths, and a cell that cannot be asked at the head of it all. */
const PLAN = [
  exampleSkipped('none'),
  ...['one', 'two'].flatMap((task) =>
    ['en', 'zh'].flatMap((language) =>
      [1000, 2000].flatMap((askedTokens) =>
        [0, 50, 100].map((depthPercent) =>
          exampleSample(`${task}/${language}/${askedTokens}/${depthPercent}`, { task, cell: { language, askedTokens, depthPercent } }),
        ),
      ),
    ),
  ),
];
const ids = (selection: Parameters<typeof selectSamples>[1]) => selectSamples(PLAN, selection).map(({ id }) => id);

describe('selectSamples', () => {
  it('takes everything when nothing is said', () => {
    expect(ids({})).toEqual(PLAN.map(({ id }) => id));
  });

  it('deals the first samples over tasks, languages and lengths, and keeps plan order', () => {
    expect(ids({ first: 2 })).toEqual(['one/en/1000/0', 'two/en/1000/0']);
    expect(ids({ first: 4 })).toEqual(['one/en/1000/0', 'one/zh/1000/0', 'two/en/1000/0', 'two/zh/1000/0']);
    expect(ids({ first: 5 })).toEqual(['one/en/1000/0', 'one/en/2000/0', 'one/zh/1000/0', 'two/en/1000/0', 'two/zh/1000/0']);
  });

  it('deals over every further axis of the cells, and leaves depths and repeats in plan order', () => {
    const plan = ['news', 'law'].flatMap((source) =>
      [1, 2, 3].flatMap((rounds) =>
        [1, 2].map((repeat) => exampleSample(`${source}/${rounds}/${repeat}`, { task: 'one', cell: { source, rounds, repeat } })),
      ),
    );
    expect(selectSamples(plan, { first: 4 }).map(({ id }) => id)).toEqual(['news/1/1', 'news/2/1', 'law/1/1', 'law/2/1']);
    expect(selectSamples(plan, { first: 6 }).map(({ id }) => id)).toEqual([
      'news/1/1',
      'news/2/1',
      'news/3/1',
      'law/1/1',
      'law/2/1',
      'law/3/1',
    ]);
  });

  it('adds to the samples of a smaller number', () => {
    for (let first = 1; first < PLAN.length; first += 1) {
      expect(ids({ first: first + 1 })).toEqual(expect.arrayContaining(ids({ first })));
    }
    expect(ids({ first: 1000 })).toEqual(PLAN.slice(1).map(({ id }) => id));
  });

  it('counts what the filter left', () => {
    const accepts = ({ cell }: (typeof PLAN)[number]) => cell['depthPercent'] === 50;
    expect(ids({ first: 3, accepts })).toEqual(['one/en/1000/50', 'one/zh/1000/50', 'two/en/1000/50']);
  });
});
