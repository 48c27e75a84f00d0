import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../core/index.ts';
import { ADVERSARIAL_PARTS, tokenizerConformance } from '../../../testing/tokenizer-conformance.ts';
import { mergeByScan } from '../bpe/merge.ts';
import { loadTokenizer } from '../index.ts';
import { parseRanks } from '../tiktoken/ranks.ts';
import { entryOfBytes } from './byte-alphabet.ts';
import { byteLevelBpe } from './byte-level-bpe.ts';
import { libraryTokenizer } from './library-tokenizer.ts';
import type { TokenizerJson } from './tokenizer-json.ts';

const TOKENS = 3000;
const CL100K = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
const QWEN = CL100K.replace(String.raw`\p{N}{1,3}`, String.raw`\p{N}`);
const O200K = [
  String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?`,
  String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?`,
  String.raw`\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
].join('|');
const DEEPSEEK = [
  String.raw`\p{N}{1,3}`,
  '[一-龥\u3040-ゟ゠-ヿ]+',
  String.raw`[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_${'`'}{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
];

const GPT2 = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`;

const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false };
const splits = (...patterns: readonly string[]): JsonObject => ({
  type: 'Sequence',
  pretokenizers: [...patterns.map((Regex) => ({ type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false })), byteLevel],
});
const added = (id: number, content: string, special: boolean): JsonObject => ({
  id,
  content,
  special,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});
const SPECIAL = added(TOKENS, '<|endoftext|>', true);

/** The first 3000 tokens of cl100k_base as a byte-level BPE model: each token's last merge found by merging with the tokens before it only. */
async function smallModel(merges: (pair: [string, string]) => Json): Promise<JsonObject> {
  const file = createRequire(import.meta.url).resolve('gpt-tokenizer/data/cl100k_base.tiktoken');
  const ranks = parseRanks(await readFile(file));
  const entries = Array.from({ length: TOKENS }, (_, id) => entryOfBytes(ranks.bytesOf(id)!));
  const pairs = entries.flatMap((_, id): [string, string][] => {
    const order = (a: number, b: number): number => (ranks.order(a, b) < id ? ranks.order(a, b) : -1);
    const [left, right] = mergeByScan(ranks.bytesOf(id)!, { ...ranks, order });
    return right === undefined ? [] : [[entries[left!]!, entries[right]!]];
  });
  return { type: 'BPE', dropout: null, vocab: Object.fromEntries(entries.map((entry, id) => [entry, id])), merges: pairs.map(merges) };
}

const model = await smallModel((pair) => pair);
const tokenizerJson = (overrides: JsonObject): JsonObject => ({
  version: '1.0',
  added_tokens: [SPECIAL],
  normalizer: null,
  pre_tokenizer: splits(CL100K),
  post_processor: null,
  decoder: { type: 'ByteLevel' },
  model,
  ...overrides,
});

const VARIANTS: readonly (readonly [string, boolean, JsonObject])[] = [
  ['cl100k', true, tokenizerJson({})],
  ['cl100k, whole tokens first', true, tokenizerJson({ model: { ...model, ignore_merges: true } })],
  ['merges as strings', true, tokenizerJson({ model: await smallModel(([left, right]) => `${left} ${right}`) })],
  ['o200k', true, tokenizerJson({ pre_tokenizer: splits(O200K) })],
  [
    'Qwen',
    true,
    tokenizerJson({
      normalizer: { type: 'NFC' },
      pre_tokenizer: splits(QWEN),
      added_tokens: [SPECIAL, added(TOKENS + 1, '//', false), added(TOKENS + 2, '!!//', false)],
    }),
  ],
  ['added runs of spaces', false, tokenizerJson({ added_tokens: [SPECIAL, added(TOKENS + 1, '  ', false)] })],
  ['GPT-2', false, tokenizerJson({ pre_tokenizer: splits(GPT2) })],
  ['DeepSeek', false, tokenizerJson({ pre_tokenizer: splits(...DEEPSEEK) })],
];

describe.each(VARIANTS)('our core as %s', (_, additive, json) => {
  test('gives the ids of the library', async () => {
    const own = byteLevelBpe('hf:test', json as unknown as TokenizerJson)!;
    const library = await libraryTokenizer('hf:test', json as unknown as TokenizerJson);
    expect(own.additive).toBe(additive);
    const texts = array(constantFrom(...ADVERSARIAL_PARTS), { maxLength: 14 }).map((parts) => parts.join(''));
    assert(
      property(texts, (text) => {
        expect([...own.encode(text)]).toEqual([...library.encode(text)]);
      }),
      { seed: 6, numRuns: 1500 },
    );
  });
});

test('ByteLevel by itself splits as GPT-2 does', () => {
  const [itself, spelled] = [{ ...byteLevel, use_regex: true }, splits(GPT2)].map((part) =>
    byteLevelBpe('hf:test', tokenizerJson({ pre_tokenizer: part }) as unknown as TokenizerJson)!,
  );
  // The library cannot judge this one: its own copy of the pattern has JavaScript's white space, with U+FEFF and without U+0085.
  for (const text of ["it's 12  o'clock\n\nnow", 'a\ufeff \ufeffb', 'a\u0085\u0085b']) {
    expect([...itself!.encode(text)]).toEqual([...spelled!.encode(text)]);
  }
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-tokenizer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(json: Json | string): ReturnType<typeof loadTokenizer> {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const path = join(folder, `${createHash('sha256').update(text).digest('hex')}.json`);
  await writeFile(path, text);
  return loadTokenizer(path);
}

for (const [name, , json] of VARIANTS) {
  const lossless = json['normalizer'] === null;
  tokenizerConformance(`tokenizer.json as ${name}`, { load: () => load(json), idLimit: TOKENS + 3, lossless, runUnits: 20_000 });
}

const wordPiece = {
  version: '1.0',
  added_tokens: [added(0, '[UNK]', true), added(1, '[CLS]', true)],
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
    pair: [],
    special_tokens: {},
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: false },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[UNK]': 0, '[CLS]': 1, deep: 2, '##er': 3, '[': 4, ']': 5, cls: 6 },
  },
};
tokenizerConformance('tokenizer.json through the library', { load: () => load(wordPiece), idLimit: 7, lossless: false, runUnits: 20_000 });

test('a WordPiece model goes through the library: nothing added, special tokens are plain text', async () => {
  const tokenizer = await load(wordPiece);
  expect(tokenizer.additive).toBe(false);
  expect([...tokenizer.encode('Deeper [CLS]')]).toEqual([2, 3, 4, 6, 5]);
  expect(Buffer.from(tokenizer.decode([2, 3, 4])).toString()).toBe('deeper [');
});

test('the id is made of the digest of the file', async () => {
  const text = JSON.stringify(wordPiece);
  expect((await load(text)).id).toBe(`hf:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`);
});

test('a special token in a text is plain text, another added token is itself', async () => {
  const tokenizer = await load(tokenizerJson({ added_tokens: [SPECIAL, added(TOKENS + 1, '<think>', false)] }));
  expect([...tokenizer.encode('<|endoftext|>')].filter((id) => id >= TOKENS)).toEqual([]);
  expect([...tokenizer.encode('<think>')]).toEqual([TOKENS + 1]);
  expect(Buffer.from(tokenizer.decode([TOKENS + 1])).toString()).toBe('<think>');
});

test.each([
  ['no JSON', '{"model":', 'it is not valid JSON'],
  ['no model', { added_tokens: [] }, 'model'],
  ['a model that nobody knows', { model: { type: 'Runes', vocab: {} } }, 'the library @huggingface/tokenizers refuses it'],
])('%s is broken data', async (_, json, message) => {
  await expect(load(json)).rejects.toMatchObject({ name: 'FathomError', code: 'data', message: expect.stringContaining(message) });
});

test('a file that is not there is missing, and is looked for again', async () => {
  const path = join(folder, 'later.json');
  await expect(loadTokenizer(path)).rejects.toMatchObject({ code: 'missing', message: `cannot read the tokenizer ${path}` });
  await writeFile(path, JSON.stringify(wordPiece));
  expect((await loadTokenizer(path)).count('deep')).toBe(1);
});
