import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, nat } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Corpus, Tokenizer } from '../../core/index.ts';
import { loadTokenizer } from '../tokenizers/index.ts';
import { byteOfToken, corpusOf, indexCorpus, tokensBefore } from './index.ts';

const PARTS = [
  'The whale ',
  'rose. ',
  'And\n\n',
  '他说，',
  '这里没有人。\n',
  '"Yes," 12345',
  '😀',
  '👨‍👩‍👧',
  '\u3000\u3000',
  'zzzzzzzz',
  ' слово',
  '𠀀',
];
const bodies = array(
  array(constantFrom(...PARTS), { minLength: 1, maxLength: 900, size: 'max' }).map((parts) => parts.join('')),
  { minLength: 1, maxLength: 3 },
);
const made = (documents: readonly string[]): Corpus => corpusOf(documents, { language: 'en', origin: { kind: 'test' } });

describe.each(['o200k_base', 'cl100k_base', 'characters', 'words'])('index in %s', (name) => {
  test('holds whole-document counts, and finds tokens where a full encode finds them', async () => {
    const tokenizer = await loadTokenizer(name);
    await assert(
      asyncProperty(bodies, nat(), async (documents, pick) => {
        const corpus = made(documents);
        const index = await indexCorpus(corpus, tokenizer);
        expect(index.tokens.at(-1)).toBe(documents.reduce((sum, text) => sum + tokenizer.count(text), 0));
        const document = pick % documents.length;
        const text = documents[document]!;
        const total = tokenizer.count(text);
        const token = pick % (total + 2);
        const place = byteOfToken(index, tokenizer, document, token);
        expect(place).toEqual(slowPlace(text, Math.min(token, total), tokenizer));
        expect(tokensBefore(index, tokenizer, corpus.documents[document]!)).toBe(0);
      }),
      { seed: 4, numRuns: 60, endOnFailure: true },
    );
  });
});

/** Where a token starts, found by encoding the whole document. */
function slowPlace(text: string, token: number, tokenizer: Tokenizer): { byte: number; token: number } {
  const bytes = Buffer.from(text);
  if (token === tokenizer.count(text)) return { byte: bytes.length, token };
  if (tokenizer.id === 'words') {
    const starts = [...text.matchAll(/[\p{Script=Han}\p{Script=Hangul}]|[^\p{White_Space}\p{Script=Han}\p{Script=Hangul}]+/gu)];
    return { byte: Buffer.byteLength(text.slice(0, starts[token]!.index)), token };
  }
  const ids = tokenizer.encode(text);
  for (let before = token; ; before -= 1) {
    const byte = tokenizer.decode(ids.slice(0, before)).length;
    if (byte === bytes.length || (bytes[byte]! & 0xc0) !== 0x80) return { byte, token: before };
  }
}

test('tokens before a byte are those of the document cut there', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  await assert(
    asyncProperty(bodies, integer({ min: 0, max: 1_000_000 }), async (documents, pick) => {
      const corpus = made(documents);
      const index = await indexCorpus(corpus, tokenizer);
      const document = pick % documents.length;
      const head = Array.from(documents[document]!)
        .slice(0, pick % 4000)
        .join('');
      const byte = corpus.documents[document]! + Buffer.byteLength(head);
      const expected = head === documents[document] && document + 1 < documents.length ? 0 : tokenizer.count(head);
      expect(tokensBefore(index, tokenizer, byte)).toBe(expected);
    }),
    { seed: 5, numRuns: 60, endOnFailure: true },
  );
});

test('a text without safe cuts is one chunk', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  const corpus = made(['a'.repeat(100_000), 'b c']);
  const index = await indexCorpus(corpus, tokenizer);
  expect({ offsets: [...index.offsets], tokens: [...index.tokens] }).toEqual({
    offsets: [0, 100_000, 100_003],
    tokens: [0, 12_500, 12_502],
  });
  expect(byteOfToken(index, tokenizer, 0, 12_499)).toEqual({ byte: 99_992, token: 12_499 });
});

test('wrong places and wrong tokenizers are misuse', async () => {
  const [tokenizer, other] = [await loadTokenizer('characters'), await loadTokenizer('words')];
  const index = await indexCorpus(made(['中文']), tokenizer);
  const misuse = expect.objectContaining({ code: 'misuse' });
  expect(() => byteOfToken(index, tokenizer, 1, 0)).toThrow(misuse);
  expect(() => byteOfToken(index, tokenizer, 0, -1)).toThrow(misuse);
  expect(() => tokensBefore(index, tokenizer, 1)).toThrow(misuse);
  expect(() => tokensBefore(index, tokenizer, 7)).toThrow(misuse);
  expect(() => tokensBefore(index, other, 0)).toThrow(misuse);
});

describe('index cache', () => {
  let cacheDir: string;
  beforeEach(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'fathom-index-'));
  });
  afterEach(() => rm(cacheDir, { recursive: true, force: true }));

  const corpus = made([PARTS.join('').repeat(300)]);

  /** Counts like `characters` and keeps how often it was asked. */
  async function metered(): Promise<{ tokenizer: Tokenizer; calls: () => number }> {
    const inner = await loadTokenizer('characters');
    let calls = 0;
    const count = (text: string): number => {
      calls += 1;
      return inner.count(text);
    };
    return { tokenizer: { ...inner, count }, calls: () => calls };
  }

  test('a second index is read, not counted, and is the same', async () => {
    const { tokenizer, calls } = await metered();
    const first = await indexCorpus(corpus, tokenizer, { cacheDir });
    const counted = calls();
    const second = await indexCorpus(corpus, tokenizer, { cacheDir });
    expect({ second, calls: calls() }).toEqual({ second: first, calls: counted });
    expect(await readdir(cacheDir)).toEqual([`${corpus.digest}-characters-v1.index`]);
  });

  test.each([
    ['torn', (file: Buffer) => file.subarray(0, file.length - 16)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed in one bit', (file: Buffer) => Buffer.concat([file.subarray(0, -3), Buffer.of(file.at(-3)! ^ 1), file.subarray(-2)])],
    ['of another tokenizer', (file: Buffer) => Buffer.from(file.toString('latin1').replace('"characters"', '"characterz"'), 'latin1')],
    ['foreign', () => Buffer.from('hello\nworld')],
  ])('a file that is %s is ignored and written again', async (_, damage) => {
    const { tokenizer } = await metered();
    const good = await indexCorpus(corpus, tokenizer, { cacheDir });
    const path = join(cacheDir, `${corpus.digest}-characters-v1.index`);
    const file = await readFile(path);
    await writeFile(path, damage(file));
    expect(await indexCorpus(corpus, tokenizer, { cacheDir })).toEqual(good);
    expect(await readFile(path)).toEqual(file);
  });

  test('a folder that cannot be written is no error', async () => {
    const { tokenizer } = await metered();
    const blocked = join(cacheDir, 'file');
    await writeFile(blocked, '');
    await chmod(blocked, 0o400);
    const index = await indexCorpus(corpus, tokenizer, { cacheDir: join(blocked, 'inner') });
    expect(index.tokens.at(-1)).toBe(tokenizer.count(Buffer.from(corpus.bytes).toString()));
    expect(await readdir(cacheDir)).toEqual(['file']);
  });
});
