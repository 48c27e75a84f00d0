import type { Followed } from '../../scoring/index.ts';

/** What a conversation adds to the numbers of one turn. */
export interface TurnCounts {
  readonly instructions: number;
  readonly strict: number;
  readonly loose: number;
}

/** Counts of a turn. */
export function turnCounts({ strict, loose }: Followed): TurnCounts {
  const followed = (list: readonly boolean[]) => list.filter(Boolean).length;
  return { instructions: strict.length, strict: followed(strict), loose: followed(loose) };
}

/** The four numbers of a turn over conversations: all instructions followed (prompt) or each (instruction), strict and loose. 0–1. */
export interface TurnNumbers {
  readonly promptStrict: number;
  readonly promptLoose: number;
  readonly instructionStrict: number;
  readonly instructionLoose: number;
}

/** Adds up conversations that have the turn; undefined for none. */
export function turnNumbers(all: readonly TurnCounts[]): TurnNumbers | undefined {
  const instructions = sum(all, ({ instructions: n }) => n);
  if (instructions === 0) return undefined;
  const share = (form: 'strict' | 'loose') => ({
    prompt: sum(all, (each) => Number(each[form] === each.instructions)) / all.length,
    instruction: sum(all, (each) => each[form]) / instructions,
  });
  const [strict, loose] = [share('strict'), share('loose')];
  return {
    promptStrict: strict.prompt,
    promptLoose: loose.prompt,
    instructionStrict: strict.instruction,
    instructionLoose: loose.instruction,
  };
}

/** The benchmark's score of a turn: the mean of the four. */
export function turnAverage({ promptStrict, promptLoose, instructionStrict, instructionLoose }: TurnNumbers): number {
  return (promptStrict + promptLoose + instructionStrict + instructionLoose) / 4;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
