/**
 * NeedleBench multi-needle retrieval (arXiv 2407.11963; OpenCompass `needlebench` and `needlebench_v2`, `parallel.py`): one needle at each depth, all asked at once.
 * Corrected: the needles depend on seed, language, count and repeat, never on the length; compat takes the unseeded draw from `drawSeed`.
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
import { multiKeywordScore, type DepthKeyword } from '../../scoring/index.ts';
import { drawCleanNeedles } from './clean-needles.ts';
import { haystackSamples, type HaystackJob, type HaystackPlan, type Riddle } from './haystack-task.ts';
import { TASK_VERSION } from './haystack-sample.ts';
import { loadNeedleRows } from './needle-data.ts';
import type { NeedleRow } from './needle-row.ts';
import { needleDraw, NO_CLEAN_NEEDLE } from './needle-draw.ts';
import type { Language, Mode } from './options.ts';
import { retrievalPlaces } from './published-places.ts';
import { joinedQuestion } from './question-parts.ts';
import { replyOf } from './reply.ts';
import { defaultsFor, PAPER } from './task-facts.ts';
import { rubricOf } from './rubric.ts';

const TASK = 'multi-retrieval';

interface Target {
  readonly keywords: readonly DepthKeyword[];
  readonly mode: Mode;
}

const plan: HaystackPlan = {
  task: TASK,
  *seats({ lengths, depths, retrievalNeedles, repeats }) {
    for (const lengthTokens of lengths)
      for (const needles of retrievalNeedles ?? [depths.length])
        for (let repeat = 0; repeat < repeats; repeat++) yield { lengthTokens, needles, repeat };
  },
  async riddles(job) {
    const { settings, language } = job;
    const rows = await loadNeedleRows(job.data);
    const clean = cleanRows(job, rows);
    return ({ needles: count, repeat }) => {
      const depths = depthsFor(count!, settings.depths);
      if (settings.mode === 'corrected') {
        const drawn = clean(count!, repeat);
        return drawn === undefined ? NO_CLEAN_NEEDLE : riddle(drawn, depths, job);
      }
      const drawn = publishedNeedles(rows, { language, count: count!, repeat, drawSeed: settings.drawSeed });
      return drawn === undefined ? TOO_FEW : riddle(drawn, depths, job);
    };
  },
};

function riddle(rows: readonly NeedleRow[], depths: readonly number[], { settings, pack }: HaystackJob): Riddle {
  return {
    ...joinedQuestion(
      rows.map(({ question }) => question),
      pack,
      settings.mode,
    ),
    needles: rows.map(({ needle }, i) => ({ text: needle, depthPercent: depths[i]! })),
    places: (tokens) => retrievalPlaces(tokens, depths),
    rubric: { keywords: rows.map(({ value }, i) => ({ keyword: value, depthPercent: depths[i]! })), mode: settings.mode },
    facts: settings.mode === 'compat' ? { drawSeed: settings.drawSeed } : {},
  };
}

const TOO_FEW = { reason: 'too-few-needles', detail: 'The needle file has too few needles with distinct keys and keywords.' };

/** One needle a depth; for other counts, depths spread evenly from the first to the last. */
export function depthsFor(count: number, depths: readonly number[]): readonly number[] {
  if (count === depths.length) return depths;
  const [first, last] = [depths[0]!, depths.at(-1)!];
  return Array.from({ length: count }, (_, i) => (count === 1 ? first : Math.trunc(first + ((last - first) * i) / (count - 1))));
}

/** The published draw: all rows shuffled once (unseeded there: `drawSeed` here), distinct ones picked, then shuffled by the repeat's seed. */
export function publishedNeedles(
  rows: readonly NeedleRow[],
  options: { readonly language: Language; readonly count: number; readonly repeat: number; readonly drawSeed: number },
): readonly NeedleRow[] | undefined {
  const picked: NeedleRow[] = [];
  for (const row of new PythonRandom(options.drawSeed).shuffle([...rows])) {
    if (picked.length === options.count) break;
    if (row.language === options.language && !picked.some(({ key, value }) => key === row.key || value === row.value)) picked.push(row);
  }
  return picked.length === options.count ? new PythonRandom(options.repeat).shuffle(picked) : undefined;
}

function cleanRows(job: HaystackJob, rows: readonly NeedleRow[]) {
  const { deps, language, haystack } = job;
  const draw = needleDraw(job, rows);
  return (count: number, repeat: number) => {
    const random = seededRandom(deps.seed, 'needlebench', TASK, language, repeat, count);
    return drawCleanNeedles(random, { count, draw, corpus: haystack.index.corpus });
  };
}

function score(answer: Answer, sample: Sample): Result {
  const { keywords, mode } = rubricOf<Target>(sample);
  const { value, parts, found } = multiKeywordScore(replyOf(answer), keywords, mode === 'compat' ? 'raw' : 'folded');
  const why = `${found} of ${keywords.length} keywords`;
  return {
    status: 'ok',
    score: {
      value,
      parts,
      mode,
      metric: 'multi-keyword',
      why,
      ...(value < 1 && { errorClass: value === 0 ? 'not-found' : 'partly-found' }),
    },
  };
}

/** The task `needlebench/multi-retrieval`. */
export const multiRetrieval: Task = {
  id: `needlebench/${TASK}`,
  version: TASK_VERSION,
  title: 'Multi-needle retrieval (M-RT)',
  paper: PAPER,
  tags: ['needlebench', 'retrieval', 'haystack', 'diffusion:1', 'scope:2'],
  languages: ['en', 'zh'],
  defaults: defaultsFor(TASK),
  fidelity: { corrected: 'corrected', compat: 'exact, unproven here' },
  views: [{ kind: 'heatmap', x: 'askedTokens', y: 'depthPercent' }],
  samples: (options: JsonObject, deps: TaskDeps) => haystackSamples(plan, options, deps),
  score,
};
