/** `official`: as published, defects included. `fixed`: the defect that the metric's description names is repaired. */
export type ScoringMode = 'official' | 'fixed';

export interface ModeOptions {
  /** Default `official`. */
  readonly mode?: ScoringMode;
}
