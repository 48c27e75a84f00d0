import { z } from 'zod';
import type { Documents, Sample } from '../core/index.ts';
import { messageText } from '../text/index.ts';

const needleSchema = z.strictObject({
  text: z.string(),
  message: z.int().min(0).describe('Index into `messages`.'),
  startChar: z.int().min(0).describe('UTF-16 offset into the message’s content.'),
  endChar: z.int().min(0).describe('End, excluded.'),
  depthPercent: z.number().min(0).max(100).describe('Realised depth: share of the haystack’s tokens before the needle.'),
});

/** The stable JSON of `fathom show --json`. Fields are only ever added. */
export const shownSampleSchema = z.strictObject({
  task: z.string(),
  id: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
  tokenizer: z.string(),
  lengthTokens: z.int().min(0).describe('Tokens of all messages in `tokenizer`, without special tokens.'),
  needles: z.array(needleSchema),
  target: z.json(),
  cell: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type ShownSample = Readonly<z.infer<typeof shownSampleSchema>>;
export type ShownNeedle = Readonly<z.infer<typeof needleSchema>>;

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
    target: target as ShownSample['target'],
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
