import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result, Sample, ScoredRow } from '../../core/index.ts';
import { answered, dataRun } from '../../datasets/data-run.fixture.ts';
import { zipArchive } from '../../datasets/rows/zip-archive.fixture.ts';
import { longbenchE, longbenchFamily } from './index.ts';
import { LONGBENCH_TASKS } from './tasks.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => longbenchFamily.tasks.find(({ id }) => id === `longbench/${name}`)!;

async function scoreOf(name: string, sample: Sample, reply: string) {
  const result = (await task(name).score(answered(reply), sample, {})) as Result;
  return result.status === 'ok' ? result.score : undefined;
}

test('all 21 data sets, 13 of them by length, each with the room that is published', () => {
  expect([longbenchFamily.tasks.length, longbenchE.tasks.length]).toEqual([21, 13]);
  const rooms = LONGBENCH_TASKS.map(({ maxTokens }) => maxTokens);
  expect(rooms).toEqual([128, 128, 64, 64, 32, 32, 32, 128, 512, 512, 512, 512, 64, 32, 128, 64, 32, 32, 32, 64, 64]);
});

test('a row is a question about its text, in the published order', async () => {
  const { samples, messages, wholeTokens } = await dataRun(task('qasper'), { dataDir });
  expect(samples).toMatchObject([
    { id: 'longbench/qasper/1/0', target: ['copper wire', 'copper'], facts: { id: 'qasper-1', mode: 'corrected' } },
  ]);
  expect(messages(samples[0]!)).toEqual([
    expect.stringMatching(/\n\nWe heated copper wire to 80 degrees\.\n\n[^]*Question: Which metal was heated\?\nAnswer:$/),
  ]);
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
  const trec = await dataRun(task('trec'), { dataDir });
  expect(trec.messages(trec.samples[0]!)[0]).toMatch(/Type: Date\nQuestion: Where is the harbour\?\nType:$/);
  const code = await dataRun(task('lcc'), { dataDir });
  expect(code.messages(code.samples[0]!)[0]).toMatch(/total = a \+ b\nThe next line of code:\n$/);
  expect(code.samples[0]!.cell).toEqual({ language: 'en', code: 'python', repeat: 0 });
});

test('every data set has words around its text', async () => {
  const row = JSON.parse(readFileSync(join(dataDir, 'qasper.jsonl'), 'utf8')) as object;
  const folder = await mkdtemp(join(tmpdir(), 'fathom-longbench-'));
  for (const { id } of LONGBENCH_TASKS) await writeFile(join(folder, `${id}.jsonl`), JSON.stringify(row));
  for (const each of longbenchFamily.tasks) {
    const { samples, messages } = await dataRun(each, { dataDir: folder });
    expect(messages(samples[0]!)[0]).toContain('We heated copper wire to 80 degrees.');
    const blocks = samples[0]!.ask.kind === 'generate' ? samples[0]!.ask.steps[0]!.messages.at(-1)!.blocks : [];
    expect(blocks.map(({ role }) => role)).toContain('question');
  }
  await rm(folder, { recursive: true });
});

test('the data is read out of data.zip as well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-longbench-'));
  const file = readFileSync(join(dataDir, 'qasper.jsonl'), 'utf8');
  await writeFile(join(folder, 'data.zip'), zipArchive({ 'data/qasper.jsonl': file }));
  const { samples, corpora } = await dataRun(task('qasper'), { dataDir: folder });
  expect(samples).toHaveLength(1);
  expect(corpora[0]!.origin['path']).toBe(join(folder, 'data.zip!data/qasper.jsonl'));
  expect((await longbenchFamily.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  expect((await dataRun(task('musique'), { dataDir: folder })).skipped).toMatchObject([{ skipped: { reason: 'no-data' } }]);
  await rm(folder, { recursive: true });
});

test('answers are scored by the best accepted one; compat keeps the published defects', async () => {
  const first = async (name: string, mode = 'corrected') => (await dataRun(task(name), { dataDir, mode })).samples[0]!;
  expect(await scoreOf('qasper', await first('qasper'), 'The copper')).toMatchObject({ value: 1, metric: 'f1-en', mode: 'corrected' });
  expect(await scoreOf('multifieldqa_zh', await first('multifieldqa_zh'), '艾达。')).toMatchObject({ value: 1 });
  expect(await scoreOf('trec', await first('trec'), 'Place\nPerson')).toMatchObject({ value: 1 });
  expect(await scoreOf('lcc', await first('lcc'), '# sum\n    return total')).toMatchObject({ value: 1 });
  const long = Array.from({ length: 1200 }, (_, i) => `w${i}`).join(' ');
  const values = await Promise.all(
    ['corrected', 'compat'].map(async (mode) => scoreOf('gov_report', { ...(await first('gov_report', mode)), target: [long] }, long)),
  );
  expect(values.map((score) => score!.value > 0.99)).toEqual([true, false]);
});

test('categories weigh the same, code is in both tables; E goes by length', async () => {
  const row = (name: string, value: number): ScoredRow => ({
    task: `longbench/${name}`,
    cell: {},
    result: { status: 'ok', score: { value, mode: 'corrected', metric: 'f1-en' } },
  });
  const rows = [row('qasper', 1), row('narrativeqa', 0), row('trec', 1), row('multifieldqa_zh', 0), row('lcc', 0.5)];
  const values = Object.fromEntries(longbenchFamily.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ en: 2 / 3, zh: 0.25, overall: (2 / 3 + 0.25) / 2, 'en/single-doc-qa': 0.5, 'zh/code': 0.5, qasper: 1 });
  const even = longbenchE.tasks.find(({ id }) => id === 'longbench-e/qasper')!;
  const { samples } = await dataRun(even, { dataDir });
  expect(samples.map(({ cell }) => cell['words'])).toEqual(['0-4k', '4-8k', '8k+']);
  const scored = samples.map(({ task: id, cell }, i): ScoredRow => ({ ...row('', i / 2), task: id, cell }));
  const bins = Object.fromEntries(longbenchE.aggregate(scored, {}).map(({ metric, value }) => [metric, value]));
  expect(bins).toMatchObject({ overall: 0.5, '0-4k': 0, '4-8k': 0.5, 'qasper/8k+': 1 });
});

test('the user’s copy of the published configuration takes the place of our wording and our room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-longbench-'));
  const file = join(folder, 'dataset2prompt.json');
  await writeFile(
    file,
    JSON.stringify({ qasper: 'Text {context} {{as it stands}} asks {input}!', trec: '{context} {kontext}', lcc: 'no text {input}' }),
  );
  await writeFile(join(folder, 'dataset2maxlen.json'), JSON.stringify({ qasper: 7 }));
  const { samples, messages, wholeTokens } = await dataRun(task('qasper'), { dataDir, prompts: folder, mode: 'compat' });
  expect(messages(samples[0]!)).toEqual([
    expect.stringMatching(/^Text [^]*We heated copper wire to 80 degrees\.[^]* \{\{as it stands\}\} asks Which metal was heated\?!$/),
  ]);
  expect(samples[0]).toMatchObject({
    promptTokens: wholeTokens(samples[0]!),
    ask: { steps: [{ output: { maxTokens: 7 } }] },
    facts: { promptPack: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  const again = await dataRun(task('qasper'), { dataDir, prompts: file, mode: 'compat' });
  expect(again.samples).toEqual(samples);
  const refused = { trec: '{kontext} that is not known', lcc: '{context} 0 times, not once', gov_report: 'has no prompt for gov_report' };
  for (const [name, said] of Object.entries(refused))
    await expect(dataRun(task(name), { dataDir, prompts: folder })).rejects.toMatchObject({
      code: 'data',
      message: expect.stringContaining(said) as string,
    });
  await expect(dataRun(task('qasper'), { dataDir, prompts: join(folder, 'x.json') })).rejects.toMatchObject({ code: 'missing' });
  await rm(folder, { recursive: true });
});
