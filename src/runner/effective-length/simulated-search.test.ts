import { expect, test } from 'vitest';
import { DEFAULT_SEARCH } from './search.ts';
import { simulate } from './simulated-search.fixture.ts';

const LENGTHS = [4, 8, 16, 32, 64, 128, 256, 512, 1024].map((k) => k * 1000);
const settings = { lengths: LENGTHS, trials: 1000, options: DEFAULT_SEARCH, concurrency: 4 };

test.each(['logistic', 'step', 'flat'])(
  '%s curves: within one length step in 98 of 100, at a tenth of the tokens of the grid',
  (family) => {
    const { withinOneStep, tokenShare } = simulate(family, settings);
    expect(withinOneStep).toBeGreaterThanOrEqual(0.98);
    expect(tokenShare).toBeLessThanOrEqual(0.1);
  },
);

test.each(['lost in the middle', 'flat at the threshold'])(
  '%s: curves that stay near the threshold over several lengths are answered to within the zone of indifference',
  (family) => {
    expect(simulate(family, { ...settings, trials: 300 }).withinDelta).toBeGreaterThanOrEqual(0.98);
  },
);
