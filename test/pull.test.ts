import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startHub, type HubServerOptions } from '../src/datasets/hub/hub-server.fixture.ts';
import { zipArchive } from '../src/datasets/rows/zip-archive.fixture.ts';
import { runSummarySchema } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, path } = workplace();

const FIXTURE = join(import.meta.dirname, '../src/benchmarks/longbench/fixtures/qasper.jsonl');
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const content = zipArchive({ 'data/qasper.jsonl': readFileSync(FIXTURE, 'utf8') });
const DATASETS = { 'THUDM/LongBench': { commit: COMMIT, licence: 'other', files: { 'data.zip': { content, lfs: true } } } };

let hub: Awaited<ReturnType<typeof startHub>> | undefined;
afterEach(async () => {
  await hub?.close();
  rmSync(path('data'), { recursive: true, force: true });
});

async function serve(options: Partial<HubServerOptions> = {}) {
  hub = await startHub({ datasets: DATASETS, ...options });
  const env = { HF_ENDPOINT: hub.url, HF_TOKEN: 'hf_secret', FATHOM_DATA: path('data') };
  return (args: readonly string[], more: object = {}) => fathom(args, { ...more, env });
}

const says = (text: string): string => expect.stringContaining(text) as string;

describe('fathom data', () => {
  test('data is pulled, found, asked about, verified and removed', async () => {
    const on = await serve();
    const folder = join(path('data'), 'longbench', COMMIT.slice(0, 12));
    expect(await on(['run', 'longbench', '--model', 'baseline/lexical'])).toMatchObject({
      code: 2,
      stderr: says('fathom data pull longbench'),
    });
    expect(await on(['data', 'path', 'longbench'])).toMatchObject({ code: 3, stdout: '' });
    const pull = await on(['data', 'pull', 'longbench', '--json']);
    expect(pull).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(pull.stdout)).toEqual({
      id: 'longbench',
      family: 'longbench',
      folder,
      revisions: [{ repo: 'THUDM/LongBench', revision: COMMIT, licence: 'other' }],
      files: [{ path: 'data.zip', bytes: content.length, fetched: true }],
    });
    expect(new Set(hub!.log.map(({ host, authorization }) => `${host} ${authorization ?? 'nothing'}`))).toEqual(
      new Set(['hub Bearer hf_secret', 'cdn nothing']),
    );
    expect(await on(['data', 'path', 'longbench-e'])).toMatchObject({ code: 0, stdout: `${folder}\n` });
    const listed = JSON.parse((await on(['data', 'list', 'longbench', '--json'])).stdout) as unknown[];
    expect(listed).toMatchObject([
      { family: 'longbench', pulled: true, revision: COMMIT, licenceOnHub: 'other', files: { there: 1, all: 1 } },
    ]);
    await hub!.close();
    expect(await on(['data', 'pull', 'longbench'])).toMatchObject({ code: 0, stdout: says('nothing to fetch, all is there') });
    const run = await on(['run', 'longbench/qasper', '--model', 'baseline/lexical', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: says(`Data: ${folder} (revision ${COMMIT})`) });
    const summary = runSummarySchema.parse(JSON.parse(run.stdout));
    expect(summary.corpora.map(({ origin }) => origin['path'])).toEqual([`${folder}/data.zip!data/qasper.jsonl`]);
    expect(await on(['verify'])).toMatchObject({ code: 0, stdout: says('0 differences') });
    expect(await on(['data', 'remove', 'longbench'])).toMatchObject({ code: 0, stderr: says(`--revision ${COMMIT}`) });
    expect(readdirSync(path('data'))).toEqual([]);
    expect(await on(['verify'])).toMatchObject({
      code: 3,
      stderr: says(`fathom data pull longbench --revision ${COMMIT}. If they are elsewhere: fathom verify`),
    });
  });

  test('a disk without room keeps what came, and the next pull goes on with it', async () => {
    const big = { 'THUDM/LongBench': { commit: COMMIT, files: { 'data.zip': { content: Buffer.alloc(3_000_000, 'x'), lfs: true } } } };
    const on = await serve({ datasets: big });
    mkdirSync(path('data'));
    const full = await on(['data', 'pull', 'longbench'], { fileLimitKilobytes: 1000 });
    expect(full).toMatchObject({ code: 3, stderr: says('There is no room for data.zip') });
    expect(await on(['data', 'pull', 'longbench'])).toMatchObject({ code: 0 });
    const asked = hub!.log.filter(({ host }) => host === 'cdn').map(({ range }) => range);
    expect(asked).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
  });

  test('what is not on the hub is explained; wrong words are refused with the right ones', async () => {
    const on = await serve({ apiStatus: 401 });
    expect(await on(['data', 'pull', 'lara'])).toMatchObject({
      code: 3,
      stderr: says(`git clone --depth 1 https://github.com/Alibaba-NLP/LaRA ${path('data')}/lara\n  fathom run lara`),
    });
    expect(await on(['data', 'pull', 'longbench'])).toMatchObject({ code: 3, stderr: says('with the account of HF_TOKEN') });
    expect(await on(['data', 'pul', 'longbench'])).toMatchObject({ code: 2, stderr: says('fathom data pull?') });
    expect(await on(['data', 'pull', 'longbenhc'])).toMatchObject({ code: 2, stderr: says('Did you mean longbench?') });
    expect((await on(['__complete', 'data', 're'])).stdout.trim()).toBe('remove');
    expect((await on(['__complete', 'data', 'pull', 'loo'])).stdout).toMatch(/^loogle\t/);
  });

  test('data in another place is verified there, and what changed is named', async () => {
    const on = await serve();
    mkdirSync(path('here'));
    copyFileSync(FIXTURE, path('here/qasper.jsonl'));
    expect(await on(['run', 'longbench', '--data', './here', '--model', 'baseline/lexical', '--quiet'])).toMatchObject({ code: 0 });
    renameSync(path('here'), path('there'));
    expect(await on(['verify'])).toMatchObject({ code: 3, stderr: says(`gone: ${path('here/qasper.jsonl')}`) });
    expect(await on(['verify', '--data', './there'])).toMatchObject({ code: 0, stdout: says('0 differences') });
    writeFileSync(
      path('there/qasper.jsonl'),
      readFileSync(FIXTURE, 'utf8').replace('"context":"', '"context":"Once. ').replace('"context": "', '"context": "Once. '),
    );
    const changed = await on(['verify', '--data', './there']);
    expect(changed).toMatchObject({ code: 3, stderr: says(`${path('here/qasper.jsonl')} is not what the run was made from`) });
    expect(changed.stderr).toContain('fathom verify 2');
  });

  test('a folder without a name and a haystack for tasks that take none are refused', async () => {
    const on = await serve();
    for (const args of [
      ['run', 'longbench', '--data', ''],
      ['verify', '--data', ' '],
      ['score', 'leval', '--predictions', '.', '--data', ''],
    ])
      expect(await on(args)).toMatchObject({ code: 2, stderr: says('The data folder has no name.') });
    const haystack = await on(['run', 'longbench', '--data', '.', '--haystack', 'book.txt', '--model', 'baseline/lexical']);
    expect(haystack).toMatchObject({ code: 2, stderr: says('take no haystack') });
  });
});
