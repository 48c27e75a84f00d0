/** A text and its label, each in one line. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}
