import type { Cell, Documents, Json, Sample } from '../core/index.ts';
import { messageText } from '../text/index.ts';

/** A needle in a rendered message: UTF-16 offsets, end excluded; depth in percent. */
export interface ShownNeedle {
  readonly text: string;
  /** Index into `messages`. */
  readonly message: number;
  readonly startChar: number;
  readonly endChar: number;
  readonly depthPercent: number;
}

/** The stable JSON of `fathom show --json`. Fields are only ever added. */
export interface ShownSample {
  readonly task: string;
  readonly id: string;
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  readonly tokenizer: string;
  readonly lengthTokens: number;
  readonly needles: readonly ShownNeedle[];
  readonly target: Json;
  readonly cell: Cell;
}

/** Renders a sample for reading. */
export function shownSample(sample: Sample, documents: Documents): ShownSample {
  const { task, id, ask, target, cell, promptTokens } = sample;
  const messages = ask.kind === 'generate' ? ask.steps.flatMap((step) => step.messages) : [];
  const texts = messages.map((message) => ({ from: message.from, ...messageText(message, documents) }));
  return {
    task,
    id,
    messages: texts.map(({ from, content }) => ({ role: from, content })),
    tokenizer: ask.kind === 'generate' && 'tokenizer' in ask.fit ? ask.fit.tokenizer : '',
    lengthTokens: promptTokens,
    needles: texts.flatMap((text, message) => needlesOf(text, sample).map((needle) => ({ ...needle, message }))),
    target,
    cell,
  };
}

type MessageText = ReturnType<typeof messageText>;

function needlesOf({ content, spans }: MessageText, { placements = [] }: Sample): Omit<ShownNeedle, 'message'>[] {
  const inside = spans.filter(({ role }) => role === 'evidence' || role === 'context');
  const from = inside[0]?.startChar ?? 0;
  const length = Math.max(1, (inside.at(-1)?.endChar ?? 0) - from);
  return spans
    .filter(({ role }) => role === 'evidence')
    .map(({ id, startChar, endChar }) => ({
      text: content.slice(startChar, endChar),
      startChar,
      endChar,
      // A prompt without a haystack has no placements: its needles' depth is their share of the story's characters.
      depthPercent: placements.find((placement) => placement.id === id)?.depthPercent ?? Math.round(((startChar - from) / length) * 100_000) / 1000,
    }));
}
