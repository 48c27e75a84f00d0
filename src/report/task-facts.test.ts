import { expect, it } from 'vitest';
import { baselineFlag } from './baseline-flag.ts';
import { chanceOf, taskFacts } from './task-facts.ts';

it('knows the score of choosing blindly, and that a search which reaches no more solves nothing', () => {
  const facts = taskFacts([
    { id: 'a/choose', tags: ['qa', 'options:4'] },
    { id: 'a/write', tags: ['qa'] },
  ]);
  expect(['a/choose', 'a/write', 'b/other'].map(chanceOf(facts))).toEqual([0.25, 0, 0]);
  const found = { n: 40, mean: 0.25, beside: 0.26, difference: 0.01, p: 0.8 };
  expect([baselineFlag('lexical', found), baselineFlag('lexical', found, { chance: 0.25 })]).toEqual(['solved-by-search', null]);
});
