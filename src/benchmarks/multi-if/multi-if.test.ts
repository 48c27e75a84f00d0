import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Sample, ScoredRow } from '../../core/index.ts';
import { answered, dataRun } from '../../datasets/data-run.fixture.ts';
import { createDocuments, renderStep } from '../../text/index.ts';
import { multiIf, multiIfScorer } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const [task] = multiIf.tasks as [(typeof multiIf.tasks)[0]];
const folder = mkdtempSync(join(tmpdir(), 'fathom-multi-if-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, rows: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

const GOOD = {
  '101:1:en': ['The lamp is lit at dusk.', 'Orla lights the lamp. Orla rests.', 'Orla and Orla.\nGood night.'],
  '102:1:fr': [
    'Le vieux moulin tourne lentement au bord de la rivière, et les enfants du village viennent le voir.',
    '"Le vieux moulin tourne lentement au bord de la rivière.\n***\nLes enfants du village viennent le voir."',
    '"Le vieux moulin tourne lentement au bord de la rivière.\n***\nOn y moud la farine."',
  ],
  '103:1:zh': ['渡船来了。人们上船。船走了。', '<<渡船>>\n渡船来了。人们上船。船走了。', '<<渡船>>\n渡船来了。人们上船。\nP.S. 船走了。'],
  '104:1:hi': ['यह बगीचा सुंदर है।', 'यह बगीचा सुंदर है। यहाँ फूल हैं।\n- गुलाब\n- कमल'],
};

test('a conversation asks turn by turn, with the model’s own replies between', async () => {
  const { samples, skipped } = await dataRun(task, { dataDir });
  expect([samples.length, skipped]).toEqual([4, []]);
  const [english] = samples as [Sample];
  if (english.ask.kind !== 'generate') throw new Error(english.ask.kind);
  const said = english.ask.steps.map((step, i) =>
    renderStep(step, createDocuments([]), { replies: ['One.', 'Two.'].slice(0, i) }).messages.map(({ from, blocks }) => {
      const [block] = blocks;
      return `${from}: ${'text' in block!.source ? block!.source.text() : ''}`;
    }),
  );
  expect(said[0]).toEqual(["user: Describe a lighthouse keeper's day. Do not use any commas."]);
  expect(said[2]).toEqual([
    said[0]![0],
    'assistant: One.',
    'user: Name the keeper Orla, at least twice.',
    'assistant: Two.',
    'user: Close with the words "Good night."',
  ]);
  expect(samples.map(({ cell }) => cell)).toEqual([
    { language: 'en', turns: 3, repeat: 0 },
    { language: 'fr', turns: 3, repeat: 0 },
    { language: 'zh', turns: 3, repeat: 0 },
    { language: 'hi', turns: 2, repeat: 0 },
  ]);
  expect(JSON.stringify(english.ask)).not.toContain('no_comma');
});

test('languages, repeats and the room for an answer are options', async () => {
  const { samples, skipped } = await dataRun(task, { dataDir, languages: ['fr'], repeats: 2, maxTokens: 50 });
  expect(samples.map(({ id }) => id)).toEqual(['multi-if/conversations/102:1:fr/0', 'multi-if/conversations/102:1:fr/1']);
  expect(samples[0]!.ask).toMatchObject({ steps: [{ output: { maxTokens: 50 } }, {}, {}] });
  expect(skipped).toHaveLength(6);
});

async function rowOf(sample: Sample, replies: readonly string[]): Promise<ScoredRow> {
  return { task: task.id, cell: sample.cell, result: await task.score(answered(...replies), sample, {}) };
}

test('every turn is held to all instructions so far', async () => {
  const [english] = (await dataRun(task, { dataDir })).samples as [Sample];
  const { result } = await rowOf(english, ['One, two.', 'Orla. Orla.', 'Orla, Orla. Good night']);
  expect(result).toEqual({
    status: 'ok',
    score: {
      value: (0 + 1 + (0 + 0 + 1 / 3 + 1 / 3) / 4) / 3,
      parts: [
        { metric: 'turn-1', value: 0 },
        { metric: 'turn-2', value: 1 },
        { metric: 'turn-3', value: (1 / 3 + 1 / 3) / 4 },
      ],
      counts: {
        '1.instructions': 1,
        '1.strict': 0,
        '1.loose': 0,
        '2.instructions': 2,
        '2.strict': 2,
        '2.loose': 2,
        '3.instructions': 3,
        '3.strict': 1,
        '3.loose': 1,
      },
      mode: 'corrected',
      metric: 'instructions',
      why: 'turn 1: 0 of 1, turn 2: 2 of 2, turn 3: 1 of 3',
    },
  });
});

test('the headline is the mean of the turns; turns and languages stand beside it', async () => {
  const { samples } = await dataRun(task, { dataDir });
  const rows = await Promise.all(samples.map((sample) => rowOf(sample, GOOD[sample.id.split('/')[2] as keyof typeof GOOD])));
  const all = multiIf.aggregate(rows, {});
  const value = (metric: string) => all.find((each) => each.metric === metric);
  // Turn 1: Hindi has one sentence of two. Turn 3: the French forbidden word, in its last line, is forgiven loosely.
  expect(value('turn-1')).toMatchObject({ value: 3 / 4, n: 4, missing: 0 });
  expect(value('turn-2')).toMatchObject({ value: 1, n: 4 });
  expect(value('turn-3')).toMatchObject({ value: (2 / 3 + 1 + 9 / 10 + 1) / 4, n: 3 });
  expect(value('turn-3/instructionStrict')).toMatchObject({ value: 9 / 10 });
  expect(value('turn-3/hi')).toMatchObject({ value: null, n: 0, cell: { language: 'hi', turn: 3 } });
  expect(all[0]!.value).toBeCloseTo((3 / 4 + 1 + (2 / 3 + 1 + 9 / 10 + 1) / 4) / 3, 12);
});

const row = (key: string, kwargs: unknown) => ({
  key,
  language: 'English',
  turn_1_prompt: { role: 'user', content: 'Say it.' },
  turn_1_instruction_id_list: ['language:response_language'],
  turn_1_kwargs: [kwargs],
});

test('compat keeps a published defect: zh is never Chinese', async () => {
  file('multi-if.jsonl', [row('1', { language: 'zh' })]);
  const value = async (mode: string) => {
    const [sample] = (await dataRun(task, { dataDir: folder, mode })).samples as [Sample];
    const { result } = await rowOf(sample, ['今天早上港口很安静，渡船还在等最后几位乘客。']);
    return result.status === 'ok' ? [result.score.value, result.score.mode] : result;
  };
  expect([await value('compat'), await value('corrected')]).toEqual([
    [0, 'compat'],
    [1, 'corrected'],
  ]);
});

test('rows that cannot be scored are refused before anything is asked, or left out by name', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  file('broken/multi-if.jsonl', [
    row('1', { language: 'en' }),
    row('2', {}),
    { key: '3', language: 'English', turn_1_prompt: 'None' },
    row('1', { language: 'fr' }),
  ]);
  await expect(dataRun(task, { dataDir: broken })).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('multi-if.jsonl:2: turn 1: language:response_language: at language: '),
  });
  const { samples, skipped } = await dataRun(task, { dataDir: broken, badRows: 'skip' });
  expect(samples.map(({ id }) => id)).toEqual(['multi-if/conversations/1/0', 'multi-if/conversations/1#2/0']);
  expect(skipped.map(({ skipped: { detail } }) => detail)).toEqual([
    expect.stringContaining(':2: turn 1'),
    expect.stringContaining(':3: there is no turn_1_prompt'),
  ]);
  mkdirSync(join(folder, 'none'));
  expect((await dataRun(task, { dataDir: join(folder, 'none') })).skipped[0]!.skipped.reason).toBe('no-data');
});

describe('stored answers', () => {
  const responses = Object.entries(GOOD).map(([key, replies]) => ({ key, responses: replies }));
  const score = async (predictions: string, skipBadRows = false) => {
    const scoring = await multiIfScorer.score({ predictions: [predictions], data: dataDir, skipBadRows });
    const value = (turn: string, metric: string) => scoring.scores.find((each) => each.task === turn && each.metric === metric);
    return { ...scoring, value };
  };

  test('are scored by turn and by language, as a run scores them', async () => {
    const { value, scores } = await score(file('answers.jsonl', responses));
    expect(value('turn-1', 'average')).toMatchObject({ value: 3 / 4, n: 4 });
    expect(value('turn-3', 'prompt_strict')).toMatchObject({ value: 2 / 3, n: 3 });
    expect(value('turn-3/fr', 'instruction_strict')).toMatchObject({ value: 3 / 4, n: 1 });
    expect(value('turn-3/hi', 'average')).toMatchObject({ value: null, n: 0 });
    const [low, high] = ['average_low', 'average_high'].map((metric) => value('turn-1', metric)!.value!);
    expect([low! < 3 / 4, high]).toEqual([true, 1]);
    expect(scores).toHaveLength(5 * 3 * 7);
  });

  test('may stand in columns, a turn each', async () => {
    const columns = responses.map(({ key, responses: [one, two, three] }) => ({
      key,
      turn_1_response: one,
      turn_2_response: two,
      turn_3_response: three,
    }));
    expect((await score(file('columns.jsonl', columns))).scores).toEqual((await score(file('answers.jsonl', responses))).scores);
  });

  test('that cannot be paired are told', async () => {
    const path = file('odd.jsonl', [
      ...responses.slice(0, 1),
      { key: '999', responses: ['x'] },
      { key: '104:1:hi', responses: ['x'] },
      { key: '103:1:zh', responses: 7 },
    ]);
    await expect(score(path)).rejects.toMatchObject({ code: 'data', message: expect.stringContaining(`${path}:2: no conversation`) });
    const { skipped, value } = await score(path, true);
    expect(skipped.map(({ line, problem }) => `${line} ${problem.slice(0, 26)}`)).toEqual([
      '2 no conversation has the ke',
      '3 2 turns, but 1 responses',
      '4 responses is no JSON list ',
    ]);
    expect(value('turn-1', 'average')!.n).toBe(1);
    await expect(multiIfScorer.score({ predictions: ['a', 'b'] })).rejects.toMatchObject({ code: 'misuse' });
  });
});
