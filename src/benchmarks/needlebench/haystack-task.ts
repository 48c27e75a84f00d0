import type { Block, Cell, Json, JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import { haystackSample, openHaystack, skippedSample, type HaystackOf, type HaystackRecipe, type PlacedNeedle } from './haystack-sample.ts';
import { layoutBlocks } from './layout.ts';
import { loadPromptPack } from './load-prompt-pack.ts';
import type { DataOptions } from './needle-data.ts';
import { readOptions, type Language, type Settings } from './options.ts';
import type { LanguagePack } from './prompt-pack.ts';
import { guided, type QuestionParts } from './question-parts.ts';
import type { HaystackTaskName } from './suites.ts';

/** All that the riddles of one language need. */
export interface HaystackJob {
  readonly settings: Settings;
  readonly deps: TaskDeps;
  readonly data: DataOptions;
  readonly pack: LanguagePack;
  readonly language: Language;
  readonly haystack: HaystackOf;
}

/** One sample's place in the grid. */
export interface Seat {
  readonly lengthTokens: number;
  readonly depthPercent?: number;
  readonly needles?: number;
  readonly repeat: number;
}

/** What one sample hides and asks. */
export interface Riddle extends QuestionParts {
  readonly needles: readonly PlacedNeedle[];
  readonly places: HaystackRecipe['places'];
  readonly examples?: string;
  readonly values?: { readonly [place: string]: string };
  /** What the answer is scored by. */
  readonly rubric: Json;
  readonly facts?: JsonObject;
}

/** Why a seat stays empty. */
export interface Empty {
  readonly reason: string;
  readonly detail: string;
}

/** What tells the haystack tasks apart: their grid, and what they ask at a place of it. */
export interface HaystackPlan {
  readonly task: HaystackTaskName;
  seats(settings: Settings): Iterable<Seat>;
  /** Loads what a language needs; the function it gives draws each riddle from its seat alone. */
  riddles(job: HaystackJob): Promise<(seat: Seat) => Riddle | Empty>;
}

/** Samples of a haystack task, language by language. */
export async function* haystackSamples(plan: HaystackPlan, options: JsonObject, deps: TaskDeps): AsyncGenerator<Sample | SkippedSample> {
  const settings = readOptions(options, plan.task);
  const prompts = await loadPromptPack(settings.prompts);
  const data: DataOptions = { prompts, ...(settings.dataDir !== undefined && { dataDir: settings.dataDir }) };
  for (const language of settings.languages) {
    const haystack = await openHaystack(language, settings, deps);
    const job: HaystackJob = { settings, deps, data, pack: prompts[language], language, haystack };
    const missing = missingPrompt(plan, job);
    const riddle = await plan.riddles(job);
    for (const seat of plan.seats(settings)) yield sampleAt(seat, missing ?? riddle(seat), { plan, job });
  }
}

function sampleAt(
  seat: Seat,
  riddle: Riddle | Empty,
  { plan, job }: { readonly plan: HaystackPlan; readonly job: HaystackJob },
): Sample | SkippedSample {
  const { lengthTokens, depthPercent, needles, repeat } = seat;
  const place = {
    task: plan.task,
    path: [job.language, lengthTokens, depthPercent, needles, repeat].filter((part) => part !== undefined).join('/'),
    cell: {
      askedTokens: lengthTokens,
      ...(depthPercent !== undefined && { depthPercent }),
      ...(needles !== undefined && { needles }),
      language: job.language,
      position: job.settings.position,
      repeat,
    } satisfies Cell,
  };
  if ('reason' in riddle) return skippedSample(place, riddle);
  const { needles: placed, places, rubric, facts = {} } = riddle;
  return haystackSample(
    { ...place, lengthTokens, repeat, needles: placed, places, rubric, facts, ...frame(riddle, plan.task, job) },
    job.haystack,
    job,
  );
}

/** v1's Chinese question-first prompt does not exist as text. */
function missingPrompt({ task }: HaystackPlan, { settings, language }: HaystackJob): Empty | undefined {
  const broken =
    settings.mode === 'compat' &&
    settings.version === 'v1' &&
    settings.position === 'start' &&
    language === 'zh' &&
    task !== 'multi-retrieval';
  if (!broken) return undefined;
  return {
    reason: 'published-defect',
    detail: 'v1 builds a tuple instead of a prompt for a Chinese question before the document (a stray comma).',
  };
}

/** The blocks around the document: layout, guide (v1), question, format, examples. */
function frame(
  riddle: Riddle,
  task: HaystackTaskName,
  { settings, pack }: HaystackJob,
): { readonly before: readonly Block[]; readonly after: readonly Block[] } {
  const { question, format } = settings.version === 'v1' && settings.guide ? guided(riddle, task, pack) : riddle;
  const layout = pack.layouts[settings.version][task][settings.position];
  return layoutBlocks(layout, { question, format, examples: riddle.examples ?? '', ...(riddle.values && { values: riddle.values }) });
}
