import type { BenchmarkTask } from '../../../src/server/api.ts';
import type { Query } from '../api.ts';

/** What a prompt is tried with. A choice that the task does not have is left out of the request. */
export interface Choices {
  readonly task: string;
  readonly lengthTokens: number;
  readonly depthPercent: number;
  readonly language: string;
  readonly seed: number;
  readonly needles: number | undefined;
  readonly question: string | undefined;
}

/** Shortest and longest length that the slider reaches; the number beside it takes any. */
export const [SHORTEST, LONGEST] = [500, 1_000_000];

/** Numbers of an option of a task, as they are when nothing is asked for. */
export function numbersOf({ defaults }: BenchmarkTask, option: string): readonly number[] {
  return [defaults[option] ?? []].flat().filter((each): each is number => typeof each === 'number');
}

/** Counts of needles to choose from; empty where the task has no such choice. */
export const needleCounts = (task: BenchmarkTask): readonly number[] => [...numbersOf(task, 'needles'), ...numbersOf(task, 'atcNeedles')];

/** Kinds of questions to choose from. */
export const questionsOf = ({ defaults }: BenchmarkTask): readonly string[] =>
  [defaults['questions'] ?? []].flat().filter((each): each is string => typeof each === 'string');

/** A first choice for a task that keeps what was chosen before where the task has it too. */
export function choicesFor(task: BenchmarkTask, before?: Choices): Choices {
  const [counts, questions] = [needleCounts(task), questionsOf(task)];
  return {
    task: task.id,
    lengthTokens: before?.lengthTokens ?? 4000,
    depthPercent: before?.depthPercent ?? 50,
    language: before !== undefined && task.languages.includes(before.language) ? before.language : (task.languages[0] ?? 'en'),
    seed: before?.seed ?? 0,
    needles: counts.find((each) => each >= (before?.needles ?? 3)) ?? counts[0],
    question: questions.find((each) => each === before?.question) ?? questions[0],
  };
}

/** The choices that the task has, as the server is asked. */
export function tryQuery(task: BenchmarkTask, choices: Choices): Query {
  const has = (axis: string) => task.axes.includes(axis);
  const { lengthTokens, depthPercent, language, seed, needles, question } = choices;
  return {
    task: task.id,
    language,
    seed,
    lengthTokens: has('askedTokens') ? lengthTokens : undefined,
    depthPercent: has('depthPercent') ? depthPercent : undefined,
    needles: needleCounts(task).length > 0 ? needles : undefined,
    question: has('question') ? question : undefined,
  };
}

/** The form of a new run with the same choices. */
export function startLink(task: BenchmarkTask, choices: Choices): string {
  const { lengthTokens, depthPercent, needles } = tryQuery(task, choices);
  const isTrace = 'atcNeedles' in task.defaults;
  const given = {
    task: task.id,
    lengths: lengthTokens,
    depths: depthPercent,
    languages: choices.language,
    seed: choices.seed,
    [isTrace ? 'atcNeedles' : 'needles']: needles,
  };
  const words = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/start?${new URLSearchParams(Object.fromEntries(words) as Record<string, string>)}`;
}

/** Place of a length on a slider from 0 to 100, by its logarithm. */
export const lengthPlace = (tokens: number): number => (100 * Math.log(tokens / SHORTEST)) / Math.log(LONGEST / SHORTEST);

/** The length at a place, with two digits: 4,700 rather than 4,683. */
export function lengthAt(place: number): number {
  const tokens = SHORTEST * (LONGEST / SHORTEST) ** (place / 100);
  return Number(tokens.toPrecision(2));
}

/** `4k`, `1m`, as the command line writes it. */
export function lengthShown(tokens: number): string {
  if (tokens >= 1e6 && tokens % 1e5 === 0) return `${tokens / 1e6}m`;
  return tokens >= 1000 && tokens % 100 === 0 ? `${tokens / 1000}k` : String(tokens);
}

/** `0, 10, …, 100` where a longer list goes on in even steps. */
export function listShown(numbers: readonly number[], show: (value: number) => string): string {
  const [first = 0, second = 0] = numbers;
  const isEven = numbers.length > 5 && numbers.every((each, i) => each === first + i * (second - first));
  return (isEven ? [show(first), show(second), '…', show(numbers.at(-1)!)] : numbers.map(show)).join(', ');
}
