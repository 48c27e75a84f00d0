/**
 * NeedleBench single-needle retrieval (arXiv 2407.11963; OpenCompass `needlebench` and `needlebench_v2`, `origin.py`): one sentence at a depth, one question.
 * Corrected: needle drawn for each cell from a seed of its own, sentence insertion, exact length, leakage check, quote- and case-blind match.
 */
import {
  PythonRandom,
  seededRandom,
  type Answer,
  type JsonObject,
  type Result,
  type Sample,
  type Task,
  type TaskDeps,
} from '../../core/index.ts';
import { containsKeyword, levenshteinMixed } from '../../scoring/index.ts';
import { drawCleanNeedles } from './clean-needles.ts';
import { haystackSamples, type HaystackJob, type HaystackPlan, type Riddle, type Seat } from './haystack-task.ts';
import { TASK_VERSION } from './haystack-sample.ts';
import { loadNeedleRows } from './needle-data.ts';
import type { NeedleRow } from './needle-row.ts';
import { needleDraw, NO_CLEAN_NEEDLE } from './needle-draw.ts';
import type { Mode, Settings } from './options.ts';
import { tokensAtDepth } from './published-places.ts';
import { questionParts } from './question-parts.ts';
import { replyOf } from './reply.ts';
import { defaultsFor, PAPER } from './task-facts.ts';
import { rubricOf } from './rubric.ts';

const TASK = 'single-retrieval';

interface Target {
  readonly needle: string;
  readonly keyword: string;
  readonly scoring: 'v1' | 'v2';
  readonly mode: Mode;
  readonly trim: boolean;
}

const plan: HaystackPlan = {
  task: TASK,
  *seats({ lengths, depths, repeats }) {
    for (const lengthTokens of lengths)
      for (const depthPercent of depths) for (let repeat = 0; repeat < repeats; repeat++) yield { lengthTokens, depthPercent, repeat };
  },
  async riddles(job) {
    const { settings, language } = job;
    const rows = (await loadNeedleRows(job.data)).filter((row) => row.language === language);
    const clean = cleanRow(job, rows);
    return (seat) => {
      const row = settings.mode === 'compat' ? publishedRow(rows, seat.repeat) : clean(seat);
      return row === undefined ? NO_CLEAN_NEEDLE : riddle(row, seat.depthPercent!, settings);
    };
  },
};

/** The repeat alone decides: every length and depth of a repeat hides the same needle. */
function publishedRow(rows: readonly NeedleRow[], repeat: number): NeedleRow | undefined {
  return rows.length === 0 ? undefined : new PythonRandom(repeat).choice(rows);
}

function cleanRow(job: HaystackJob, rows: readonly NeedleRow[]): (seat: Seat) => NeedleRow | undefined {
  const { deps, language, haystack } = job;
  const draw = needleDraw(job, rows);
  return ({ repeat, lengthTokens, depthPercent }) => {
    const random = seededRandom(deps.seed, 'needlebench', TASK, language, repeat, lengthTokens, depthPercent!);
    return drawCleanNeedles(random, { count: 1, draw, corpus: haystack.index.corpus })?.[0];
  };
}

function riddle(row: NeedleRow, depthPercent: number, { version, mode, trim }: Settings): Riddle {
  const target: Target = { needle: row.needle, keyword: row.value, scoring: version, mode, trim };
  return {
    ...questionParts(row.question),
    needles: [{ text: row.needle, depthPercent }],
    places: (tokens) => [tokensAtDepth(tokens, depthPercent)],
    rubric: { ...target },
    facts: { key: row.key },
  };
}

function score(answer: Answer, sample: Sample): Result {
  const { needle, keyword, scoring, mode, trim } = rubricOf<Target>(sample);
  const match = mode === 'compat' ? 'raw' : 'folded';
  const reply = replyOf(answer);
  const found = containsKeyword(reply, keyword, match);
  const value = scoring === 'v1' ? levenshteinMixed(reply, needle, { keyword, trim, match }) : Number(found);
  const why = found ? `holds "${keyword}"` : `does not hold "${keyword}"`;
  return {
    status: 'ok',
    score: { value, mode, metric: scoring === 'v1' ? 'levenshtein-mixed' : 'keyword', why, ...(!found && { errorClass: 'not-found' }) },
  };
}

/** The task `needlebench/single-retrieval`. */
export const singleRetrieval: Task = {
  id: `needlebench/${TASK}`,
  version: TASK_VERSION,
  title: 'Single-needle retrieval (S-RT)',
  paper: PAPER,
  tags: ['needlebench', 'retrieval', 'haystack', 'diffusion:1', 'scope:1'],
  languages: ['en', 'zh'],
  defaults: defaultsFor(TASK),
  fidelity: { corrected: 'corrected', compat: 'exact, unproven here' },
  views: [{ kind: 'heatmap', x: 'askedTokens', y: 'depthPercent' }],
  samples: (options: JsonObject, deps: TaskDeps) => haystackSamples(plan, options, deps),
  score,
};
