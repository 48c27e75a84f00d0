import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
  first: runs,
  second: runs,
  shell: words('bash', 'zsh', 'fish'),
  '--model': models,
  '--suite': suites,
  '--tag': tags,
  '--format': formats,
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

async function runs(query: ValueQuery): Promise<readonly Candidate[]> {
  const known = (await recordedRuns(query)).map(({ id, model, tasks: asked }) => ({ value: id, about: `${model} ${asked.join(' ')}` }));
  return known.length > 0 ? [{ value: 'latest', about: 'the newest run' }, ...known] : [];
}

/** Runs of the ledger that the command line or the environment names; the ledger is never made here. */
async function recordedRuns({ before }: ValueQuery) {
  const at = before.lastIndexOf('--store');
  const named = before.findLast((word) => word.startsWith('--store='))?.slice('--store='.length) ?? (at < 0 ? undefined : before[at + 1]);
  const store = named ?? process.env['FATHOM_STORE'];
  const { storeFolder, withLedger } = await import('../ledger-path.ts');
  const flags = store === undefined ? {} : { store };
  if (!existsSync(join(storeFolder(flags), 'ledger.sqlite'))) return [];
  const { isCompanion } = await import('../../evaluate/index.ts');
  return withLedger(flags, async (ledger) => (await ledger.runs()).filter(({ id }) => !isCompanion(id)));
}

const unique = (values: readonly string[]): readonly Candidate[] => [...new Set(values)].map((value) => ({ value }));
