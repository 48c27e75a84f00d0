import { expect, test } from 'vitest';
import { FathomError } from '../core/index.ts';
import { readGateRules } from './gate-flags.ts';

test.each([
  ['85', 'overall', 85],
  ['84.5%', 'overall', 84.5],
  ['0', 'overall', 0],
  ['single-retrieval=90 %', 'single-retrieval', 90],
  ['ancestral-trace/enl-50=128', 'ancestral-trace/enl-50', 128],
])('reads %s', (text, metric, threshold) => {
  expect(readGateRules({ failUnder: [text] })).toEqual([{ metric, threshold }]);
});

test.each(['abc', '101', '-1', '=5', 'overall=', '85 %%', '', '1e2'])('refuses "%s"', (text) => {
  expect(() => readGateRules({ failUnder: [text] })).toThrow(FathomError);
});
