/** What notices of a class are made of. */
export interface NoticeClass {
  readonly label: string;
  readonly subjects: readonly string[];
  readonly events: readonly string[];
  /** Whole sentences. */
  readonly details: readonly string[];
}
