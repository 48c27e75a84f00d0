import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '../../core/index.ts';

/** What a judge is asked, and the shape of its answer. The wording is ours; its hash is part of every key, so that no reply outlives a change of wording. */
export interface JudgePrompt<V> {
  readonly id: string;
  /** What the judge is to do, before the material. */
  readonly instruction: string;
  /** Names of the parts of the material, in prompt order. */
  readonly parts: readonly string[];
  /** How the verdict is to be given, after the material. */
  readonly form: string;
  /** The verdict as JSON. */
  readonly answer: z.ZodType<V>;
  readonly maxTokens: number;
}

/** The hash of a prompt's wording and answer form: SHA-256, hex, 16 digits. */
export function promptHash<V>({ id, instruction, parts, form, answer }: JudgePrompt<V>): string {
  return sha256(JSON.stringify([id, instruction, parts, form, z.toJSONSchema(answer)])).slice(0, 16);
}

/** A prompt with its material, ready to be asked. */
export interface RenderedPrompt {
  readonly text: string;
  /** `judge/ID/HASH/…`: the wording and the material. */
  readonly key: string;
  readonly schema: Json;
  readonly maxTokens: number;
}

/**
 * Lays the material out between tags. Material is strangers' text: a tag of ours inside of it is broken, so that an answer cannot close its own part
 * and speak to the judge as we do.
 */
export function renderPrompt<V>(prompt: JudgePrompt<V>, material: { readonly [part: string]: string }): RenderedPrompt {
  const { id, instruction, parts, form, answer, maxTokens } = prompt;
  const inner = (text: string) => text.replace(new RegExp(`<(?=/?(?:${parts.join('|')})>)`, 'gi'), '<\u200b');
  const laid = parts.map((part) => `<${part}>\n${inner(material[part] ?? '')}\n</${part}>`);
  const text = [instruction, ...laid, form].join('\n\n');
  return { text, key: `judge/${id}/${promptHash(prompt)}/${sha256(text)}`, schema: z.toJSONSchema(answer) as Json, maxTokens };
}

function sha256(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex');
}
