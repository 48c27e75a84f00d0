import { existsSync, readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Leaderboard } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, path, serve, single } = workplace();

test('samples come as Parquet and CSV, models that were asked together as a leaderboard', async () => {
  const model = await serve({ answer: ({ model: name, prompt }) => (name === 'other' ? prompt : 'no idea <script>') });
  const other = model.replace('#mock-model', '#other');
  const run = await fathom(single('--model', model, '--model', other, '--no-floor', '--max-tokens', '2k', '--json'));
  expect(run.code).toBe(0);
  const [first, second] = (JSON.parse(run.stdout) as { run: string }[]).map(({ run: id }) => id) as [string, string];

  expect(await fathom(['report', first, second, '-o', 'both.parquet', '--per', 'sample'])).toMatchObject({ code: 0, stderr: '' });
  const bytes = readFileSync(path('both.parquet'));
  const rows = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
  expect(rows.map(({ run: id, score, depthPercent, input_tokens: tokens }) => [id, score, depthPercent, typeof tokens])).toEqual(
    [first, second].flatMap((id) => [0, 50, 100].map((depth) => [id, id === first ? 0 : 1, depth, 'bigint'])),
  );
  expect(rows[0]).toMatchObject({ answer: 'no idea <script>', status: 'ok', prompt_tokens: 1000n });
  expect(existsSync(path('both.parquet.partial'))).toBe(false);
  const piped = await fathom(['report', first, '--format', 'csv', '--per', 'sample']);
  expect(piped.stdout.split('\r\n')).toHaveLength(1 + 3 + 1);
  // One run of a group stands for all that were asked together.
  const board = await fathom(['report', first, '--format', 'leaderboard']);
  expect(board).toMatchObject({ code: 0, stderr: '' });
  expect(board.stdout).toMatch(/^\| – \| \S+#other \| 100\.0 \|[^]*^\| – \| \S+#mock-model \| 0\.0 \|/m);
  expect((await fathom(['report', first, second, '--format', 'leaderboard', '-o', 'board.json'])).code).toBe(0);
  const { rows: places } = JSON.parse(readFileSync(path('board.json'), 'utf8')) as Leaderboard;
  expect(places.map(({ run: id, overall, doubts }) => [id, overall.mean, doubts])).toEqual([
    [second, 1, []],
    [first, 0, []],
  ]);
  const two = await fathom(['report', first, second]);
  expect([two.code, two.stderr.split('\n')[0]]).toEqual([2, 'fathom: This format shows one run.']);
});
