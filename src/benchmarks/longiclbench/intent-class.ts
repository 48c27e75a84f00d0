/** What requests of one intent are made of: a way to ask, with {} for what is asked about. */
export interface IntentClass {
  readonly label: string;
  readonly asks: readonly string[];
  readonly things: readonly string[];
}
