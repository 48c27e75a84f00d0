import type { Family, Sample, Score, Task } from '../../core/index.ts';
import { documentTask, modeOf, reopenRowFile, skippedWithoutData } from '../../datasets/index.ts';
import { bracketF1, bracketNumbers } from '../../scoring/index.ts';
import { aggregateLongIns } from './aggregate-longins.ts';
import { reopenLists } from './built-lists.ts';
import { BUILT_DEFAULTS, builtSamples } from './built-samples.ts';
import { LONGINS_DATA } from './data-origin.ts';
import { loadLongIns, LONGINS_FILES, MAX_TOKENS, MODES, type LongInsMode } from './load-longins.ts';

const PAPER = 'https://arxiv.org/abs/2406.17588';
const FAMILY = { title: 'LongIns', source: 'https://github.com/Ins-Bench/LongIns-Bench (its README links the data)' };
const TITLES: { readonly [mode in LongInsMode]: string } = {
  GIST: 'one instruction for all questions',
  LIST: 'an instruction inside of each question',
  LIMT: 'an instruction inside of each question, of several tasks',
};

/** LongIns (Gavin et al. 2024, arXiv 2406.17588) on the user's copy of its data. README.md says what is published and what is ours. */
export const longins: Family = {
  id: 'longins',
  title: 'LongIns: which of many answers are wrong?',
  paper: PAPER,
  summary:
    'Lists of answered questions, a tenth of them wrong: the published ones of 256 to 16k tokens (their files: --data DIR), and lists built to any length from your questions or generated ones.',
  tasks: [...MODES.map(taskOf), ...MODES.map(builtTask)],
  data: LONGINS_DATA,
  suites: {},
  aggregate: (rows) => aggregateLongIns(rows),
  reopen: (source) => (source.origin['built'] === undefined ? reopenRowFile(LONGINS_FILES, source) : reopenLists(source)),
};

function taskOf(mode: LongInsMode): Task {
  const made = documentTask({
    id: `longins/${mode.toLowerCase()}`,
    version: 1,
    title: `LongIns ${mode}: ${TITLES[mode]}`,
    paper: PAPER,
    tags: ['real-data', 'checking', 'diffusion:3', 'scope:3'],
    views: [{ kind: 'profile', x: 'level' }],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    truncation: 'none',
    maxTokens: MAX_TOKENS,
    load: (settings) => loadLongIns(mode, settings),
    score: scoreReply,
  });
  return skippedWithoutData(made, FAMILY);
}

function builtTask(mode: LongInsMode): Task {
  return {
    id: `longins/built-${mode.toLowerCase()}`,
    version: 1,
    title: `LongIns ${mode}, built to length: ${TITLES[mode]}`,
    paper: PAPER,
    tags: ['built', 'checking', 'diffusion:3', 'scope:3'],
    languages: BUILT_DEFAULTS.languages,
    defaults: { mode: 'corrected', ...BUILT_DEFAULTS },
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    views: [{ kind: 'profile', x: 'askedTokens' }],
    samples: (options, deps) => builtSamples({ mode, version: 1, family: FAMILY }, options, deps),
    score: (answer, sample) => ({ status: 'ok', score: { ...scoreReply(answer.replies, sample), mode: modeOf(sample.facts) } }),
  };
}

/** F1 of the numbers in brackets; 0 without brackets, as published. */
function scoreReply(replies: readonly string[], { target }: Sample): Omit<Score, 'mode'> {
  const wrong = target as readonly number[];
  const given = bracketNumbers(replies[0] ?? '');
  const why = `says ${given.slice(0, 20).join(', ') || 'nothing in brackets'}; wrong are ${wrong.slice(0, 20).join(', ')}`;
  return { value: bracketF1(replies[0] ?? '', wrong), metric: 'f1', ...(given.length === 0 && { errorClass: 'no-brackets' }), why };
}
