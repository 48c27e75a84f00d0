import type { JsonObject } from '../../core/index.ts';
import { readOptions, type TaskName } from './options.ts';

export const PAPER = 'https://arxiv.org/abs/2407.11963';

/** A task's defaults as options: what it does when nothing is asked for. */
export function defaultsFor(task: TaskName): JsonObject {
  const {
    mode,
    version,
    languages,
    lengths,
    depths,
    repeats,
    position,
    needles,
    form,
    atcNeedles,
    questions,
    maxTokens,
    branches,
    distractors,
    unanswerablePercent,
  } = readOptions({}, task);
  const common = { mode, version, languages, repeats, position, maxTokens };
  if (task === 'ancestral-trace') return { ...common, form, atcNeedles, questions };
  if (task === 'ancestral-trace-hard') return { ...common, atcNeedles, questions, branches, distractors, unanswerablePercent };
  return { ...common, lengths, depths, ...(task === 'multi-reasoning' && { needles }) };
}
