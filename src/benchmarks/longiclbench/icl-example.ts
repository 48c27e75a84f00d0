/** A text with its labels, as a row of a set gives it. */
export interface IclExample {
  /** The text, without the slot of the answer. */
  readonly query: string;
  /** One label; of a dialogue one for each pair of names. */
  readonly labels: readonly string[];
}

/** The same before numbers are turned into names of labels. `firstPairs` cuts an example to its first pairs (DialogRE). */
export interface RawExample {
  readonly query: string;
  readonly labels: readonly (string | number)[];
  readonly firstPairs?: (count: number) => RawExample;
}
