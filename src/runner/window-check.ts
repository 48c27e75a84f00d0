import type { Model, Sample, SkippedSample } from '../core/index.ts';

/** Tokens that a chat template adds when the model states no allowance of its own. */
export const DEFAULT_OVERHEAD_TOKENS = 32;

/** What the plan must know of a model. */
export type PlannedModel = Pick<Model, 'contextTokens' | 'overheadTokens' | 'thinkingTokens' | 'capabilities'>;

/** Tokens that prompt and answer may fill together; undefined for an unknown window. */
export function roomTokens({
  contextTokens,
  overheadTokens = DEFAULT_OVERHEAD_TOKENS,
  thinkingTokens = 0,
}: PlannedModel): number | undefined {
  return contextTokens === undefined ? undefined : Math.max(0, contextTokens - overheadTokens - thinkingTokens);
}

/** The sample itself, or its skip (reason `window`, with the figures) when prompt, template, thinking and answer cannot fit a known window. */
export function checkWindow(sample: Sample, model: PlannedModel): Sample | SkippedSample {
  const { contextTokens, overheadTokens = DEFAULT_OVERHEAD_TOKENS, thinkingTokens = 0 } = model;
  const { id, task, cell, longestStepTokens: promptTokens = sample.promptTokens } = sample;
  const answerTokens = answerRoomTokens(sample);
  const needed = promptTokens + overheadTokens + answerTokens + thinkingTokens;
  if (contextTokens === undefined || needed <= contextTokens) return sample;
  const thinking = thinkingTokens > 0 ? ` + ${thinkingTokens} thinking` : '';
  const sum = `${promptTokens} prompt + ${overheadTokens} template${thinking} + ${answerTokens} answer tokens = ${needed}`;
  return { id, task, cell, skipped: { reason: 'window', detail: `${sum}; the window holds ${contextTokens}` } };
}

/** Room that answers need in the fullest call: its own answer and every reply that its prompt quotes, each at its limit. */
function answerRoomTokens({ ask }: Sample): number {
  if (ask.kind !== 'generate') return 0;
  const limits = ask.steps.map((step) => step.output.maxTokens);
  const rooms = ask.steps.map((step, i) => {
    const pieces = step.messages.flatMap((message) => message.blocks.flatMap((block) => block.pieces));
    const quoted = pieces.map((piece) => ('reply' in piece ? (limits[piece.reply] ?? 0) : 0));
    return quoted.reduce((sum, tokens) => sum + tokens, limits[i]!);
  });
  return Math.max(0, ...rooms);
}
