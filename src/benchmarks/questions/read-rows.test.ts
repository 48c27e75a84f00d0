import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

test.each([
  [{ question: 'Who?', expcted: 'me' }, 'there is no field "expcted", did you mean expected?'],
  [{ question: 'Who?', expected: [], colour: 'red' }, 'there is no field "colour"'],
  [{ question: 'Which?', choices: ['one', 'one'], expected: 'one' }, 'at choices: two choices are the same'],
  [{ question: 'Which?', choices: [1, '1'], expected: 1 }, 'at choices: two choices are the same'],
])('%j: %s', (row, problem) => {
  expect(readRows(JSON.stringify(row), 'jsonl')).toEqual([{ line: 1, problem }]);
});
