import type { z } from 'zod';
import { lastObject } from './json-in-text.ts';
import { CLOSENESS, CORRECTNESS, PAIRWISE, STEPS } from './judge-prompts.ts';

/** How a yes-or-no verdict is read. `lara`: yes if "true" stands anywhere, else no. `loogle`: exactly True or False. `tolerant`: JSON, else one clear word. */
export type BinaryReading = 'tolerant' | 'lara' | 'loogle';

/** Reads a yes-or-no verdict; undefined when there is none, or when it says both. */
export function readBinary(text: string, reading: BinaryReading = 'tolerant'): boolean | undefined {
  if (reading === 'lara') return text.toLowerCase().includes('true');
  if (reading === 'loogle') return text === 'True' ? true : text === 'False' ? false : undefined;
  const object = readJson(text, CORRECTNESS.answer);
  if (object) return object.correct;
  // "That is not true" is left unread rather than read as a yes.
  if (/\bnot\b|n['’]t\b/i.test(text)) return undefined;
  const yes = /\b(?:true|yes|correct)\b/i.test(text);
  const no = /\b(?:false|no|incorrect|wrong)\b/i.test(text);
  return yes === no ? undefined : yes;
}

/** Who is better by a verdict. */
export type Preference = 'A' | 'B' | 'tie';

/** Reads which answer is better: JSON, or the tags [[A]], [[B]], [[C]] (a tie). Undefined when there is no verdict, or several that differ. */
export function readPreference(text: string): Preference | undefined {
  const object = readJson(text, PAIRWISE.answer);
  if (object) return object.better;
  const tags = new Set(Array.from(text.matchAll(/\[\[([ABC])\]\]/g), ([, tag]) => tag));
  if (tags.size !== 1) return undefined;
  const [tag] = tags;
  return tag === 'C' ? 'tie' : (tag as 'A' | 'B');
}

/** Reads a score from 0 to 100: JSON, or the only whole number in the text (85, 85/100). Undefined when there is none, or one out of range. */
export function readPercent(text: string): number | undefined {
  const object = readJson(text, CLOSENESS.answer);
  if (object) return object.score;
  const numbers = text.replace(/\/\s*100\b/, '').match(/-?\d+(?:\.\d+)?/g) ?? [];
  const value = numbers.length === 1 ? Number(numbers[0]) : Number.NaN;
  return Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined;
}

/** Reads the numbers of covered steps (from 1), each once, those that are none of `steps` left out. Undefined when there is no list. */
export function readCovered(text: string, steps: number): readonly number[] | undefined {
  const covered = readJson(text, STEPS.answer)?.covered;
  return covered && [...new Set(covered)].filter((step) => step >= 1 && step <= steps).sort((a, b) => a - b);
}

function readJson<V>(text: string, schema: z.ZodType<V>): V | undefined {
  return lastObject(text, (value) => schema.safeParse(value).data);
}
