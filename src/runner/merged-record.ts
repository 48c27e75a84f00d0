import { FathomError, type Json, type JsonObject, type RunRecord } from '../core/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { DerivedRun } from './derived-run.ts';

/** What runs must have in common to be one. */
const ALIKE = ['model', 'strategy', 'seed', 'tokenizer'] as const;

/** Settings of the connection, not of what is measured. */
const CONNECTION: ReadonlySet<string> = new Set(['proxy', 'caFile']);

/** Options that say which samples a run took or how it was started: its own parts keep them. */
const OF_ONE_RUN: ReadonlySet<string> = new Set(['first', 'filter', 'command', 'haystacks', 'tasks', 'model']);

/**
 * The record of a run that unites others. Runs must agree in model, settings, strategy, seed and tokenizer; of the tasks' options only lists
 * (lengths, depths, languages, …) may differ, and are united. Throws a FathomError (`misuse`) that names the difference.
 */
export function mergedRecord(runs: readonly RunRecord[], as: DerivedRun): RunRecord {
  const [first] = runs as [RunRecord, ...RunRecord[]];
  for (const run of runs) {
    for (const key of ALIKE) if (run[key] !== first[key]) throw differ([first, run], key, [first[key], run[key]]);
    requireSameSettings(first, run);
  }
  const shared = Object.entries(first.options).filter(
    ([key, value]) => !OF_ONE_RUN.has(key) && runs.every(({ options }) => canonicalJson(options[key]) === canonicalJson(value)),
  );
  return {
    ...first,
    ...as,
    status: 'incomplete',
    tasks: [...new Set(runs.flatMap(({ tasks }) => tasks))],
    options: { ...Object.fromEntries(shared), tasks: unitedOptions(runs), model: first.options['model'] ?? {} },
    corpora: [...new Map(runs.flatMap(({ corpora }) => corpora).map((corpus) => [`${corpus.language} ${corpus.digest}`, corpus])).values()],
    mergedFrom: runs.flatMap((run) => run.mergedFrom ?? [{ run: run.id, tasks: run.tasks, options: run.options }]),
    // What one file said goes into the whole.
    ...(runs.some(({ imported }) => imported) && { imported: true as const }),
  };
}

function requireSameSettings(first: RunRecord, run: RunRecord): void {
  const [a, b] = [first, run].map(({ options }) => (options['model'] ?? {}) as JsonObject) as [JsonObject, JsonObject];
  for (const key of Object.keys({ ...a, ...b })) {
    if (!CONNECTION.has(key) && canonicalJson(a[key]) !== canonicalJson(b[key])) {
      throw differ([first, run], `the model’s ${key}`, [a[key], b[key]]);
    }
  }
}

function unitedOptions(runs: readonly RunRecord[]): JsonObject {
  const all = runs.map(({ options }) => (options['tasks'] ?? {}) as JsonObject);
  const keys = [...new Set(all.flatMap((options) => Object.keys(options)))];
  return Object.fromEntries(
    keys.map((key) => {
      const values = all.map((options) => options[key]);
      if (values.every((value) => canonicalJson(value) === canonicalJson(values[0]))) return [key, values[0]!];
      if (values.every((value) => Array.isArray(value))) return [key, united(values)];
      const other = values.findIndex((value) => canonicalJson(value) !== canonicalJson(values[0]));
      throw differ([runs[0]!, runs[other]!], `the option ${key}`, [values[0], values[other]]);
    }),
  );
}

function united(lists: readonly (readonly Json[])[]): readonly Json[] {
  const values = new Map(lists.flat().map((value) => [canonicalJson(value), value]));
  const all = [...values.values()];
  return all.every((value) => typeof value === 'number') ? all.toSorted((a, b) => a - b) : all;
}

function differ([a, b]: readonly [RunRecord, RunRecord], what: string, values: readonly [unknown, unknown]): FathomError {
  const [one, other] = values.map((value) => (value === undefined ? 'nothing' : JSON.stringify(value)));
  return new FathomError('misuse', `The runs ${a.id} and ${b.id} differ in ${what}: ${one} and ${other}.`, {
    fix: 'Only parts of one measurement can be merged; fathom compare sets different runs side by side.',
  });
}
