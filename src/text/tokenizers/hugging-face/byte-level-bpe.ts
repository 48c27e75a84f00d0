import type { Tokenizer } from '../../../core/index.ts';
import { byteBpeTokenizer } from '../bpe/byte-bpe-tokenizer.ts';
import type { Split } from '../bpe/split.ts';
import { readBpeVocabulary } from './bpe-vocabulary.ts';
import { isolate, readPreTokenizer } from './pre-tokenizer.ts';
import type { AddedToken, TokenizerJson, TokenizerPart } from './tokenizer-json.ts';

/** Characters that stand at both sides of a safe cut. An added token that holds none of them cannot lie across one. */
const CUT_CHARACTERS = /[\p{White_Space}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A `tokenizer.json` on our own core: byte-level BPE models (Llama 3, Qwen, GLM, GPT-2, …) whose parts all have a certain reading here.
 * Undefined for every other tokenizer. Special tokens are never seen inside a text; other added tokens (`<think>`, runs of spaces) are
 * text of the model and are.
 */
export function byteLevelBpe(id: string, json: TokenizerJson): Tokenizer | undefined {
  const added = (json.added_tokens ?? []).filter((token) => !token.special);
  const normalize = readNormalizer(json.normalizer);
  const pre = readPreTokenizer(json.pre_tokenizer);
  if (normalize === undefined || pre === undefined || !added.every((token) => isPlain(token, json.normalizer))) return undefined;
  const vocabulary = readBpeVocabulary(json, added);
  if (vocabulary === undefined) return undefined;
  const additive = pre.additive && !added.some(({ content }) => CUT_CHARACTERS.test(content));
  const split: Split = (text, emit) => pre.split(normalize(text), emit);
  return byteBpeTokenizer({ id, additive, vocabulary, split: added.length === 0 ? split : aroundAdded(added, split) });
}

/** NFC or nothing; undefined for any other normaliser. */
function readNormalizer(part: TokenizerPart | null | undefined): ((text: string) => string) | undefined {
  if (part === null || part === undefined) return (text) => text;
  return part.type === 'NFC' ? (text) => text.normalize('NFC') : undefined;
}

/** True when the token is found in a text as it is written, with nothing stripped around it, before the text is normalised. */
function isPlain(token: AddedToken, normalizer: TokenizerPart | null | undefined): boolean {
  return !token.single_word && !token.lstrip && !token.rstrip && !(token.normalized && normalizer);
}

/** Added tokens are pieces of their own, the longest first; the text between them is split as if it stood alone. */
function aroundAdded(added: readonly AddedToken[], split: Split): Split {
  const contents = added.map(({ content }) => content).toSorted((a, b) => b.length - a.length);
  const known = new Set(contents);
  const isolated = isolate(
    new RegExp(contents.map((content) => content.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|'), 'gu'),
  );
  return (text, emit) => isolated(text, (part) => (known.has(part) ? emit(part) : split(part, emit)));
}
