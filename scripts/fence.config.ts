/** Who may import whom, by folder of src/. `cli` may import everything and is absent; a folder that is not listed may import nothing. */
export const FENCE: { readonly [folder: string]: readonly string[] } = {
  core: [],
  stats: ['core'],
  store: ['core'],
  text: ['core'],
  datasets: ['core', 'text'],
  scoring: ['core', 'text', 'stats'],
  worlds: ['core', 'text', 'scoring'],
  benchmarks: ['core', 'text', 'datasets', 'scoring', 'worlds'],
  models: ['core', 'text'],
  strategies: ['core', 'text', 'scoring'],
  runner: ['core', 'text', 'stats'],
  report: ['core', 'stats'],
  server: ['core', 'report'],
  testing: ['core', 'text'],
  evaluate: ['core', 'stats', 'text', 'datasets', 'benchmarks', 'models', 'strategies', 'runner', 'store', 'report'],
};

/** The two folders that see (nearly) everything. */
const OPEN = ['cli', 'index.ts'];

interface Rule {
  readonly name: string;
  readonly severity: 'error';
  readonly from: object;
  readonly to: object;
}

/** The rules as dependency-cruiser reads them, for a tree whose sources stand in `src`. Tests may look around more freely than code. */
export function fenceRules(): readonly Rule[] {
  const code = { pathNot: String.raw`\.test\.ts$` };
  return [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'listed-folders-only',
      severity: 'error',
      from: {},
      to: {
        path: '^src/',
        pathNot: `^src/(${[...Object.keys(FENCE), ...OPEN.map((name) => name.replace('.', String.raw`\.`))].join('|')})(/|$)`,
      },
    },
    ...Object.entries(FENCE).map(([folder, allowed]): Rule => ({
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/`, ...code },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'front-doors-only',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: String.raw`(\.test\.ts$|^src/cli/wire/)` },
      to: { path: '^src/[^/]+/', pathNot: String.raw`^src/($1/|[^/]+/index\.ts$|[^/]+/[^/]+/index\.ts$)` },
    },
    {
      name: 'families-are-islands',
      severity: 'error',
      from: { path: '^src/benchmarks/([^/]+)/' },
      to: { path: '^src/benchmarks/[^/]+/', pathNot: '^src/benchmarks/$1/' },
    },
    {
      name: 'charts-run-in-browsers',
      severity: 'error',
      from: { path: String.raw`^src/report/charts/index\.ts$` },
      to: { reachable: true, pathNot: '^(src/|node_modules/(@observablehq/plot|zod)/)' },
    },
    {
      name: 'no-cli-in-the-library',
      severity: 'error',
      from: { path: String.raw`^src/index\.ts$` },
      to: { path: '^src/(cli|server|testing)/' },
    },
  ];
}
