import { seededRandom, type PythonRandom, type Sample } from '../../core/index.ts';
import { effectiveLength, meanOfPresent, UNKNOWN_INTERVAL } from '../../stats/index.ts';
import { fakeSample } from '../fake-run.fixture.ts';
import { GRID_SAMPLES, searchCost, type PromptCount } from './search-cost.ts';
import type { SearchOutcome } from './search-outcome.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';
import { searchState, type SearchOptions, type SearchState } from './search.ts';

/** Chance of a right answer at a length and a depth (percent). */
export type Curve = (lengthTokens: number, depthPercent: number) => number;

/** Draws a curve for a grid of lengths, whose ends are given as log2 of tokens. */
export type CurveFamily = (random: PythonRandom, ends: { readonly first: number; readonly last: number }) => Curve;

const between = (random: PythonRandom, low: number, high: number): number => low + (high - low) * random.random();

/** Curves by name: known truths that a search is tried on. */
export const CURVES: { readonly [name: string]: CurveFamily } = {
  /** Falls along log2(length), somewhere from before the first to beyond the last length. */
  logistic,
  /** Good up to a length, bad from there on. */
  step: (random, { first, last }) => {
    const [good, bad, at] = [between(random, 0.96, 1), between(random, 0, 0.6), between(random, first - 0.5, last + 1)];
    return (length) => (Math.log2(length) < at ? good : bad);
  },
  /** Nearly the same at every length, clearly above or clearly below 85 %. */
  flat: (random) => {
    const [start, slope] = [random.random() < 0.5 ? between(random, 0.97, 1) : between(random, 0.5, 0.72), between(random, 0, 0.002)];
    return (length) => start - slope * Math.log2(length / 1000);
  },
  /** As logistic, and worse in the middle of the prompt: the mean over the depths is what counts. */
  'lost in the middle': (random, ends) => {
    const [curve, sag] = [logistic(random, ends), between(random, 0, 0.3)];
    return (length, depth) => curve(length, depth) * (1 - sag * Math.sin((Math.PI * depth) / 100) ** 2);
  },
  /** Nearly the same at every length, within the zone of indifference: no answer is wrong by more than δ. */
  'flat at the threshold': (random) => {
    const [start, slope] = [between(random, 0.84, 0.9), between(random, 0, 0.006)];
    return (length) => start - slope * Math.log2(length / 1000);
  },
};

/** Draws as the study that the search was chosen by: 93–100 % at best, the middle from the first length to 2.4 times the last. */
function logistic(random: PythonRandom, { first, last }: Parameters<CurveFamily>[1]): Curve {
  const top = between(random, 0.93, 1);
  const middle = between(random, first, last + Math.log2(2.4));
  const steepness = between(random, 0.8, 3);
  return (length) => top / (1 + Math.exp(steepness * (Math.log2(length) - middle)));
}

const DEPTHS = Array.from({ length: 11 }, (_, i) => i * 10);

/** The plan of a grid of 11 depths × `repeats`, and the depth of each sample. */
export function gridPlan(
  lengths: readonly number[],
  repeats = 10,
): { readonly plan: SearchPlan; readonly depths: ReadonlyMap<string, number> } {
  const samples: readonly Sample[] = lengths.flatMap((askedTokens) =>
    DEPTHS.flatMap((depthPercent) =>
      Array.from({ length: repeats }, (_, repeat) =>
        fakeSample(`${askedTokens}/${depthPercent}/${repeat}`, { cell: { askedTokens, depthPercent, repeat }, promptTokens: askedTokens }),
      ),
    ),
  );
  return { plan: planSearch(samples, 0), depths: new Map(samples.map(({ id, cell }) => [id, Number(cell['depthPercent'])])) };
}

/** Answers a whole search: up to `concurrency` samples are out at once and come back in any order, `answer` says what comes back. */
export function answerSearch(
  plan: SearchPlan,
  answer: (id: string) => SearchOutcome,
  settings: { readonly options: SearchOptions; readonly concurrency: number; readonly random: PythonRandom },
): { readonly state: SearchState; readonly outcomes: ReadonlyMap<string, SearchOutcome> } {
  const outcomes = new Map<string, SearchOutcome>();
  const out: string[] = [];
  for (;;) {
    const state = searchState(plan, outcomes, settings.options);
    const wanted = state.wanted.filter((id) => !out.includes(id));
    out.push(...wanted.slice(0, settings.concurrency - out.length));
    if (out.length === 0) return { state, outcomes };
    const [id] = out.splice(settings.random.below(out.length), 1);
    outcomes.set(id!, answer(id!));
  }
}

/** How a search did on many curves of a family. Shares are 0–1. */
export interface Trials {
  readonly exact: number;
  readonly withinOneStep: number;
  /** The length found scores at least threshold − δ, and the one beyond it at most threshold + δ. */
  readonly withinDelta: number;
  readonly prompts: number;
  readonly tokens: number;
  /** Tokens asked of those that the grid of 110 samples a length takes. */
  readonly tokenShare: number;
}

/** Where and how often curves are tried. */
export interface Simulation {
  readonly lengths: readonly number[];
  readonly trials: number;
  readonly options: SearchOptions;
}

/** What came out on one curve: the place of the length found (−1: none), and what was asked. */
interface Attempt extends PromptCount {
  readonly found: number;
}

/** Runs a search on many curves of a family, each drawn and answered from a seed of its own. */
export function simulate(family: string, settings: Simulation & { readonly concurrency: number }): Trials {
  const { lengths, options, concurrency } = settings;
  const grid = gridPlan(lengths, Math.ceil(options.maxPerLength / DEPTHS.length));
  return tryCurves(family, settings, (curve, random) => {
    const answer = (id: string): SearchOutcome => ({ score: hit(random, curve(Number.parseInt(id), grid.depths.get(id)!)) });
    const { state, outcomes } = answerSearch(grid.plan, answer, { options, concurrency, random });
    return { found: lengths.indexOf(state.passesTokens ?? 0), ...searchCost(grid.plan, outcomes).spent };
  });
}

/** The same curves, measured by a grid of so many samples at every length. */
export function simulateGrid(family: string, settings: Simulation & { readonly samples: number }): Trials {
  const { lengths, options, samples } = settings;
  return tryCurves(family, settings, (curve, random) => {
    const points = lengths.map((lengthTokens) => {
      const scores = Array.from({ length: samples }, (_, i) => hit(random, curve(lengthTokens, DEPTHS[i % DEPTHS.length]!)));
      return { lengthTokens, ...meanOfPresent(scores), ...UNKNOWN_INTERVAL };
    });
    const { tokens } = effectiveLength(points, options.threshold);
    return { found: lengths.indexOf(tokens ?? 0), prompts: samples * lengths.length, tokens: samples * sumOf(lengths) };
  });
}

function tryCurves(family: string, settings: Simulation, attempt: (curve: Curve, random: PythonRandom) => Attempt): Trials {
  const { lengths, trials, options } = settings;
  const ends = { first: Math.log2(lengths[0]!), last: Math.log2(lengths.at(-1)!) };
  const judged = Array.from({ length: trials }, (_, trial) => {
    const random = seededRandom(trial, 'simulated-search', family);
    const curve = CURVES[family]!(random, ends);
    const means = lengths.map((length) => sumOf(DEPTHS.map((depth) => curve(length, depth))) / DEPTHS.length);
    return judge(attempt(curve, random), means, options);
  });
  const mean = (key: keyof Trials) => sumOf(judged.map((each) => each[key])) / trials;
  return {
    exact: mean('exact'),
    withinOneStep: mean('withinOneStep'),
    withinDelta: mean('withinDelta'),
    prompts: mean('prompts'),
    tokens: mean('tokens'),
    tokenShare: mean('tokens') / (GRID_SAMPLES * sumOf(lengths)),
  };
}

function judge({ found, prompts, tokens }: Attempt, means: readonly number[], { threshold, delta }: SearchOptions) {
  const failing = means.findIndex((mean) => mean < threshold);
  const miss = Math.abs(found - ((failing < 0 ? means.length : failing) - 1));
  const isWithin = (means[found] ?? 1) >= threshold - delta && (means[found + 1] ?? 0) <= threshold + delta;
  return { exact: Number(miss === 0), withinOneStep: Number(miss <= 1), withinDelta: Number(isWithin), prompts, tokens, tokenShare: 0 };
}

function hit(random: PythonRandom, chance: number): number {
  return Number(random.random() < chance);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
