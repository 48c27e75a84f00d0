/** Sentences of a chronicle in one language, one pattern an entry; towns are composed of three parts. */
export interface ChronicleWords {
  readonly towns: readonly (readonly string[])[];
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly goods: readonly string[];
  readonly arrivals: readonly string[];
  readonly scenes: readonly string[];
  readonly purchases: readonly string[];
  readonly hires: readonly string[];
  readonly pastGoods: readonly string[];
  readonly pastPeople: readonly string[];
  readonly departures: readonly string[];
  /** Between sentences. */
  readonly between: string;
}
