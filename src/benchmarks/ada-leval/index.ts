import type { Answer, Corpus, CorpusSource, Family, Sample, Task } from '../../core/index.ts';
import { documentTask, modeOf, reopenRowFile, skippedWithoutData } from '../../datasets/index.ts';
import { aggregateAda } from './aggregate-ada.ts';
import { BUILT_DEFAULTS, DEFAULT_SEGMENTS } from './built-options.ts';
import { BUILT_TASKS, type BuiltTask } from './built-tasks.ts';
import { ADA_LEVAL_DATA } from './data-origin.ts';
import { reopenChronicle } from './open-chronicle.ts';
import { reopenDump } from './question-dump.ts';
import { orderScore, selectionScore } from './score-reply.ts';
import { ADA_LEVAL_FILES, ADA_TASKS, loadAdaLeval, MAX_TOKENS, type AdaTask } from './load-ada-leval.ts';

const PAPER = 'https://arxiv.org/abs/2404.06480';
const FAMILY = { title: 'Ada-LEval', source: 'https://github.com/open-compass/Ada-LEval (fetch_data.sh)' };

/** Ada-LEval (Wang et al. 2024, arXiv 2404.06480) on the user's copy of its data. README.md says what is published and what is ours. */
export const adaLeval: Family = {
  id: 'ada-leval',
  title: 'Ada-LEval: tasks whose length can be chosen',
  paper: PAPER,
  summary:
    'The best of many answers to a question, and the order of shuffled text: the published ones (their files: --data DIR), and both built to any length from your texts or built-in ones.',
  tasks: [...ADA_TASKS.map(taskOf), ...BUILT_TASKS.map(builtTask)],
  data: ADA_LEVAL_DATA,
  suites: {},
  aggregate: (rows) => aggregateAda(rows),
  reopen,
};

function taskOf(task: AdaTask): Task {
  const made = documentTask({
    id: `ada-leval/${task.id}`,
    version: 1,
    title:
      task.id === 'tsort'
        ? 'Ada-LEval TSort: the order of four shuffled segments'
        : 'Ada-LEval BestAnswer: the accepted one of many answers',
    paper: PAPER,
    tags: ['real-data', task.id === 'tsort' ? 'ordering' : 'selection', 'diffusion:3', 'scope:3'],
    views: [{ kind: 'profile', x: 'level' }],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'corrected', compat: 'faithful' },
    truncation: 'none',
    maxTokens: MAX_TOKENS,
    load: (settings) => loadAdaLeval(task, settings),
    score: (replies, sample) => (task.id === 'tsort' ? orderScore(replies[0] ?? '', sample) : selectionScore(replies[0] ?? '', sample)),
  });
  return skippedWithoutData(made, FAMILY);
}

function builtTask({ kind, title, tags, samples }: BuiltTask): Task {
  const id = `ada-leval/built-${kind}`;
  return {
    id,
    version: 1,
    title: `Ada-LEval's recipe, built to length: ${title}`,
    paper: PAPER,
    tags: ['built', ...tags],
    languages: BUILT_DEFAULTS.languages,
    defaults: { mode: 'corrected', ...BUILT_DEFAULTS, ...(kind === 'tsort' && { segments: DEFAULT_SEGMENTS }) },
    fidelity: { corrected: 'corrected', compat: 'faithful' },
    views: [{ kind: 'profile', x: 'askedTokens' }],
    samples: (options, deps) => samples({ id, version: 1, family: FAMILY }, options, deps),
    score: (answer: Answer, sample: Sample) => {
      const score = kind === 'tsort' ? orderScore : selectionScore;
      return { status: 'ok', score: { ...score(answer.replies[0] ?? '', sample), mode: modeOf(sample.facts) } };
    },
  };
}

/** Texts of the built tasks say where they come from. */
async function reopen(source: CorpusSource): Promise<Corpus> {
  const { texts } = source.origin;
  if (texts === 'chronicle') return reopenChronicle(source);
  return texts === undefined ? reopenRowFile(ADA_LEVAL_FILES, source) : reopenDump(source);
}
