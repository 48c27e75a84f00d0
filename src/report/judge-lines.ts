import { countLabel, countNoun } from './labels.ts';
import type { RunSummary } from './run-summary.ts';

/** Sentences on the judge, its prompts and its cost, and on thinking that was taken out; none where there is nothing to say. Hold names of models: escape them. */
export function judgeLines({ judge, removedThinking }: Pick<RunSummary, 'judge' | 'removedThinking'>): readonly string[] {
  const lines: string[] = [];
  if (judge) {
    const money = judge.usd === undefined ? '' : `; $${judge.usd.toFixed(4)}`;
    const tokens = `${countLabel(judge.inputTokens)} prompt tokens, ${countLabel(judge.outputTokens)} out`;
    lines.push(
      `Judged by ${judge.models.join(', ')} (prompts ${judge.prompts.join(', ')}): ${countNoun(judge.answers, 'answer')}, ${countNoun(judge.asked, 'question')} asked, ${judge.onRecord} on record (${tokens}${money})`,
    );
  }
  if (removedThinking)
    lines.push(
      `Thinking was taken out of ${countNoun(removedThinking.answers, 'answer')} before scoring (${countLabel(removedThinking.chars)} characters)`,
    );
  return lines;
}
