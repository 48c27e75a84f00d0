import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ancestralTrace } from './ancestral-trace.ts';
import { defaultPrompts } from './default-prompts.ts';
import { fill } from './fill.ts';
import { promptPackJsonSchema } from './index.ts';
import { layoutBlocks, textOfBlocks } from './layout.ts';
import { completePromptPack, loadPromptPack } from './load-prompt-pack.ts';
import { multiReasoning } from './multi-reasoning.ts';
import { loadNames } from './needle-data.ts';
import { ownNeedleRows, ownValues } from './own-needles.ts';
import { guided, questionParts } from './question-parts.ts';
import { singleRetrieval } from './single-retrieval.ts';
import { built, testRun } from './test-run.fixture.ts';
import { rubricOf } from './rubric.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-pack-'));
});
afterAll(() => rm(folder, { recursive: true }));
const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('our wording is such a pack, and comes back from its file unchanged', async () => {
  expect(await loadPromptPack(await file('ours.json', JSON.stringify(defaultPrompts)))).toEqual(defaultPrompts);
  expect(await loadPromptPack(await file('empty.json', '{}'))).toEqual(defaultPrompts);
  expect([defaultPrompts.en.kinship.templates.length, defaultPrompts.zh.kinship.templates.length]).toEqual([7, 6]);
  for (const { kinship } of [defaultPrompts.en, defaultPrompts.zh]) {
    expect(kinship.terms.map(({ generations }) => generations)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(kinship.templatesV1).toHaveLength(8);
  }
});

const families = (parts: object) => ({ en: { needleFamilies: [{ ...defaultPrompts.en.needleFamilies[0], ...parts }] } });

test('a part replaces our wording, the rest stays', () => {
  const pack = completePromptPack({ en: { reasoning: { question: 'Who came first, {name}?' } } }, 'test');
  expect(pack.en.reasoning).toEqual({ ...defaultPrompts.en.reasoning, question: 'Who came first, {name}?' });
  expect(pack.zh).toEqual(defaultPrompts.zh);
});

test.each([
  [
    { en: { layouts: { v2: { 'single-retrieval': { end: 'no place' } } } } },
    'at en.layouts.v2.single-retrieval.end: a layout holds {context} exactly once',
  ],
  [{ en: { kinship: { templates: ['{A} knows {B}.'] } } }, 'at en.kinship.templates.0: this sentence needs {rel}'],
  [families({ needle: 'Nothing to see on {key}.' }), 'at en.needleFamilies.0.needle: this sentence needs {value}'],
  [families({ needle: 'Here is the {value}.' }), 'at en.needleFamilies.0.needle: this sentence needs {key}'],
  [families({ question: 'What?' }), 'at en.needleFamilies.0.question: this sentence needs {key}'],
  [families({ question: 'Is the {value} on {key}?' }), 'at en.needleFamilies.0.question: this sentence must not hold {value}'],
  [families({ format: " Answer '{value}.'" }), 'at en.needleFamilies.0.format: this sentence must not hold {value}'],
  [{ zh: { reasoning: { question: '最年长的是谁？' } } }, 'at zh.reasoning.question: this sentence needs {name}'],
  [{ en: { ancestralTrace: { eldest: { question: 'Who?' } } } }, 'at en.ancestralTrace.eldest.question: this sentence needs {name}'],
  [
    { en: { ancestralTraceHard: { 'nth-ancestor': { question: 'Who is above {name}?' } } } },
    'at en.ancestralTraceHard.nth-ancestor.question: this sentence needs {n}',
  ],
  [
    { en: { ancestralTrace: { distance: { question: 'How far is {name}?' } } } },
    'at en.ancestralTrace.distance.question: this sentence needs {other}',
  ],
  [{ en: { ancestralTraceV1: { question: 'Who?' } } }, 'at en.ancestralTraceV1.question: this sentence needs {name}'],
  [{ en: { ancestralTraceChoice: { question: 'Who?' } } }, 'at en.ancestralTraceChoice.question: this sentence needs {name}'],
  [{ en: { ancestralTraceChoice: { option: '{text}' } } }, 'at en.ancestralTraceChoice.option: this sentence needs {letter}'],
  [{ en: { ancestralTraceChoice: { option: '{letter}' } } }, 'at en.ancestralTraceChoice.option: this sentence needs {text}'],
  [
    { en: { ancestralTraceChoice: { layout: { end: '{context}{question}' } } } },
    'at en.ancestralTraceChoice.layout.end: the layout of a choice holds {format}',
  ],
  [{ en: { facts: { question: 'Was {who} born in {town}?' } } }, 'at en.facts.question: this sentence must not hold {town}'],
  [{ en: { facts: { home: '{A} was born.' } } }, 'at en.facts.home: this sentence needs {town}'],
  [{ en: { sentences: [] } }, 'Unrecognized key'],
  [{ __proto__: null, constructor: { prototype: 1 } }, 'Unrecognized key'],
])('%j is no pack', (parts, message) => {
  expect(() => completePromptPack(parts as never, 'pack.json')).toThrow(message);
  expect(() => completePromptPack(parts as never, 'pack.json')).toThrow('pack.json: not a prompt pack');
});

test('the JSON Schema describes every part', () => {
  expect(promptPackJsonSchema()).toMatchObject({ type: 'object', required: ['name', 'en', 'zh'], additionalProperties: false });
  expect(JSON.stringify(promptPackJsonSchema())).toContain('ancestralTraceHard');
});

test('filling leaves unknown braces alone, and never reads what it put in', () => {
  expect(fill('\\boxed{x} {name} {n}', { name: '{n}', n: 3 })).toBe('\\boxed{x} {n} 3');
  expect(fill('{toString}', {})).toBe('{toString}');
});

test('a layout gives back exactly its text', () => {
  const layout = 'A {question}\n{format} for {name}. <{context}> {examples}!';
  const { before, after } = layoutBlocks(layout, { question: 'Q {context}?', format: 'F', examples: '', values: { name: 'N' } });
  expect(textOfBlocks(before)).toBe('A Q {context}?\nF for N. <');
  expect(before.map(({ role }) => role)).toEqual(['instruction', 'question', 'instruction', 'format', 'instruction']);
  expect(textOfBlocks(after)).toBe('> !');
});

test('official files and a pack make the official prompt', async () => {
  const dataDir = folder;
  const question = "What is hidden on Foo? Please say 'The thing on Foo is ___.'";
  await file(
    'needles.jsonl',
    [
      { language: 'English', needle: 'On Foo the bar is hidden.', retrieval_question: question, arg1: 'Foo', arg2: 'bar' },
      { language: 'Chinese', needle: '福岛藏着宝。', retrieval_question: "福岛藏着什么？请按照'福岛藏着___。'", arg1: '福岛', arg2: '宝' },
    ]
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );
  await file('names.json', JSON.stringify({ English: 'Al,Bo,Cy,Di', Chinese: '甲,乙,丙,丁' }));
  await file(
    'multi_needle_reasoning_en.json',
    JSON.stringify([{ derivation_count: 2, derivations: ['One.', 'Two.'], question: 'So?', answer: 'Three' }]),
  );
  const prompts = await file(
    'official.json',
    JSON.stringify({
      en: {
        layouts: {
          v1: {
            'single-retrieval': { end: 'R\n{context}\nAsk: {question}{format}' },
            'multi-reasoning': { end: '[{context}]{question}{format}' },
          },
          v2: { 'multi-reasoning': { end: '{examples}|{context}|{question} box {name}' } },
        },
        guide: { 'single-retrieval': { before: 'Please say', insert: 'Think. ' }, 'multi-reasoning': { before: '', insert: ' Think.' } },
        reasoning: { question: 'Eldest of {name}?', examples: 'E' },
        kinship: { templates: ['{A}={rel}={B};'], terms: [{ word: 'mum', generations: 1 }] },
        ancestralTrace: { eldest: { layout: { end: '<{context}>{question}' }, question: 'Eldest of {name}?' } },
      },
    }),
  );
  const run = await testRun();
  const options = {
    mode: 'compat',
    suite: '128k',
    lengths: [1000],
    depths: [0],
    repeats: 1,
    languages: ['en'],
    needles: [2],
    dataDir,
    prompts,
  };
  const [single] = await built(singleRetrieval, { ...options, version: 'v1', suite: '32k' }, run.deps);
  expect(run.prompt(single!)).toBe(
    "R\n\nOn Foo the bar is hidden.\n\nAsk: What is hidden on Foo? Think. Please say 'The thing on Foo is ___.'",
  );
  const [facts] = await built(multiReasoning, { ...options, version: 'v1', suite: '32k' }, run.deps);
  expect(run.prompt(facts!)).toBe('[\nOne.\n\nTwo.\n]So? Think.');
  const [chain] = await built(multiReasoning, options, run.deps);
  const { path } = rubricOf<{ path: string[] }>(chain!);
  expect(run.prompt(chain!)).toMatch(new RegExp(`^E\\|\n\\w+=mum=\\w+;\n\n\\w+=mum=\\w+;\n\\|Eldest of ${path[0]}\\? box ${path[0]}$`));
  const [trace] = await built(ancestralTrace, { ...options, atcNeedles: [3], questions: ['eldest'] }, run.deps);
  expect(run.prompt(trace!)).toMatch(/^<(\w\w=mum=\w\w;){3}>Eldest of \w\w\?$/);
});

test('corrected mode drops empty and repeated official names, compat keeps the list', async () => {
  const dataDir = await mkdtemp(join(folder, 'names-'));
  await writeFile(join(dataDir, 'names.json'), JSON.stringify({ English: "Al,,Bo, ,Al, Bo,bo,O'Hara,O’Hara,Cy\n", Chinese: '甲,乙' }));
  expect(await loadNames({ dataDir }, 'en', 'corrected')).toEqual(['Al', 'Bo', "O'Hara", 'Cy']);
  expect(await loadNames({ dataDir }, 'en', 'compat')).toEqual(['Al', '', 'Bo', ' ', 'Al', ' Bo', 'bo', "O'Hara", 'O’Hara', 'Cy\n']);
  await writeFile(join(dataDir, 'names.json'), JSON.stringify({ English: 'Al,,al' }));
  await expect(loadNames({ dataDir }, 'en', 'corrected')).rejects.toMatchObject({ code: 'data' });
});

test('a torn needle file names its line', async () => {
  const dataDir = await mkdtemp(join(folder, 'torn-'));
  await writeFile(
    join(dataDir, 'needles.jsonl'),
    '{"language":"English","needle":"a","retrieval_question":"q?","arg1":"k","arg2":"v"}\n{"language":"Engl',
  );
  const run = await testRun();
  await expect(built(singleRetrieval, { dataDir, lengths: [2000] }, run.deps)).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('needles.jsonl:2: '),
  });
  await expect(built(multiReasoning, { dataDir, lengths: [2000] }, run.deps)).rejects.toMatchObject({
    code: 'missing',
    message: expect.stringContaining('names.json'),
  });
});

test('question and cue part at the question mark, and the guide goes between', () => {
  expect(questionParts('谁？请说。')).toEqual({ question: '谁？', format: '请说。' });
  expect(questionParts('Tell me')).toEqual({ question: 'Tell me', format: '' });
  const pack = {
    ...defaultPrompts.en,
    guide: { ...defaultPrompts.en.guide, 'single-retrieval': { before: 'none such', insert: ' Think.' } },
  };
  expect(guided({ question: 'Q?', format: ' F' }, 'single-retrieval', pack)).toEqual({ question: 'Q?', format: ' F Think.' });
});

test('our needles: keywords never inside one another, rows distinct, the format quotes one sentence', () => {
  for (const language of ['en', 'zh'] as const) {
    const values = ownValues(language);
    const joined = `\n${values.join('\n').toLowerCase()}\n`;
    expect(values.filter((value) => joined.indexOf(value.toLowerCase()) !== joined.lastIndexOf(value.toLowerCase()))).toEqual([]);
    expect(values.length).toBeGreaterThan(1200);
    const rows = ownNeedleRows(defaultPrompts).filter((row) => row.language === language);
    expect([rows.length, new Set(rows.map(({ key }) => key)).size, new Set(rows.map(({ value }) => value)).size]).toEqual([60, 60, 60]);
    for (const { needle, question, key, value } of rows) {
      expect([needle.includes(key), needle.includes(value), question.includes(key), question.includes(value)]).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect(question.split("'")).toHaveLength(3);
    }
  }
});
