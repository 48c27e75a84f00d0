import type { Split } from '../bpe/split.ts';
import type { TokenizerPart } from './tokenizer-json.ts';
import { translatePattern } from './translate-pattern.ts';
import * as z from 'zod';

const byteLevel = z.looseObject({ type: z.literal('ByteLevel'), add_prefix_space: z.literal(false), use_regex: z.boolean().default(true) });
const split = z.looseObject({
  type: z.literal('Split'),
  pattern: z.looseObject({ Regex: z.string() }),
  behavior: z.literal('Isolated'),
  invert: z.literal(false).default(false),
});
const sequence = z.looseObject({ type: z.literal('Sequence'), pretokenizers: z.array(z.looseObject({ type: z.string() })) });

/** The pattern that ByteLevel uses by itself (GPT-2). */
const GPT2 = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;

const CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const SPACES = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`;
const UPPER = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const LOWER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const PREFIX = String.raw`[^\r\n\p{L}\p{N}]?`;
const PUNCTUATION = String.raw` ?[^\s\p{L}\p{N}]+`;

/** Patterns over which counts add up at safe cuts: those of cl100k (Llama 3, Qwen, GLM) and o200k, numbers in groups of one, two or three. */
const ADDITIVE: ReadonlySet<string> = new Set(
  [String.raw`\p{N}`, String.raw`\p{N}{1,2}`, String.raw`\p{N}{1,3}`].flatMap((numbers) => [
    String.raw`${CONTRACTION}|${PREFIX}\p{L}+|${numbers}|${PUNCTUATION}[\r\n]*|${SPACES}`,
    String.raw`${PREFIX}${UPPER}*${LOWER}+${CONTRACTION}?|${PREFIX}${UPPER}+${LOWER}*${CONTRACTION}?|${numbers}|${PUNCTUATION}[\r\n/]*|${SPACES}`,
  ]),
);

/** How a `tokenizer.json` cuts text into pieces; `additive` as in `Tokenizer`. */
export interface PreTokenizer {
  readonly split: Split;
  readonly additive: boolean;
}

/** Our reading of a pre-tokenizer that splits by patterns and then maps bytes; undefined for every other kind. */
export function readPreTokenizer(part: TokenizerPart | null | undefined): PreTokenizer | undefined {
  const steps = sequence.safeParse(part).data?.pretokenizers ?? (part ? [part] : []);
  const last = byteLevel.safeParse(steps.at(-1)).data;
  const splits = steps.slice(0, -1).map((step) => split.safeParse(step).data?.pattern.Regex);
  if (last === undefined) return undefined;
  const sources = last.use_regex ? [...splits, GPT2] : splits;
  const patterns = sources.map((source) => (source === undefined ? undefined : translatePattern(source)));
  if (patterns.length === 0 || !patterns.every((pattern) => pattern !== undefined)) return undefined;
  const additive = sources.length === 1 && ADDITIVE.has(sources[0]!);
  return { split: patterns.map(isolate).reduce((outer, inner) => (text, emit) => outer(text, (piece) => inner(piece, emit))), additive };
}

/** Every match is a piece, and so is everything between two matches. */
export function isolate(pattern: RegExp): Split {
  return (text, emit) => {
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      if (match[0] === '') continue;
      if (match.index > from) emit(text.slice(from, match.index));
      emit(match[0]);
      from = match.index + match[0].length;
    }
    if (from < text.length) emit(text.slice(from));
  };
}
