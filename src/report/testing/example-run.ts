import {
  seededRandom,
  type Aggregate,
  type Cell,
  type LedgerRow,
  type Result,
  type RunRecord,
  type Sample,
  type Score,
} from '../../core/index.ts';
import { meanOfPresent, wilson } from '../../stats/index.ts';
import type { Baseline, ScoreSummary } from '../run-summary.ts';
import { ScoreTable } from '../score-table.ts';
import type { RunMaterial } from '../summarize-run.ts';

/** Size of the made-up run. Defaults: 1k–128k, 11 depths, 4 repeats, English and Chinese. */
export interface ExampleRunOptions {
  readonly lengths?: readonly number[];
  readonly depths?: readonly number[];
  readonly repeats?: number;
  readonly languages?: readonly string[];
}

const ALL_LENGTHS = [1000, 4000, 8000, 16000, 32000, 64000, 128000];
const ALL_DEPTHS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** A made-up run in the shape of NeedleBench, the same every time: for tests, and to look at reports without asking a model. */
export function exampleRun(options: ExampleRunOptions = {}): RunMaterial & { readonly rows: readonly LedgerRow[] } {
  const { lengths = ALL_LENGTHS, depths = ALL_DEPTHS, repeats = 4, languages = ['en', 'zh'] } = options;
  const grid = { lengths, depths, repeats, languages };
  const rows = [...singleRetrieval(grid), ...multiRetrieval(grid), ...multiReasoning(grid), ...traceChains(grid)];
  return { run: RUN, rows, aggregates: aggregatesOf(rows), baselines: baselinesOf(rows.length), baselineScores: baselineScoresOf(rows) };
}

type Grid = Required<ExampleRunOptions>;

const RUN: RunRecord = {
  id: '20260131-142530-k3f9',
  createdAt: '2026-01-31T14:25:30.000Z',
  status: 'complete',
  version: '0.1.0',
  model: 'example/made-up-model',
  strategy: 'direct',
  tasks: ['needlebench'],
  seed: 7,
  tokenizer: 'o200k_base',
  options: { lengths: '1k..128k', languages: ['en', 'zh'], plan: { cachedShare: 0.78 } },
  corpora: [
    { digest: 'a3c1f0'.padEnd(64, '5'), language: 'en', origin: { kind: 'builtin', language: 'en', seed: 7, tokens: 128000, version: 1 } },
    { digest: '90be27'.padEnd(64, 'd'), language: 'zh', origin: { kind: 'builtin', language: 'zh', seed: 7, tokens: 128000, version: 1 } },
  ],
};

function* cross(grid: Grid, axes: readonly ('lengths' | 'depths')[]): Generator<Cell> {
  for (const language of grid.languages)
    for (const askedTokens of grid.lengths)
      for (const depthPercent of axes.includes('depths') ? grid.depths : [undefined])
        for (let repeat = 0; repeat < grid.repeats; repeat++)
          yield { language, askedTokens, ...(depthPercent === undefined ? {} : { depthPercent }), repeat };
}

function* singleRetrieval(grid: Grid): Generator<LedgerRow> {
  for (const cell of cross(grid, ['lengths', 'depths'])) {
    const found = chance(cell, 'single') < retrieval(cell, 6);
    yield row('needlebench/single-retrieval', cell, { score: scored('keyword', found ? 1 : 0), question: QUESTIONS[langOf(cell)].single });
  }
}

function* multiRetrieval(grid: Grid): Generator<LedgerRow> {
  for (const cell of cross(grid, ['lengths'])) {
    if (cell['askedTokens'] === 1000) {
      const skipped = { reason: 'too-short', detail: 'eleven needles do not fit in 1000 tokens' };
      yield { sample: { id: idOf('needlebench/multi-retrieval', cell), task: 'needlebench/multi-retrieval', cell, skipped } };
      continue;
    }
    const parts = grid.depths.map((depthPercent) => {
      const value = chance({ ...cell, depthPercent }, 'multi') < retrieval({ ...cell, depthPercent }, 4.5) ? 1 : 0;
      return { cell: { depthPercent }, value };
    });
    const value = meanOfPresent(parts.map((part) => part.value)).mean ?? 0;
    yield row('needlebench/multi-retrieval', cell, {
      score: { ...scored('keyword', value), parts },
      question: QUESTIONS[langOf(cell)].multi,
    });
  }
}

function* multiReasoning(grid: Grid): Generator<LedgerRow> {
  for (const base of cross(grid, ['lengths', 'depths'])) {
    const cell = { ...base, needles: 2 + (Number(base['repeat']) % 4) };
    const right = chance(cell, 'reasoning') < retrieval(cell, 2.1) - 0.09 * cell.needles;
    const score = { ...scored('boxed-exact', right ? 1 : 0), ...(right ? {} : { errorClass: 'under-thinking' }) };
    yield row('needlebench/multi-reasoning', cell, { score, question: QUESTIONS[langOf(cell)].reasoning });
  }
}

function* traceChains(grid: Grid): Generator<LedgerRow> {
  for (const language of grid.languages)
    for (const needles of [2, 4, 8, 16, 32, 64, 128, 256])
      for (let repeat = 0; repeat < 5 * grid.repeats; repeat++) {
        const cell: Cell = { language, needles, repeat };
        const right = chance(cell, 'atc') < 1.1 / (1 + (needles / (language === 'en' ? 14 : 9)) ** 1.3);
        yield row('needlebench/atc', cell, { score: scored('boxed-exact', right ? 1 : 0), question: QUESTIONS[langOf(cell)].atc });
      }
}

/** The chance to find one needle: falls with length, more in the middle, a little more in Chinese. */
function retrieval(cell: Cell, ease: number): number {
  const length = Math.log2(Number(cell['askedTokens']) / 1000) / 7;
  const middle = 1 - ((Number(cell['depthPercent'] ?? 50) - 55) / 55) ** 2;
  const logit = ease - 3.4 * length ** 2 - 3 * middle * length ** 3 - (cell['language'] === 'zh' ? 0.5 : 0);
  return 1 / (1 + Math.exp(-logit));
}

function chance(cell: Cell, place: string): number {
  return seededRandom(RUN.seed, place, JSON.stringify(cell)).random();
}

function scored(metric: string, value: number): Score {
  return { metric, mode: 'corrected', value, why: value >= 1 ? 'the keyword is in the answer' : 'the keyword is not in the answer' };
}

function langOf(cell: Cell): 'en' | 'zh' {
  return cell['language'] === 'zh' ? 'zh' : 'en';
}

function idOf(task: string, cell: Cell): string {
  return [task, ...Object.values(cell)].join('/');
}

function row(task: string, cell: Cell, { score, question }: { readonly score: Score; readonly question: string }): LedgerRow {
  const tokens = Number(cell['askedTokens'] ?? 40 * Number(cell['needles']));
  const id = idOf(task, cell);
  const sample: Sample = {
    id,
    task,
    taskVersion: 1,
    ask: {
      kind: 'generate',
      steps: [{ messages: [{ from: 'user', blocks: [{ role: 'question', pieces: [{ text: question }] }] }], output: { maxTokens: 512 } }],
      fit: { policy: 'exact', tokenizer: RUN.tokenizer },
    },
    target: langOf(cell) === 'zh' ? '青铜望远镜' : 'the bronze telescope',
    cell,
    promptTokens: tokens,
    ...(cell['askedTokens'] === undefined ? {} : { cluster: `haystack/${langOf(cell)}/${cell['repeat']}` }),
    ...(cell['depthPercent'] === undefined
      ? {}
      : { placements: [{ id: 'needle-0', askedDepthPercent: Number(cell['depthPercent']), depthPercent: Number(cell['depthPercent']) }] }),
  };
  // The server of the made-up run is overloaded now and then by its longest prompts.
  const failed = tokens === 128000 && chance(cell, 'failure') < 0.04;
  const result: Result = failed ? { status: 'error', reason: 'server', detail: '503 after 5 attempts' } : { status: 'ok', score };
  const calls = failed ? [] : [callOf(tokens, { cell, right: score.value >= 1 })];
  return { sample, outcome: { sampleId: id, result, calls, attempts: failed ? 5 : 1, cached: false, recordedAt: RUN.createdAt } };
}

function callOf(tokens: number, { cell, right }: { readonly cell: Cell; readonly right: boolean }) {
  return {
    text: ANSWERS[langOf(cell)][right ? 'right' : 'wrong'],
    finish: 'stop' as const,
    usage: { inputTokens: tokens + 11, cachedTokens: Math.floor((tokens * 0.75) / 128) * 128, outputTokens: right ? 24 : 61 },
    latencyMs: Math.round(600 + tokens * 0.11 + 900 * chance(cell, 'latency')),
  };
}

function aggregatesOf(rows: readonly LedgerRow[]): Aggregate[] {
  const groups = [
    ['single-retrieval', 'Single-needle retrieval'],
    ['multi-retrieval', 'Multi-needle retrieval'],
    ['multi-reasoning', 'Multi-needle reasoning'],
  ] as const;
  const means = groups.map(([name, label]) => {
    const members = rows.filter((member) => member.sample.task === `needlebench/${name}`);
    const values = members.map((member) => (member.outcome?.result.status === 'ok' ? member.outcome.result.score.value : null));
    const { mean: value, n, missing } = meanOfPresent(values);
    return { metric: name, label, cell: {}, value, n, missing };
  });
  const { mean: value } = meanOfPresent(means.map((group) => group.value));
  const total = (field: 'n' | 'missing') => means.reduce((sum, group) => sum + group[field], 0);
  return [
    { metric: 'overall', label: 'NeedleBench overall', cell: {}, value, n: total('n'), missing: total('missing') },
    ...means,
    { metric: 'enl-50', label: 'ATC: longest chain at 50 %', cell: {}, value: 8, n: 320, missing: 0, unit: 'needles' },
  ];
}

const BASELINE_MEANS = { oracle: 0.962, retrieval: 0.741, lexical: 0.418, 'closed-book': 0.012 };

function baselinesOf(n: number): Baseline[] {
  return Object.entries(BASELINE_MEANS).map(([name, mean]) => ({ name, mean, ...wilson(mean, n), n, missing: 0 }));
}

/** The cells of the run as each baseline scores them: about its mean everywhere, search a little worse in longer contexts. */
function baselineScoresOf(rows: readonly LedgerRow[]): ReadonlyMap<string, readonly ScoreSummary[]> {
  return new Map(
    Object.entries(BASELINE_MEANS).map(([name, mean]) => {
      const table = new ScoreTable();
      for (const each of rows) table.add(each);
      const fall = name === 'retrieval' || name === 'lexical' ? 0.2 : 0;
      const meanAt = ({ cell }: ScoreSummary) =>
        Math.min(1, Math.max(0, mean + 0.03 * chance(cell, name) - fall * (Math.log2(Number(cell['askedTokens'] ?? 8000) / 8000) / 4)));
      return [name, table.scores().map((score) => ({ ...score, mean: score.mean === null ? null : meanAt(score) }))];
    }),
  );
}

const QUESTIONS = {
  en: {
    single: 'What did the harbour master of Veldt keep in the north tower?',
    multi: 'Name every object that was hidden in the north tower, in any order.',
    reasoning: 'The keeper of the lamp handed it to someone, who passed it on. What did the last of them leave in the tower?',
    atc: 'Who is the eldest relative of Maren Okonjo that the text lets you trace?',
  },
  zh: {
    single: '维尔特的港务长在北塔里保存了什么？',
    multi: '请列出藏在北塔里的所有物品，顺序不限。',
    reasoning: '守灯人把灯交给了一个人，那人又转交给了别人。最后一个人在塔里留下了什么？',
    atc: '根据文本，能追溯到的林舟最年长的亲属是谁？',
  },
} as const;

const ANSWERS = {
  en: {
    right: 'The harbour master kept the bronze telescope in the north tower.',
    wrong:
      'The text describes the north tower at length, but it does not say what was kept in it. Nothing more can be inferred from the passages given.',
  },
  zh: { right: '港务长在北塔里保存了青铜望远镜。', wrong: '文本多次提到北塔，但没有说明里面保存了什么，因此无法作出进一步的推断。' },
} as const;
