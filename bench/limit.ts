import { DEFAULT_SEARCH } from '../src/runner/index.ts';
import { CURVES, simulate, simulateGrid, type Trials } from '../src/runner/effective-length/simulated-search.fixture.ts';
import { printTable, withAim } from './print-table.ts';

const LENGTHS = [4, 8, 16, 32, 64, 128, 256, 512, 1024].map((k) => k * 1000);
const TRIALS = 1000;

/** The search for the effective length on simulated models with known curves, beside fixed grids on the same curves. Nothing is asked. */
export async function benchLimit(): Promise<void> {
  const families = Object.keys(CURVES);
  const search = { lengths: LENGTHS, trials: TRIALS, options: DEFAULT_SEARCH };
  const rows = families.flatMap((family) => [
    ...[1, 4, 16].map((concurrency) => row(family, `search, ${concurrency} at once`, simulate(family, { ...search, concurrency }))),
    row(family, 'search, cap 200', simulate(family, { ...search, options: { ...DEFAULT_SEARCH, maxPerLength: 200 }, concurrency: 4 })),
    ...[110, 30, 10].map((samples) => row(family, `grid of ${samples}`, simulateGrid(family, { ...search, samples }))),
  ]);
  printTable(
    `Effective length at 85 %, 9 lengths from 4k to 1M, ${TRIALS} curves a family (± 7 points, 5 % error chances, cap 110)`,
    ['curves', 'method', 'exact', 'within one step', 'within ± 7 points', 'prompts', 'M tokens', 'of the grid of 110'],
    rows,
  );
  for (const family of ['logistic', 'step', 'flat']) {
    const { withinOneStep, tokenShare } = simulate(family, { ...search, concurrency: 4 });
    console.log(`${family}: within one step ${withAim(withinOneStep, { atLeast: 0.98 })}; tokens ${withAim(tokenShare, { atMost: 0.1 })}`);
  }
}

function row(family: string, method: string, { exact, withinOneStep, withinDelta, prompts, tokens, tokenShare }: Trials): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    family,
    method,
    ...[exact, withinOneStep, withinDelta].map(percent),
    prompts.toFixed(0),
    (tokens / 1e6).toFixed(1),
    percent(tokenShare),
  ];
}
