import { countNoun, cutsSentence } from '../report/index.ts';
import type { PlanSummary } from '../runner/index.ts';

/** What is cut from documents, and a warning where nearly nothing is left of them. No line where nothing is cut. */
export function cutLines(documents: PlanSummary['documents']): readonly string[] {
  const sentence = cutsSentence(documents);
  if (documents === undefined || sentence === undefined) return [];
  const { gone } = documents;
  const warning = `Warning: ${countNoun(gone, 'prompt')} ${gone === 1 ? 'shows' : 'show'} less than a tenth of the document: a larger --lengths or --context-tokens shows more.`;
  return [sentence, ...(gone > 0 ? [warning] : [])];
}
