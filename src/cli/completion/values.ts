import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, RunRecord } from '../../core/index.ts';
import type { Candidate } from './candidate.ts';

/** Where a value is asked for: the flag (`--format`) or the argument's name, and the words before it. */
export interface ValueQuery {
  readonly name: string;
  readonly command: string;
  readonly before: readonly string[];
}

/** The values known for a flag or an argument; none when there are none or they cannot be found out: a key press is no place for errors. */
export async function valuesOf(query: ValueQuery): Promise<readonly Candidate[]> {
  try {
    return (await VALUES[query.name]?.(query)) ?? [];
  } catch {
    return [];
  }
}

type Source = (query: ValueQuery) => Promise<readonly Candidate[]>;

const words =
  (...values: readonly string[]): Source =>
  () =>
    Promise.resolve(values.map((value) => ({ value })));

const VALUES: { readonly [name: string]: Source } = {
  tasks,
  what: async (query) => [...(await tasks()), ...(await runs(query))],
  run: runs,
  runs: someRuns,
  first: runs,
  second: runs,
  shell: words('bash', 'zsh', 'fish'),
  action: async () => unique((await import('../actions/data.ts')).DATA_ACTIONS),
  family: async () =>
    (await (await import('../data/data-families.ts')).dataFamilies()).map(({ id, title }) => ({ value: id, about: title })),
  benchmark: async () => unique((await import('../../benchmarks/index.ts')).storedScorerIds),
  '--mode': words('official', 'fixed'),
  '--model': models,
  '--suite': suites,
  '--tag': tags,
  '--format': formats,
  '--figure': async () => unique((await import('../../report/index.ts')).FIGURE_KINDS),
  '--per': words('cell', 'sample'),
  '--tokenizer': async () => (await import('../../text/index.ts')).TOKENIZER_NAMES.map((value) => ({ value })),
  '--reasoning-effort': async () => (await import('../../models/index.ts')).REASONING_EFFORTS.map((value) => ({ value })),
  '--order': async () => (await import('../../runner/index.ts')).ORDERS.map((value) => ({ value })),
  '--languages': words('en', 'zh', 'en,zh'),
  '--position': words('end', 'start'),
  '--form': words('v2', 'v1-ordered', 'v1-shuffled', 'choice'),
  '--benchmark-version': words('v1', 'v2'),
  '--max-tokens-field': words('max_tokens', 'max_completion_tokens'),
};

const families = async () => (await import('../wire.ts')).allFamilies();

async function tasks(): Promise<readonly Candidate[]> {
  return (await families()).flatMap((family) => [
    { value: family.id, about: family.title },
    ...family.tasks.map(({ id, title }) => ({ value: id, about: title })),
  ]);
}

async function suites(): Promise<readonly Candidate[]> {
  return unique((await families()).flatMap((family) => Object.keys(family.suites)));
}

async function tags(): Promise<readonly Candidate[]> {
  return unique((await families()).flatMap((family) => family.tasks.flatMap((task) => task.tags)));
}

async function formats({ command }: ValueQuery): Promise<readonly Candidate[]> {
  if (command === 'compare') return unique(['terminal', 'md', 'json']);
  return unique((await import('../write-report.ts')).REPORT_FORMATS);
}

/** Beginnings of model names, and the models that were asked before. */
async function models(query: ValueQuery): Promise<readonly Candidate[]> {
  const asked = (await recordedRuns(query)).map(({ model }) => model);
  return unique(['openai/', 'anthropic/', 'google/', 'baseline/lexical', 'mock/echo', 'http://localhost:', ...asked]);
}

/** Runs, deleted ones where a command takes them. */
async function someRuns(query: ValueQuery): Promise<readonly Candidate[]> {
  if (query.command === 'restore') return candidatesOf(await deletedRecords(query), 'the run deleted last');
  const deleted = query.command === 'delete' && query.before.includes('--now') ? await deletedRecords(query) : [];
  return [...(await runs(query)), ...candidatesOf(deleted)];
}

function candidatesOf(records: readonly RunRecord[], latest?: string): readonly Candidate[] {
  const known = records.map(({ id, model, tasks: asked }) => ({ value: id, about: `${model} ${asked.join(' ')}` }));
  return latest !== undefined && known.length > 0 ? [{ value: 'latest', about: latest }, ...known] : known;
}

async function runs(query: ValueQuery): Promise<readonly Candidate[]> {
  return candidatesOf(await recordedRuns(query), 'the newest run');
}

async function recordedRuns(query: ValueQuery): Promise<readonly RunRecord[]> {
  const { isCompanion } = await import('../../evaluate/index.ts');
  return readLedger(query, async (ledger) => (await ledger.runs()).filter(({ id }) => !isCompanion(id)));
}

async function deletedRecords(query: ValueQuery): Promise<readonly RunRecord[]> {
  const { deletedRuns } = await import('../../evaluate/index.ts');
  return readLedger(query, async (ledger) => (await deletedRuns(ledger)).map(({ run }) => run));
}

/** Reads the ledger that the command line or the environment names; it is never made here. */
async function readLedger({ before }: ValueQuery, read: (ledger: Ledger) => Promise<readonly RunRecord[]>): Promise<readonly RunRecord[]> {
  const at = before.lastIndexOf('--store');
  const named = before.findLast((word) => word.startsWith('--store='))?.slice('--store='.length) ?? (at < 0 ? undefined : before[at + 1]);
  const store = named ?? process.env['FATHOM_STORE'];
  const { storeFolder, withLedger } = await import('../ledger-path.ts');
  const flags = store === undefined ? {} : { store };
  return existsSync(join(storeFolder(flags), 'ledger.sqlite')) ? withLedger(flags, read) : [];
}

const unique = (values: readonly string[]): readonly Candidate[] => [...new Set(values)].map((value) => ({ value }));
