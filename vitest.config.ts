import { defineConfig } from 'vitest/config';

/**
 * `--mode full`: whole-program tests of chance (kills, faults) run at their full size; see test/amount.ts. `--mode browser`: those in test/browser, which
 * the other modes leave out or, in `npm test`, skip with the reason. With FATHOM_SCREENSHOTS=1 they take the pictures in docs/images too.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'browser' ? ['test/browser/**/*.test.ts'] : ['src/**/*.test.ts', 'test/**/*.test.ts', 'dashboard/src/**/*.test.ts'],
    exclude: mode === 'full' ? ['test/browser/**'] : process.env['FATHOM_SCREENSHOTS'] === '1' ? [] : ['test/browser/screenshots.test.ts'],
    testTimeout: 60_000,
    hookTimeout: mode === 'browser' ? 180_000 : 10_000,
    maxWorkers: 2,
    env: { FATHOM_TEST_FULL: mode === 'full' ? '1' : '', FATHOM_TEST_BROWSER: mode === 'browser' ? '1' : '' },
  },
}));
