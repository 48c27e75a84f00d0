import { FathomError, nearestName } from '../core/index.ts';
import { retrievalSize } from '../strategies/index.ts';

/** Baselines that any run can have beside its score, in the order in which they are asked and shown. */
export const BASELINE_NAMES = ['lexical', 'retrieval', 'closed-book', 'oracle'] as const;

/** The end by which the floor of a run was named before there were other companions. */
const OLD_LEXICAL = 'floor';

/** Whether a text names a baseline: one of {@link BASELINE_NAMES}, or `retrieval-5x100` for five passages of a hundred tokens. */
export function isBaselineName(name: string): boolean {
  return (BASELINE_NAMES as readonly string[]).includes(name) || retrievalSize(name) !== undefined;
}

/** Baseline names, each once, in the order in which they are asked. Throws a FathomError (`misuse`) for an unknown one. */
export function baselineNames(names: readonly string[]): readonly string[] {
  const unknown = names.find((name) => !isBaselineName(name));
  if (unknown === undefined) return [...new Set(names)].toSorted((a, b) => rankOf(a) - rankOf(b));
  const nearest = nearestName(unknown, BASELINE_NAMES);
  throw new FathomError('misuse', `There is no baseline "${unknown}".`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Baselines: ${BASELINE_NAMES.join(', ')}; retrieval-5x100 for five passages of a hundred tokens.`,
  });
}

function rankOf(name: string): number {
  return BASELINE_NAMES.findIndex((known) => name.startsWith(known));
}

/** The id of the run that holds a baseline of another run. */
export function companionId(runId: string, name: string): string {
  return `${runId}.${name}`;
}

/** The run that a companion stands beside, and its baseline's name; undefined for a run of its own. */
export function companionOf(runId: string): { readonly runId: string; readonly name: string } | undefined {
  const at = runId.indexOf('.');
  if (at < 0) return undefined;
  const end = runId.slice(at + 1);
  const name = end === OLD_LEXICAL ? 'lexical' : end;
  return isBaselineName(name) ? { runId: runId.slice(0, at), name } : undefined;
}

/** Whether a run only stands beside another one in its report. */
export function isCompanion(runId: string): boolean {
  return companionOf(runId) !== undefined;
}
