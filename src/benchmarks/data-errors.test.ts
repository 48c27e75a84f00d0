/** What is said of data folders and files that cannot be asked about. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataRun } from '../datasets/data-run.fixture.ts';
import { familyIds, loadFamily, loadStoredScorer } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'fathom-data-errors-'));
const at = (name: string) => join(root, name);
beforeAll(() => {
  for (const folder of ['empty', 'blank', 'endless', 'answers']) mkdirSync(at(folder));
  writeFileSync(at('file'), 'a file');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(id: string, dataDir: string, options: object = {}) {
  const { tasks } = await loadFamily(id);
  return dataRun(
    tasks.find(({ needsData }) => needsData)!,
    { dataDir, ...options },
  );
}

const needing = (await Promise.all(familyIds.map(loadFamily))).filter(({ tasks }) => tasks.some(({ needsData }) => needsData));

describe('data that cannot be asked about', () => {
  it.each(needing.map(({ id }) => id))('%s: folders that are none, and one without its files', async (id) => {
    await expect(run(id, at('nowhere'))).rejects.toMatchObject({
      code: 'missing',
      message: `There is no folder ${at('nowhere')}: no data.`,
    });
    await expect(run(id, at('file'))).rejects.toMatchObject({ code: 'misuse', message: `${at('file')} is no folder.` });
    await expect(run(id, ' ')).rejects.toMatchObject({ code: 'misuse', message: 'The data folder has no name.' });
    const { samples, skipped } = await run(id, at('empty'));
    expect([samples, new Set(skipped.map((each) => each.skipped.reason))]).toEqual([[], new Set(['no-data'])]);
    expect(skipped[0]!.skipped.detail).toContain('there is no ');
  });

  it.each([
    ['longbench', 'narrativeqa.jsonl', ''],
    ['longbench-v2', 'data.json', '[]'],
    ['multi-if', 'multi-if.csv', 'key,language\n'],
    ['multi-if', 'multi-if.jsonl', '\n\n'],
  ])('%s: %s without a row', async (id, name, content) => {
    const file = join(at('blank'), name);
    writeFileSync(file, content);
    await expect(run(id, at('blank'))).rejects.toMatchObject({ code: 'data', message: `There are no rows in ${file}.` });
    rmSync(file);
  });

  it('an empty file among others is left out where bad rows are', async () => {
    writeFileSync(join(at('blank'), 'narrativeqa.jsonl'), '');
    const { skipped } = await run('longbench', at('blank'), { badRows: 'skip' });
    expect(skipped.map((each) => each.skipped.detail)).toEqual([`there are no rows in ${join(at('blank'), 'narrativeqa.jsonl')}`]);
  });

  it.runIf(process.platform !== 'win32').each([
    ['longbench', 'narrativeqa.jsonl'],
    ['longbench-v2', 'data.json'],
    ['lv-eval', 'loogle_SD_mixup.zip'],
    ['multi-if', 'multi-if.csv'],
    ['longiclbench', 'fewnerd_train_10turns.json'],
  ])('%s: waits for no pipe and no device in place of %s', async (id, name) => {
    const file = join(at('endless'), name);
    writeFileSync(join(at('endless'), 'fewnerd_test_1800.json'), '[]');
    execFileSync('mkfifo', [file]);
    await expect(run(id, at('endless'))).rejects.toMatchObject({
      code: 'missing',
      message: `Cannot read ${file}: it is a named pipe, not a file.`,
    });
    rmSync(file);
    symlinkSync('/dev/zero', file);
    await expect(run(id, at('endless'))).rejects.toMatchObject({ message: `Cannot read ${file}: it is a device, not a file.` });
    rmSync(file);
  });

  it.each([
    ['leval', 'tpo.pred.jsonl', at('answers')],
    ['longbench', 'qasper.jsonl', at('answers')],
    ['multi-if', 'answers.jsonl', at('answers/answers.jsonl')],
  ])('stored answers of %s without a row', async (id, name, named) => {
    const file = join(at('answers'), name);
    writeFileSync(file, '\n');
    const { score } = await loadStoredScorer(id);
    await expect(score({ predictions: [named] })).rejects.toMatchObject({ code: 'data', message: `There are no rows in ${file}.` });
    rmSync(file);
  });

  it.each(['leval', 'loco', 'multi-if'])('stored answers of %s beside a data folder that is none', async (id) => {
    writeFileSync(at('answers/rows.jsonl'), '{"key": "1", "responses": []}\n');
    const { score } = await loadStoredScorer(id);
    const predictions = [id === 'multi-if' ? at('answers/rows.jsonl') : at('answers')];
    await expect(score({ predictions, data: at('nowhere') })).rejects.toMatchObject({
      code: 'missing',
      message: `There is no folder ${at('nowhere')}: no data.`,
    });
  });
});
