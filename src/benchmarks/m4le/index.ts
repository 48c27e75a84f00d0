import type { Answer, CorpusSource, Family, Task } from '../../core/index.ts';
import { documentTask, modeOf, reopenRowFile, skippedWithoutData } from '../../datasets/index.ts';
import { aggregateM4le } from './aggregate-m4le.ts';
import { BUILT_DEFAULTS, builtSamples } from './built-samples.ts';
import { scoreBuilt } from './built-score.ts';
import { BUILT_TASKS, type BuiltTask } from './built-tasks.ts';
import { reopenClassified } from './classified-texts.ts';
import { M4LE_DATA } from './data-origin.ts';
import { pairSamples } from './pair-samples.ts';
import { PAIR_TASKS, scoredAs, type PairTask } from './pair-tasks.ts';
import { reopenPairs } from './pair-texts.ts';
import { loadM4le, m4leFiles, MAX_TOKENS } from './load-m4le.ts';
import { scoreReply } from './score-reply.ts';
import { M4LE_TASKS, type M4leTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2310.19240';
const FAMILY = { title: 'M4LE', source: 'https://huggingface.co/datasets/wckwan/M4LE' };
const VERSION = 1;

/** M4LE (Kwan et al. 2023, arXiv 2310.19240): its published files, and its recipes over texts at hand. README.md says what is published and what is ours. */
export const m4le: Family = {
  id: 'm4le',
  title: 'M4LE: five abilities at growing lengths, English and Chinese',
  paper: PAPER,
  summary:
    'Find one text or several, by id or by meaning, count, understand all: 39 published tasks (their files: --data DIR), and fourteen built to any length from your texts or built-in ones.',
  tasks: [...M4LE_TASKS.map(taskOf), ...BUILT_TASKS.map(builtTask), ...PAIR_TASKS.map(pairTask)],
  data: M4LE_DATA,
  suites: {},
  aggregate: (rows) => aggregateM4le(rows),
  reopen,
};

function taskOf(task: M4leTask): Task {
  const made = documentTask({
    id: `m4le/${task.id}`,
    version: VERSION,
    title: `M4LE ${task.id}: ${task.title}`,
    paper: PAPER,
    tags: ['real-data', ...task.tags],
    views: [{ kind: 'profile', x: 'bucket' }],
    languages: [task.language],
    family: FAMILY,
    fidelity: { corrected: 'corrected', compat: 'exact, unproven here' },
    truncation: 'none',
    maxTokens: MAX_TOKENS,
    load: (settings) => loadM4le(task, settings),
    score: (replies, sample) => scoreReply(task, replies[0] ?? '', sample),
  });
  return skippedWithoutData(made, FAMILY);
}

/** What all built tasks have in common. */
function builtFacts(task: BuiltTask | PairTask): Omit<Task, 'samples' | 'score'> {
  return {
    id: `m4le/${task.id}`,
    version: VERSION,
    title: `M4LE's recipe, built to length: ${task.title}`,
    paper: PAPER,
    tags: ['built', ...task.tags],
    languages: BUILT_DEFAULTS.languages,
    defaults: { mode: 'corrected', ...BUILT_DEFAULTS },
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    views: [{ kind: 'profile', x: 'askedTokens' }],
  };
}

function builtTask(task: BuiltTask): Task {
  return {
    ...builtFacts(task),
    samples: (options, deps) => builtSamples({ task, version: VERSION, family: FAMILY }, options, deps),
    score: (answer: Answer, sample) => ({
      status: 'ok',
      score: { ...scoreBuilt(task.kind, answer.replies[0] ?? '', sample.target), mode: modeOf(sample.facts) },
    }),
  };
}

function pairTask(task: PairTask): Task {
  return {
    ...builtFacts(task),
    samples: (options, deps) => pairSamples({ task, version: VERSION, family: FAMILY }, options, deps),
    async score(answer: Answer, sample) {
      const { language } = sample.facts as { readonly language: 'en' | 'zh' };
      const score = await scoreReply(scoredAs(task, language), (answer.replies[0] ?? '').trim(), sample);
      return { status: 'ok', score: { ...score, mode: modeOf(sample.facts) } };
    },
  };
}

/** Texts of the built tasks say where they come from. */
function reopen(source: CorpusSource) {
  const { texts } = source.origin;
  if (texts === undefined) return reopenRowFile(m4leFiles(source.language), source);
  return texts === 'pairs' || texts === 'portraits' ? reopenPairs(source) : reopenClassified(source);
}
