import type { Aggregate, Family, Sample, Score, ScoredRow, Task } from '../../core/index.ts';
import { documentTask, meanOfMeans, meanOfRows, reopenRowFile, rowsByAxis } from '../../datasets/index.ts';
import { bracketF1, bracketNumbers } from '../../scoring/index.ts';
import { LONGINS_DATA } from './data-origin.ts';
import { LEVELS, loadLongIns, LONGINS_FILES, MAX_TOKENS, type LongInsMode } from './load-longins.ts';

const PAPER = 'https://arxiv.org/abs/2406.17588';
const FAMILY = { title: 'LongIns', source: 'https://github.com/Ins-Bench/LongIns-Bench (its README links the data)' };
const MODES: readonly LongInsMode[] = ['GIST', 'LIST'];

/** LongIns (Gavin et al. 2024, arXiv 2406.17588) on the user's copy of its data. README.md says what is published and what is ours. */
export const longins: Family = {
  id: 'longins',
  title: 'LongIns: which of many answers are wrong?',
  paper: PAPER,
  summary: 'Lists of answered questions, a tenth of them wrong, at lengths of 256 to 16k tokens. Needs its data files: --data DIR.',
  tasks: MODES.map(taskOf),
  data: LONGINS_DATA,
  suites: {},
  aggregate: (rows) => aggregate(rows),
  reopen: (source) => reopenRowFile(LONGINS_FILES, source),
};

function idOf(mode: LongInsMode): string {
  return `longins/${mode.toLowerCase()}`;
}

function taskOf(mode: LongInsMode): Task {
  return documentTask({
    id: idOf(mode),
    version: 1,
    title: `LongIns ${mode}: ${mode === 'GIST' ? 'one instruction for all questions' : 'an instruction inside of each question'}`,
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
}

/** F1 of the numbers in brackets; 0 without brackets, as published. */
function scoreReply(replies: readonly string[], { target }: Sample): Omit<Score, 'mode'> {
  const wrong = target as readonly number[];
  const given = bracketNumbers(replies[0] ?? '');
  const why = `says ${given.slice(0, 20).join(', ') || 'nothing in brackets'}; wrong are ${wrong.slice(0, 20).join(', ')}`;
  return { value: bracketF1(replies[0] ?? '', wrong), metric: 'f1', ...(given.length === 0 && { errorClass: 'no-brackets' }), why };
}

/** The mean of each mode at each level, as published; the headline is the mean of the modes' means over their levels. */
function aggregate(rows: readonly ScoredRow[]): Aggregate[] {
  const modes = MODES.flatMap((mode) => {
    const byLevel = rowsByAxis(
      rows.filter(({ task }) => task === idOf(mode)),
      'level',
    );
    const levels = LEVELS.map((level) =>
      meanOfRows(byLevel.get(level) ?? [], { metric: `${mode}/${level}`, label: `${mode}, ${level} tokens` }),
    );
    const ran = levels.filter(({ n }) => n > 0);
    return ran.length === 0 ? [] : [{ ran, mean: meanOfMeans(ran, { metric: mode, label: `${mode}: mean of the levels` }) }];
  });
  const means = modes.map(({ mean }) => mean);
  return [meanOfMeans(means, { metric: 'overall', label: 'Mean of the modes' }), ...means, ...modes.flatMap(({ ran }) => ran)];
}
