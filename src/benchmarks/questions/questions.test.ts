import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import { corpusOf, createDocuments, generateProse, indexCorpus, loadTokenizer, messageText, type DocumentStore } from '../../text/index.ts';
import { loadQuestions, reopenQuestions } from './index.ts';
import { readRows } from './read-rows.ts';
import { elementLines } from './row-lines.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'questions-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : content.map((row) => JSON.stringify(row)).join('\n'));
  return path;
}

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'FathomError' });
  const { code, message, fix } = error as { code: string; message: string; fix: string };
  return { code, message: message.replaceAll(`${folder}/`, ''), fix };
};

describe('rows', () => {
  const text = fc.string({ minLength: 1, unit: 'binary' }).map((value) => `x${value}`);
  const row = fc.record(
    {
      question: text,
      expected: fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }), fc.integer(), fc.boolean()),
      documents: fc.array(fc.record({ text, evidence: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      maxTokens: fc.integer({ min: 1 }),
    },
    { requiredKeys: ['question', 'expected'] },
  );

  test('what was written is what is read, one a line or in an array of any layout, each with its line', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(0, 2, '\t'), (rows, indent) => {
        const lines = readRows(rows.map((each) => JSON.stringify(each)).join('\r\n\n'), 'jsonl');
        expect(lines.map(({ line }) => line)).toEqual(rows.map((_, i) => 2 * i + 1));
        const array = readRows(JSON.stringify(rows, null, indent), 'json');
        expect(array.map((each) => 'row' in each && each.row)).toEqual(lines.map((each) => 'row' in each && each.row));
        for (const [i, each] of lines.entries()) {
          const { question, expected, documents = [] } = rows[i]!;
          expect(each).toMatchObject({ row: { question, expected: [expected].flat().map(String), documents, scorer: 'contains' } });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no text makes the reader throw, and no row of another shape passes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom('jsonl', 'json'), (any, format) => {
        for (const read of readRows(any, format)) expect('problem' in read || 'row' in read).toBe(true);
        for (const read of readRows(JSON.stringify([any, { question: any }]), 'json')) expect(read).toHaveProperty('problem');
      }),
      { numRuns: 200 },
    );
  });

  test('elements of an array are found on the lines where they begin', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const parts = values.map((value) => JSON.stringify(value, null, 1));
        const wanted: number[] = [];
        for (const part of parts.keys()) wanted.push(part === 0 ? 2 : wanted[part - 1]! + parts[part - 1]!.split('\n').length + 1);
        expect(elementLines(`\n[${parts.join('\n,\n')}]`)).toEqual(wanted);
      }),
      { numRuns: 100 },
    );
    expect(elementLines('[\n1,\n"]\\",[",\n\n{"a": [1,\n2]}, []]')).toEqual([2, 3, 5, 6]);
  });
});

describe('files', () => {
  test('bad rows are all named with their lines, ten at most', async () => {
    const rows = file('bad.jsonl', [
      { question: 'Who?', expected: 'me', documents: './nowhere.txt' },
      { question: 'Who?', expected: 'me', scorer: 'regex' },
      { question: ' ', expected: 'me' },
      { question: 'Who?', expected: [], colour: 'red' },
      { question: 'How many?', expected: 'three', scorer: 'number' },
      { question: 'Which?', choices: ['one', 'two'], expected: 'three' },
      { id: 'a', question: 'Who?', expected: 'me' },
      { id: 'a', question: 'Who?', expected: 'me' },
      { question: 'Who?', expected: 'me', documents: { text: 'a', path: 'b.txt' } },
    ]);
    const { code, message, fix } = await refused(loadQuestions([rows]));
    expect(code).toBe('data');
    expect(message).toBe(
      [
        'Bad rows in bad.jsonl:',
        'bad.jsonl:1: nowhere.txt does not exist',
        `bad.jsonl:2: at scorer: Invalid option: expected one of "contains"|"word"|"keywords"|"exact"|"number"|"boxed"|"choice"|"levenshtein"|"words"|"judge"`,
        'bad.jsonl:3: at question: holds no text',
        'bad.jsonl:4: there is no field "colour"',
        'bad.jsonl:5: at expected: the scorer number needs numbers',
        'bad.jsonl:6: at expected: "three" is none of the choices and no letter of one',
        'bad.jsonl:8: the id "a" is taken by line 7',
        'bad.jsonl:9: at documents.0: give either a text or a path',
      ].join('\n  '),
    );
    expect(fix).toContain('documents, question, expected');
    const many = await refused(loadQuestions([file('many.jsonl', 'torn\n'.repeat(14))]));
    expect(many.message.split('\n')).toHaveLength(12);
    expect(many.message).toContain('… and 4 more');
  });

  test.each<[string, string, string, RegExp]>([
    ['none.jsonl', '', 'data', /holds no questions/],
    ['object.json', '{"question": "Who?", "expected": "me"}', 'data', /object\.json:1: expected an array/],
    ['torn.json', '[{"question": "Who?"', 'data', /torn\.json:1: not valid JSON/],
    ['table.csv', 'question,expected', 'misuse', /table\.csv is no question file/],
  ])('%s is refused', async (name, content, code, message) => {
    expect(await refused(loadQuestions([file(name, content)]))).toMatchObject({ code, message: expect.stringMatching(message) as string });
  });

  test('a document that many questions are about is kept once; a change of it is noticed', async () => {
    mkdirSync(join(folder, 'notes'));
    file('notes/a.txt', 'The gate is green.\n');
    const path = file('shared.jsonl', [
      { question: 'Which colour?', expected: 'green', documents: 'notes/a.txt' },
      { question: 'Which colour has the gate?', expected: 'green', documents: ['./notes', 'The gate is green.\n'] },
    ]);
    const [task] = (await loadQuestions([path])).tasks;
    const [corpus] = task!.corpora!;
    expect(corpus!.documents).toHaveLength(3);
    expect((await reopenQuestions([corpus!])).tasks[0]!.corpora![0]!.digest).toBe(corpus!.digest);
    file('notes/a.txt', 'The gate is grey.\n');
    expect(await refused(reopenQuestions([corpus!]))).toMatchObject({
      code: 'data',
      message: expect.stringContaining('is not what the run') as string,
    });
  });

  test('files of the same name are tasks of different names', async () => {
    for (const name of ['one', 'two']) mkdirSync(join(folder, name));
    const paths = ['one/the faq.v2.jsonl', 'two/the faq.v2.jsonl'].map((name) => file(name, [{ question: 'Who?', expected: 'me' }]));
    expect((await loadQuestions(paths)).tasks.map(({ id }) => id)).toEqual(['questions/the-faq-v2', 'questions/the-faq-v2-2']);
  });
});

interface Built {
  readonly samples: readonly (Sample | SkippedSample)[];
  readonly documents: DocumentStore;
}

async function build(rows: readonly object[], options: JsonObject, given?: string): Promise<Built> {
  const tokenizer = await loadTokenizer('o200k_base');
  const origin = { kind: given === undefined ? 'builtin' : 'path' };
  const corpus = corpusOf(given === undefined ? generateProse({ language: 'en', seed: 0, minimumBytes: 30_000 }) : [given], {
    language: 'en',
    origin,
  });
  const indexed = (text = corpus) => indexCorpus(text, tokenizer);
  const deps: TaskDeps = { tokenizer, seed: 0, haystack: () => indexed(), index: indexed };
  const [task] = (await loadQuestions([file('made.jsonl', rows)])).tasks;
  const samples = await Array.fromAsync(task!.samples(options, deps));
  return { samples, documents: createDocuments([corpus, ...task!.corpora!]) };
}

const promptOf = (sample: Sample | SkippedSample | undefined, documents: DocumentStore) => {
  if (!sample || 'skipped' in sample || sample.ask.kind !== 'generate') throw new Error('no prompt');
  const [message] = sample.ask.steps[0]!.messages;
  return { ...messageText(message!, documents), blocks: message!.blocks };
};

describe('prompts', () => {
  const rows = [
    {
      id: 'lamp',
      instruction: 'Be brief.',
      documents: ['Lamps are made in Orford.\n', { text: 'Shades are made in Luton.', evidence: false }],
      question: 'Where are lamps made?',
      choices: ['Luton', 'Orford'],
      expected: 'Orford',
      tags: ['b', 'a'],
    },
  ];

  test('as they are: instruction, documents, question, with roles, a break for the cache and the exact count', async () => {
    const { samples, documents } = await build(rows, {});
    const [sample] = samples as [Sample];
    const { content, blocks } = promptOf(sample, documents);
    expect(content).toBe(
      'Be brief.\n\nLamps are made in Orford.\n\nShades are made in Luton.\n\nWhere are lamps made?\nA. Luton\nB. Orford',
    );
    expect(blocks.map(({ role, id, cacheBreak }) => [role, id, cacheBreak])).toEqual([
      ['instruction', undefined, undefined],
      ['evidence', 'document-1', undefined],
      ['context', 'document-2', true],
      ['instruction', undefined, undefined],
      ['question', undefined, undefined],
      ['choices', undefined, undefined],
    ]);
    expect(sample).toMatchObject({
      id: 'questions/made/lamp/0',
      target: 'B',
      cell: { language: 'en', question: 'lamp', tags: 'b, a', repeat: 0 },
      promptTokens: (await loadTokenizer('o200k_base')).count(content),
    });
    expect(JSON.stringify(sample)).not.toContain('Orford.');
  });

  test('hidden: exactly the length at every depth, the document whole, its text not in the recipe', async () => {
    const tokenizer = await loadTokenizer('o200k_base');
    const { samples, documents } = await build(rows, { lengths: [600, 1500], depths: [0, 50, 100] });
    expect(samples.map(({ id }) => id.replace('questions/made/lamp/', ''))).toEqual([
      '600/0/0',
      '600/50/0',
      '600/100/0',
      '1500/0/0',
      '1500/50/0',
      '1500/100/0',
    ]);
    for (const sample of samples as Sample[]) {
      const { content, blocks } = promptOf(sample, documents);
      expect(tokenizer.count(content)).toBe(sample.cell['askedTokens']);
      expect(content).toContain('Lamps are made in Orford. Shades are made in Luton.');
      expect(content.endsWith('\n\nWhere are lamps made?\nA. Luton\nB. Orford')).toBe(true);
      expect(blocks.filter(({ role }) => role === 'evidence').map(({ id }) => id)).toEqual(['document-1']);
      expect(sample.placements).toHaveLength(2);
      expect(JSON.stringify(sample)).not.toContain('Orford.');
    }
  });

  test('without documents the haystack of the run is the context, whole or cut; a built-in one is refused', async () => {
    const bare = [{ question: 'Which bell rang?', expected: 'the old one' }];
    const book = 'The old bell rang twice. '.repeat(200).trim();
    const whole = await build(bare, {}, book);
    expect(promptOf(whole.samples[0], whole.documents).content).toBe(`${book}\n\nWhich bell rang?`);
    const cut = await build(bare, { lengths: [300] }, book);
    expect(cut.samples).toMatchObject([{ id: 'questions/made/1/300/-/0', promptTokens: 300 }]);
    for (const options of [{}, { lengths: [300] }])
      expect(await refused(build(bare, options))).toMatchObject({ code: 'misuse', fix: expect.stringContaining('--haystack') as string });
  });

  test('options are checked, and questions in other languages are skipped with their reason', async () => {
    const { samples } = await build([...rows, { question: '灯在哪里做？', documents: '灯在奥福德做。', expected: '奥福德' }], {
      languages: ['zh'],
    });
    expect(samples).toMatchObject([{ skipped: { reason: 'language' } }, { cell: { language: 'zh', question: '2' } }]);
    expect(await refused(build(rows, { depth: 5 }))).toMatchObject({
      code: 'misuse',
      fix: expect.stringContaining('Did you mean depths?') as string,
    });
    expect((await refused(build(rows, { depths: [5] }))).message).toContain('Depths need a length');
    expect((await refused(build(rows, { lengths: ['4k'] }))).message).toContain('cannot use lengths');
    expect((await refused(build(rows, { ids: ['lamps'] }))).message).toContain('no question "lamps"');
  });
});
