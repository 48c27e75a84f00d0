/** A kind of the built test. */
export interface BuiltVariant {
  readonly id: string;
  readonly title: string;
  /** Examples of a label stand together, instead of round by round. */
  readonly grouped: boolean;
  /** Labels go by codes that say nothing, so that the examples alone tell them. */
  readonly coded: boolean;
}

/** The test as published, its variant that shows what position does, and ours that no knowledge of the labels' words helps with. */
export const BUILT_VARIANTS: readonly BuiltVariant[] = [
  { id: 'built-classification', title: 'the label of a text, examples round by round', grouped: false, coded: false },
  { id: 'built-classification-grouped', title: 'the label of a text, examples label by label', grouped: true, coded: false },
  { id: 'built-classification-codes', title: 'the label of a text, labels named by codes', grouped: false, coded: true },
];
