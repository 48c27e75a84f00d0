import { FathomError, nearestName, type Family } from '../core/index.ts';
import type { StoredScorer } from './stored-predictions.ts';

export type { BadRow, StoredPredictions, StoredScore, StoredScorer, StoredScoring, TextEmbedder } from './stored-predictions.ts';

/** Every family, loaded when it is named: a family's data and wording cost nothing until then. */
const FAMILIES: { readonly [id: string]: () => Promise<Family> } = {
  needlebench: async () => (await import('./needlebench/index.ts')).needlebench,
  leval: async () => (await import('./leval/index.ts')).levalFamily,
  detectiveqa: async () => (await import('./detectiveqa/index.ts')).detectiveqa,
  'ada-leval': async () => (await import('./ada-leval/index.ts')).adaLeval,
  lara: async () => (await import('./lara/index.ts')).lara,
  longbench: async () => (await import('./longbench/index.ts')).longbenchFamily,
  'longbench-e': async () => (await import('./longbench/index.ts')).longbenchE,
  'longbench-v2': async () => (await import('./longbench-v2/index.ts')).longbenchV2,
  longiclbench: async () => (await import('./longiclbench/index.ts')).longiclbench,
  m4le: async () => (await import('./m4le/index.ts')).m4le,
  'lv-eval': async () => (await import('./lv-eval/index.ts')).lvEval,
  longins: async () => (await import('./longins/index.ts')).longins,
  loogle: async () => (await import('./loogle/index.ts')).loogle,
  'multi-if': async () => (await import('./multi-if/index.ts')).multiIf,
};

/** Ids of all families. */
export const familyIds: readonly string[] = Object.keys(FAMILIES);

/** Loads a family. Throws FathomError `misuse` for an unknown id. */
export async function loadFamily(id: string): Promise<Family> {
  const load = Object.hasOwn(FAMILIES, id) ? FAMILIES[id] : undefined;
  if (load) return load();
  const nearest = nearestName(id, familyIds);
  throw new FathomError('misuse', `There is no benchmark family ${JSON.stringify(id)}.`, {
    fix: nearest === undefined ? `Known families: ${familyIds.join(', ')}.` : `Did you mean ${nearest}?`,
  });
}

/** Own questions as a family, a task for each file (.jsonl or .json). Rejects with a FathomError: `missing`, `misuse`, or `data` for bad rows. */
export async function loadQuestions(files: readonly string[]): Promise<Family> {
  return (await import('./questions/index.ts')).loadQuestions(files);
}

/** Benchmarks whose stored predictions can be scored without a model. */
const STORED_SCORERS: { readonly [id: string]: () => Promise<StoredScorer> } = {
  lara: async () => (await import('./lara/index.ts')).laraScorer,
  leval: async () => (await import('./leval/index.ts')).leval,
  loco: async () => (await import('./loco/index.ts')).loco,
  longbench: async () => (await import('./longbench/index.ts')).longbench,
  'multi-if': async () => (await import('./multi-if/index.ts')).multiIfScorer,
};

/** Ids of all benchmarks whose stored predictions can be scored. */
export const storedScorerIds: readonly string[] = Object.keys(STORED_SCORERS);

/** Loads the scorer of a benchmark's stored predictions. Throws FathomError `misuse` for an unknown id. */
export async function loadStoredScorer(id: string): Promise<StoredScorer> {
  const load = Object.hasOwn(STORED_SCORERS, id) ? STORED_SCORERS[id] : undefined;
  if (load) return load();
  const nearest = nearestName(id, storedScorerIds);
  throw new FathomError('misuse', `Stored predictions of ${JSON.stringify(id)} cannot be scored.`, {
    fix: nearest === undefined ? `Benchmarks that can be: ${storedScorerIds.join(', ')}.` : `Did you mean ${nearest}?`,
  });
}
