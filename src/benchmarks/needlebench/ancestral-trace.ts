/**
 * NeedleBench ancestral trace challenge (arXiv 2407.11963; OpenCompass `needlebench_v2/atc.py`, `needlebench/atc.py`, `atc_choice.py`):
 * nothing but kinship statements, all of them needed. Four questions in v2; the eldest only in v1, told in order, shuffled, or with choices.
 * Corrected: a seed for every story, a space between English sentences, both names cleaned alike; compat glues the sentences as published.
 */
import type { Answer, JsonObject, Result, Sample, Task, TaskDeps } from '../../core/index.ts';
import { containsKeyword, levenshteinMixed } from '../../scoring/index.ts';
import { scoreBoxed, type BoxedTarget } from './boxed-score.ts';
import { scoreChoice, type ChoiceTarget } from './choice-score.ts';
import { choiceStories } from './choice-stories.ts';
import { TASK_VERSION } from './haystack-sample.ts';
import { lineStories, type NameTarget } from './line-stories.ts';
import { questionStories } from './question-stories.ts';
import { replyOf } from './reply.ts';
import { defaultsFor, PAPER } from './task-facts.ts';
import { traceSamples, type TraceJob } from './trace-job.ts';
import { rubricOf } from './rubric.ts';

const TASK = 'ancestral-trace';

function stories(job: TraceJob) {
  if (job.settings.form === 'v2') return questionStories(job);
  return job.settings.form === 'choice' ? choiceStories(job) : lineStories(job);
}

function score(answer: Answer, sample: Sample): Result {
  const target = rubricOf<BoxedTarget | NameTarget | ChoiceTarget>(sample);
  if (target.kind === 'boxed') return scoreBoxed(answer, target);
  return target.kind === 'choice' ? scoreChoice(answer, target) : scoreName(answer, target);
}

/** v1 scores a name as it scores a needle: the keyword, else a fifth of the similarity. */
function scoreName(answer: Answer, { name, mode, trim }: NameTarget): Result {
  const match = mode === 'compat' ? 'raw' : 'folded';
  const reply = replyOf(answer);
  const found = containsKeyword(reply, name, match);
  const value = levenshteinMixed(reply, name, { keyword: name, trim, match });
  const why = found ? `holds "${name}"` : `does not hold "${name}"`;
  return { status: 'ok', score: { value, mode, metric: 'levenshtein-mixed', why, ...(!found && { errorClass: 'not-found' }) } };
}

/** The task `needlebench/ancestral-trace`. */
export const ancestralTrace: Task = {
  id: `needlebench/${TASK}`,
  version: TASK_VERSION,
  title: 'Ancestral trace challenge (ATC)',
  paper: PAPER,
  tags: ['needlebench', 'reasoning', 'information-dense', 'diffusion:3', 'scope:2'],
  languages: ['en', 'zh'],
  defaults: defaultsFor(TASK),
  fidelity: { corrected: 'corrected', compat: 'exact, unproven here' },
  views: [{ kind: 'profile', x: 'needles' }],
  samples: (options: JsonObject, deps: TaskDeps) => traceSamples(TASK, options, { deps, stories }),
  score,
};
