/** What the hub gives for each benchmark, as its data sets are laid out, is what its loader reads: nothing is unpacked by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import type { HubData } from '../core/index.ts';
import { dataRun } from '../datasets/data-run.fixture.ts';
import { startHub, type HubDataset } from '../datasets/hub/hub-server.fixture.ts';
import { pullData } from '../datasets/hub/index.ts';
import { zipArchive } from '../datasets/rows/zip-archive.fixture.ts';
import { loadFamily, loadStoredScorer } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'fathom-layouts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Fixtures of a family by their path. */
function fixtures(family: string): { readonly [path: string]: string } {
  const folder = join(import.meta.dirname, family, 'fixtures');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

type Files = HubDataset['files'];

const under = (folder: string, files: { readonly [path: string]: string }) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}${path}`, content]));
const plain = (files: { readonly [path: string]: string }): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, { content }]));
const zipped = (name: string, files: { readonly [path: string]: string }): Files => ({ [name]: { content: zipArchive(files), lfs: true } });

/** The levels of a data set of LV-Eval in its archive. */
function lvEvalArchives(): Files {
  const byset = Map.groupBy(Object.entries(fixtures('lv-eval')), ([name]) => name.replace(/_\d+k\.jsonl$/, ''));
  return Object.assign({}, ...[...byset].map(([id, files]) => zipped(`${id}.zip`, under(`${id}/`, Object.fromEntries(files))))) as Files;
}

function parquetOf(jsonl: string): Buffer {
  const rows = jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const columns = Object.keys(rows[0]!).map((name) => {
    const data = rows.map((row) => row[name] ?? null);
    return Array.isArray(data[0]) ? { name, data, type: 'JSON' as const } : { name, data, type: 'STRING' as const };
  });
  return Buffer.from(parquetWriteBuffer({ columnData: columns }));
}

const LAYOUTS: readonly (readonly [family: string, repo: string, files: () => Files])[] = [
  ['longbench', 'THUDM/LongBench', () => zipped('data.zip', under('data/', fixtures('longbench')))],
  ['longbench-e', 'THUDM/LongBench', () => zipped('data.zip', under('data/', fixtures('longbench')))],
  ['longbench-v2', 'THUDM/LongBench-v2', () => ({ 'data.json': { content: fixtures('longbench-v2')['data.json']!, lfs: true } })],
  ['leval', 'L4NLP/LEval', () => plain(under('LEval/Closed-ended-tasks/', fixtures('leval')))],
  ['loogle', 'bigai-nlco/LooGLE', () => zipped('data.zip', under('data/', fixtures('loogle')))],
  ['lv-eval', 'Infinigence/LVEval', lvEvalArchives],
  ['m4le', 'wckwan/M4LE', () => plain(under('data/', fixtures('m4le')))],
  ['detectiveqa', 'Phospheneser/DetectiveQA', () => plain(fixtures('detectiveqa'))],
  ['multi-if', 'facebook/Multi-IF', () => plain(fixtures('multi-if'))],
];

async function pulled(data: HubData, datasets: { readonly [repo: string]: HubDataset }): Promise<string> {
  const hub = await startHub({ datasets });
  try {
    const access = { endpoint: hub.url, fetch, wait: () => Promise.resolve() };
    return (await pullData(data, { root, access })).folder;
  } finally {
    await hub.close();
  }
}

const dataset = (files: Files): HubDataset => ({ commit: 'd'.repeat(40), files });

describe('data as the hub lays it out', () => {
  it.each(LAYOUTS)('%s', async (id, repo, files) => {
    const family = await loadFamily(id);
    const dataDir = await pulled(family.data as HubData, { [repo]: dataset(files()) });
    const tasks = family.tasks.filter(({ needsData }) => needsData);
    const samples = await Promise.all(tasks.map(async (task) => (await dataRun(task, { dataDir })).samples.length));
    expect(samples.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('loco, two data sets of Parquet files', async () => {
    const loco = await loadStoredScorer('loco');
    const own = fixtures('loco');
    const part = (name: string) =>
      dataset({ 'data/test-00000-of-00001.parquet': { content: parquetOf(own[`${name}.jsonl`]!), lfs: true } });
    const data = await pulled(loco.data as HubData, {
      'hazyresearch/LoCoV1-Queries': part('queries'),
      'hazyresearch/LoCoV1-Documents': part('documents'),
    });
    const fromHub = await loco.score({ predictions: ['bm25'], data });
    expect(fromHub).toEqual(await loco.score({ predictions: ['bm25'], data: join(import.meta.dirname, 'loco/fixtures') }));
  });
});
