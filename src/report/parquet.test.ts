import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { LedgerRow } from '../core/index.ts';
import { cellTable } from './cell-table.ts';
import { csvLines } from './csv.ts';
import { parquetChunks } from './parquet.ts';
import { sampleTable } from './sample-table.ts';
import { summarizeRun } from './summarize-run.ts';
import { failedRow, pendingRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

const EN = { language: 'en', askedTokens: 4000 };
const run = runRecord({ options: { prices: { prices: { inputUsdPerMTok: 2, outputUsdPerMTok: 8 } } } });
const rows: readonly LedgerRow[] = [
  scoredRow(
    { ...EN, depthPercent: 40.5, status: 'odd', mixed: 1 },
    { value: 0.5, parts: [{ metric: 'recall', value: 1 }], why: '半对' },
    {
      question: '灯塔在哪里？',
      answer: '北塔，"铜镜"\r\n\u202e=1+1',
      target: '=cmd',
      placements: [{ id: 'n', askedDepthPercent: 40, depthPercent: 40.123 }],
      call: { usage: { inputTokens: 4010, cachedTokens: 4000, outputTokens: 5 }, latencyMs: 12.5, finish: 'length' },
    },
  ),
  failedRow({ ...EN, mixed: 'x' }),
  scoredRow(EN, 1, { id: 'again', outcome: { cached: true } }),
  pendingRow(EN, { id: 'later' }),
  skippedRow({ language: 'zh' }),
];
const table = () => sampleTable([{ run, rows: () => rows }]);

async function fileOf(chunks: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> {
  return new Blob((await Array.fromAsync(chunks)) as Uint8Array<ArrayBuffer>[]).arrayBuffer();
}

it('writes a row per sample with typed columns, and reads the same back', async () => {
  const file = await fileOf(parquetChunks(await table(), { createdBy: 'fathom 0.1.0', notes: { run: run.id } }));
  const { schema, created_by, key_value_metadata } = parquetMetadata(file);
  const type = (name: string) => schema.find((element) => element.name === name)?.type;
  expect([created_by, key_value_metadata]).toEqual(['fathom 0.1.0', [{ key: 'run', value: run.id }]]);
  expect(['score', 'input_tokens', 'from_cache', 'answer', 'recorded_at', 'askedTokens', 'mixed', 'cell_status'].map(type)).toEqual(
    ['DOUBLE', 'INT64', 'BOOLEAN', 'BYTE_ARRAY', 'INT64', 'DOUBLE', 'BYTE_ARRAY', 'BYTE_ARRAY'], // prettier-ignore
  );
  const read = await parquetReadObjects({ file });
  expect(read.map(({ status, score, reason, mixed }) => [status, score, reason, mixed])).toEqual([
    ['ok', 0.5, null, '1'],
    ['error', null, 'server', 'x'],
    ['ok', 1, null, null],
    ['pending', null, null, null],
    ['skipped', null, 'too-short', null],
  ]);
  expect(read[0]).toMatchObject({
    run: run.id,
    sample: 'demo/find/en/4000/40.5/odd/1',
    task_version: 1n,
    language: 'en',
    askedTokens: 4000,
    depthPercent: 40.5,
    cell_status: 'odd',
    parts: '[{"metric":"recall","value":1}]',
    prompt_tokens: 4000n,
    input_tokens: 4010n,
    cached_tokens: 4000n,
    reasoning_tokens: null,
    usd: expect.closeTo((4010 * 2 + 5 * 8) / 1e6, 9) as number,
    latency_ms: 12.5,
    finish: 'length',
    recorded_at: new Date('2026-01-31T14:25:31.000Z'),
    needle_depths_percent: [40.123],
    asked_depths_percent: [40],
    question: '灯塔在哪里？',
    answer: '北塔，"铜镜"\r\n\u202e=1+1',
  });
  // An answer out of the response cache cost nothing; a cell that was not built has no prompt.
  expect(read[2]).toMatchObject({ from_cache: true, calls: 0n, input_tokens: null, usd: null, answer: 'an answer' });
  expect(read[4]).toMatchObject({ language: 'zh', askedTokens: null, prompt_tokens: null, question: null });
});

it('holds one row group at a time', async () => {
  let taken = 0;
  function* many() {
    for (; taken < 5000; taken++) yield [taken, 'x'.repeat(10)];
  }
  const chunks = parquetChunks(
    { columns: [{ name: 'at', type: 'count' }, { name: 'text', type: 'text' }], rows: many() }, // prettier-ignore
    { createdBy: 'fathom' },
  );
  const first = await chunks.next();
  expect(taken).toBeLessThanOrEqual(2000);
  const whole = new Blob([first.value as Uint8Array<ArrayBuffer>, await fileOf(chunks)]);
  const read = await parquetReadObjects({ file: await whole.arrayBuffer() });
  expect(read.map(({ at }) => at)).toEqual(Array.from({ length: 5000 }, (_, i) => BigInt(i)));
});

it('writes samples as CSV too, formulas defused, and an empty run as a table without rows', async () => {
  const csv = (await Array.fromAsync(csvLines(await table()))).join('');
  expect(csv).toMatch(
    /^run,model,strategy,sample,task,task_version,group,cluster,language,askedTokens,depthPercent,mixed,cell_status,status,/,
  );
  expect(csv).toContain(`,40.123,40,灯塔在哪里？,'=cmd,"北塔，""铜镜""\r\n\u202e=1+1",\r\n`);
  const nothing = await summarizeRun({ run, rows: [] });
  expect(await parquetReadObjects({ file: await fileOf(parquetChunks(cellTable(nothing), { createdBy: 'fathom' })) })).toEqual([]);
});
