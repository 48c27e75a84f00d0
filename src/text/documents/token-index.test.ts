import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, nat } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Corpus, Tokenizer } from '../../core/index.ts';
import { loadTokenizer } from '../tokenizers/index.ts';
import { corpusOf, indexCorpus } from './index.ts';

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
  test('holds whole-document counts, and at every cut the count of the document so far', async () => {
    const tokenizer = await loadTokenizer(name);
    await assert(
      asyncProperty(bodies, nat(), async (documents, pick) => {
        const corpus = made(documents);
        const index = await indexCorpus(corpus, tokenizer);
        expect(index.tokens.at(-1)).toBe(documents.reduce((sum, text) => sum + tokenizer.count(text), 0));
        const cut = pick % index.offsets.length;
        const document = corpus.documents.findLastIndex((start) => start <= index.offsets[cut]!);
        const start = corpus.documents[Math.min(document, documents.length - 1)]!;
        const head = Buffer.from(corpus.bytes).toString('utf8', start, index.offsets[cut]!);
        expect(index.tokens[cut]! - index.tokens[index.offsets.indexOf(start)]!).toBe(tokenizer.count(head));
      }),
      { seed: 4, numRuns: 60, endOnFailure: true },
    );
  });
});

test('a text without safe cuts is one chunk', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  const corpus = made(['a'.repeat(100_000), 'b c']);
  const index = await indexCorpus(corpus, tokenizer);
  expect({ offsets: [...index.offsets], tokens: [...index.tokens] }).toEqual({
    offsets: [0, 100_000, 100_003],
    tokens: [0, 12_500, 12_502],
  });
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
