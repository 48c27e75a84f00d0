import type { Command } from 'commander';
import { FathomError, type JsonObject, type Sample, type SkippedSample } from '../core/index.ts';
import { selectSamples } from '../runner/index.ts';
import { parseWhole } from './parse-numbers.ts';
import { parseSampleFilter } from './sample-filter.ts';

/** Which samples of the plan are taken, as the user said it; kept in the run's options. */
export interface SelectionFlags {
  readonly first?: number;
  readonly filter?: string;
}

/** Flags of `run` and `plan`. */
export function addSelectionFlags(command: Command): Command {
  return command
    .option('--first <n>', 'only so many prompts, dealt over tasks, languages and lengths: a smoke test')
    .option('--filter <expression>', "only some prompts: 'length=4k..8k,depth=0|50,language=zh,task=…' or a pattern of ids");
}

/** Reads the flags of {@link addSelectionFlags}. */
export function readSelectionFlags(flags: Readonly<Record<string, unknown>>): SelectionFlags {
  const { first, filter } = flags;
  if (filter !== undefined) parseSampleFilter(String(filter));
  return {
    ...(first !== undefined && { first: parseWhole(String(first), { name: 'number of prompts', min: 1 }) }),
    ...(filter !== undefined && { filter: String(filter) }),
  };
}

/** The selection that a run was made with. */
export function recordedSelection({ first, filter }: JsonObject): SelectionFlags {
  return { ...(typeof first === 'number' && { first }), ...(typeof filter === 'string' && { filter }) };
}

/** The selected samples in plan order. Throws a FathomError (`misuse`) that says why when there are none. */
export function applySelection(
  samples: readonly (Sample | SkippedSample)[],
  { first, filter }: SelectionFlags,
): readonly (Sample | SkippedSample)[] {
  const parsed = filter === undefined ? undefined : parseSampleFilter(filter);
  const selected = selectSamples(samples, { ...(parsed && { accepts: parsed.accepts }), ...(first !== undefined && { first }) });
  if (selected.length > 0 || samples.length === 0) return selected;
  if (parsed && !samples.some(parsed.accepts)) return parsed.explainNothing(samples);
  throw new FathomError('misuse', 'No selected prompt can be asked: all are skipped.', {
    fix: 'fathom plan without --first lists the reasons.',
  });
}

/** One line on what was selected, undefined when everything was. */
export function selectionNote(
  { first, filter }: SelectionFlags,
  { selected, planned }: { readonly selected: number; readonly planned: number },
): string | undefined {
  if (first === undefined && filter === undefined) return undefined;
  const counts = `${selected.toLocaleString('en')} of ${planned.toLocaleString('en')} samples are taken`;
  const why = filter === undefined ? '' : `, those that meet ${filter}`;
  const smoke = first === undefined ? '' : ', dealt over tasks, languages and lengths: a smoke test, no measurement';
  return `${counts}${why}${smoke}.`;
}
