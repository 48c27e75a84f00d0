import { defineConfig } from 'vitest/config';

/** `--mode full`: whole-program tests of chance (kills, faults) run at their full size; see test/amount.ts. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'dashboard/src/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    env: { FATHOM_TEST_FULL: mode === 'full' ? '1' : '' },
  },
}));
