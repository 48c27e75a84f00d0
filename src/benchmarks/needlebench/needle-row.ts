import type { Language } from './options.ts';

/** One needle with its question. `question` ends with a format cue that holds the sentence to fill in inside single quotes. */
export interface NeedleRow {
  readonly language: Language;
  readonly needle: string;
  readonly question: string;
  /** `arg1`: what the question names. */
  readonly key: string;
  /** `arg2`: the keyword of the answer. */
  readonly value: string;
}

/** A v1 reasoning item: statements in order, and what follows from them. */
export interface FactRecord {
  readonly count: number;
  readonly derivations: readonly string[];
  readonly question: string;
  readonly answer: string;
  /** People of one of our own items. */
  readonly people?: readonly string[];
}
