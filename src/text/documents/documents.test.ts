import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corpusOf, createDocuments, loadCorpus } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  return createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest('hex');
}

describe('loadCorpus', () => {
  test('a text file is one document without byte order mark and carriage returns', async () => {
    const path = await put('a.txt', '\ufeffone\r\ntwo\rthree\r\n\ufeff\0\ufffd');
    const text = 'one\ntwo\rthree\n\ufeff\0\ufffd';
    const corpus = await loadCorpus(path);
    expect({ ...corpus, bytes: Buffer.from(corpus.bytes).toString(), documents: [...corpus.documents] }).toEqual({
      digest: sha256(text),
      language: 'en',
      origin: { kind: 'path', path },
      bytes: text,
      documents: [0, Buffer.byteLength(text)],
    });
  });

  test('a folder is its text files sorted by code point of the path', async () => {
    await put('b/z.md', 'B');
    await put('\uffee.txt', 'F');
    await put('𠀀.txt', 'G');
    await put('b.txt', 'A');
    await put('a/rows.jsonl', '{"text":"one"}\n\n{"text":"two","more":1}\r\n');
    await put('b/picture.png', 'no text');
    const corpus = await loadCorpus(folder, { language: 'zh' });
    expect({ text: Buffer.from(corpus.bytes).toString(), documents: [...corpus.documents], language: corpus.language }).toEqual({
      text: 'onetwoABFG',
      documents: [0, 3, 6, 7, 8, 9, 10],
      language: 'zh',
    });
  });

  test('the digest knows where documents end', async () => {
    await put('1.txt', 'ab');
    await put('2.txt', 'c');
    const corpus = await loadCorpus(folder);
    expect(corpus.digest).toBe(sha256('abc', Buffer.of(0xff, 2, 0, 0, 0, 0, 0, 0, 0)));
    expect(corpus.digest).toBe(corpusOf(['ab', 'c'], { language: 'en', origin: {} }).digest);
    expect(corpus.digest).not.toBe(corpusOf(['a', 'bc'], { language: 'en', origin: {} }).digest);
  });

  test.each([
    ['我说 hello 他听', 'zh'],
    ['He said 好 and left for home', 'en'],
    ['12345', 'en'],
  ])('guesses the language of %j: %s', async (text, language) => {
    expect((await loadCorpus(await put('a.txt', text))).language).toBe(language);
  });

  test.each([
    ['empty.txt', '', 'data', 'empty.txt holds no text'],
    ['blank.md', '\ufeff \r\n\u3000', 'data', 'blank.md holds no text'],
    ['none.jsonl', '\n', 'data', 'none.jsonl holds no rows'],
    ['broken.jsonl', '{"text":"a"}\n{"text":', 'data', 'broken.jsonl:2 is not a row {"text": "…"}'],
    ['other.jsonl', '{"text":"a"}\n\n{"body":"b"}', 'data', 'other.jsonl:3 is not a row {"text": "…"}'],
    ['blank.jsonl', '{"text":" "}', 'data', 'blank.jsonl holds no text'],
    ['latin.txt', Buffer.from('caf\xe9!', 'latin1'), 'data', 'latin.txt is not UTF-8: invalid at byte 3'],
    ['cut.txt', Buffer.from('ab中').subarray(0, 4), 'data', 'cut.txt is not UTF-8: invalid at byte 2'],
    ['surrogate.txt', Buffer.of(0x61, 0xed, 0xa0, 0x80), 'data', 'surrogate.txt is not UTF-8: invalid at byte 1'],
    ['overlong.txt', Buffer.of(0xc0, 0xaf), 'data', 'overlong.txt is not UTF-8: invalid at byte 0'],
    ['beyond.txt', Buffer.of(0xf4, 0x90, 0x80, 0x80), 'data', 'beyond.txt is not UTF-8: invalid at byte 0'],
    ['a.pdf', 'text', 'misuse', 'a.pdf: unknown kind of file'],
  ] as const)('refuses %s', async (name, content, code, message) => {
    const error: unknown = await loadCorpus(await put(name, content)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'FathomError', code, message: expect.stringContaining(message), fix: expect.stringMatching(/\w/) });
  });

  test('takes the texts of rows as they are', async () => {
    const rows = ['\ufeffone\r\n', '', 'two'].map((text) => JSON.stringify({ text })).join('\n');
    const corpus = await loadCorpus(await put('rows.jsonl', rows));
    expect([Buffer.from(corpus.bytes).toString(), [...corpus.documents]]).toEqual(['\ufeffone\r\ntwo', [0, 8, 8, 11]]);
  });

  test('refuses what is not there, and a folder without documents', async () => {
    const gone = join(folder, 'gone.txt');
    await expect(loadCorpus(gone)).rejects.toMatchObject({ code: 'missing', message: `${gone} does not exist` });
    await expect(loadCorpus(folder)).rejects.toMatchObject({ code: 'missing', message: `no documents in the folder ${folder}` });
  });
});

test('corpusOf refuses no document and no text, and keeps empty documents in their places', () => {
  const facts = { language: 'en', origin: { kind: 'builtin' } };
  expect(() => corpusOf([], facts)).toThrow('a corpus without documents');
  expect(() => corpusOf(['', ''], facts)).toThrow('every document of the corpus is empty');
  expect([...corpusOf(['', 'a', ''], facts).documents]).toEqual([0, 0, 1, 1]);
});

test('documents are found by digest', () => {
  const [a, b] = ['a', 'b'].map((text) => corpusOf([text], { language: 'en', origin: {} }));
  const documents = createDocuments([a!]);
  expect(documents.bytes(a!.digest)).toBe(a!.bytes);
  expect(() => documents.bytes(b!.digest)).toThrow(expect.objectContaining({ code: 'missing' }));
  documents.add(b!);
  expect(documents.bytes(b!.digest)).toBe(b!.bytes);
});
