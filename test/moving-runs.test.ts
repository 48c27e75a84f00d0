import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, file, log, path, restart, serve, single } = workplace();

const idOf = (run: { readonly stdout: string }) => (JSON.parse(run.stdout) as RunSummary).run;
const wholeReport = async (run: string, store: string) => {
  const done = await fathom(['report', run, '--format', 'json', '--store', store]);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(done.stdout) as RunSummary;
};

describe('parts of a plan', () => {
  test('--first and --filter are asked, recorded and verified', async () => {
    const plan = await fathom(['plan', 'needlebench/single-retrieval', '--lengths', '1k', '--first', '4']);
    expect(plan).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^4 of \d+ samples are taken, dealt over .* a smoke test, no measurement\.\n$/),
    });
    const args = [
      'run',
      'needlebench/single-retrieval',
      '--lengths',
      '1k,2k',
      '--repeats',
      '1',
      '--store',
      'parts',
      '--json',
      '--no-floor',
    ];
    const model = await serve();
    const run = await fathom([...args, '--model', model, '--filter', 'length=2k,depth=0|90..100,language=en', '--first', '2']);
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('2 of 44 samples are taken, those that meet length=2k') });
    expect(JSON.parse(run.stdout)).toMatchObject({
      options: { first: 2, filter: 'length=2k,depth=0|90..100,language=en' },
      usage: { calls: 2 },
    });
    expect(log()).toHaveLength(2);
    expect(JSON.parse((await fathom(['verify', '--store', 'parts', '--json'])).stdout)).toMatchObject({ checked: 2, mismatches: [] });
  });
});

describe('a run that went wrong', () => {
  test('resume asks nothing that failed for good; --retry-errors asks exactly that', async () => {
    const model = await serve({ fault: (number) => (number === 2 ? { kind: 'context' } : undefined) });
    const run = await fathom(single('--model', model, '--store', 'failed', '--concurrency', '1', '--json'));
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'complete', errors: [{ count: 1 }], overall: { n: 2 } });
    await restart({ port: Number(new URL(model).port) });
    expect(await fathom(['resume', '--store', 'failed', '--quiet', '--json'])).toMatchObject({ code: 4 });
    expect(log()).toHaveLength(0);
    const again = await fathom(['resume', '--retry-errors', '--store', 'failed', '--json']);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('1 failed sample is asked again.') });
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'complete', errors: [], pending: 0, overall: { n: 3 } });
    expect(log()).toHaveLength(1);
  });

  test('rescore finds scores that the code of today does not give, without the model and without the haystack', async () => {
    const model = await serve();
    const book = file('tale.txt', 'The mill stood by the river. The wheel turned all day. '.repeat(200));
    const run = idOf(await fathom(single('--model', model, '--haystack', book, '--store', 'old-scores', '--json')));
    const before = await wholeReport(run, 'old-scores');
    rmSync(path('tale.txt'));
    const db = new DatabaseSync(path('old-scores/ledger.sqlite'));
    db.exec(
      `UPDATE outcomes SET outcome = json_set(outcome, '$.result.score.value', 0.5) WHERE run_id = '${run}' AND sample_id LIKE '%/50/%'`,
    );
    db.close();
    const asked = log().length;
    const dry = await fathom(['rescore', '--store', 'old-scores', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 scores differ\. Nothing was written\./) });
    const done = await fathom(['rescore', '--store', 'old-scores', '--json']);
    const { run: rescored, tasks } = JSON.parse(done.stdout) as { run: string; tasks: unknown[] };
    expect(tasks).toEqual([
      expect.objectContaining({ task: 'needlebench/single-retrieval', scored: 3, changed: 1, newMean: before.overall.mean }),
    ]);
    const after = await wholeReport(rescored, 'old-scores');
    const { overall, scores, baselines } = JSON.parse(JSON.stringify(before).replaceAll(before.run, rescored)) as typeof before;
    expect([after.overall, after.scores, after.baselines]).toEqual([overall, scores, baselines]);
    expect(log()).toHaveLength(asked);
  });
});

describe('runs on the move', () => {
  test('export, import: the same report, the same file; a second import changes nothing; going on asks for trust', async () => {
    const key = 'sk-planted-0123456789';
    const model = await serve({ requireKey: key });
    const run = idOf(await fathom(single('--model', model, '--store', 'from', '--json'), { env: { FATHOM_API_KEY: key } }));
    expect(await fathom(['export', '--store', 'from', '-o', 'run.jsonl.gz'])).toMatchObject({ code: 0, stderr: '' });
    const exported = gunzipSync(readFileSync(path('run.jsonl.gz'))).toString();
    expect(exported).not.toContain(key);
    expect((await fathom(['export', run, '--store', 'from'])).stdout).toBe(exported);
    expect((await fathom(['import', 'run.jsonl.gz', '--store', 'to'])).stdout).toBe(`Run ${run} is imported: fathom report ${run}\n`);
    // The dashboard opens it at once.
    expect(readdirSync(path('to/summaries'))).toEqual([`${run}.json`]);
    expect((await fathom(['import', 'run.jsonl.gz', '--store', 'to'])).stdout).toBe(
      `Run ${run} is already there, with the same content.\n`,
    );
    expect((await fathom(['export', '--store', 'to'])).stdout).toBe(exported);
    expect(await wholeReport(run, 'to')).toEqual(await wholeReport(run, 'from'));
    const resumed = await fathom(['resume', run, '--store', 'to'], { env: { FATHOM_API_KEY: key } });
    expect(resumed).toMatchObject({ code: 2, stderr: expect.stringMatching(/was imported: going on would send .* your key to http/) });
    expect(await fathom(['resume', run, '--store', 'to', '--trust-imported', '--quiet'])).toMatchObject({ code: 0 });
  });

  test('a baseline alone is imported by its name, before or after its run', async () => {
    const run = idOf(await fathom(single('--model', await serve(), '--store', 'beside', '--json')));
    await fathom(['export', `${run}.lexical`, '--store', 'beside', '-o', 'lexical.jsonl']);
    const said = async (store: string) => (await fathom(['import', 'lexical.jsonl', '--store', store])).stdout;
    const baseline = `The baseline lexical of run ${run}`;
    expect(await said('alone')).toBe(`${baseline} is imported. It shows once the run is there too: fathom import the file of ${run}.\n`);
    expect(await said('alone')).toBe(`${baseline} is already there, with the same content.\n`);
    await fathom(['export', run, '--store', 'beside', '-o', 'whole.jsonl']);
    const [own, ...beside] = readFileSync(path('whole.jsonl'), 'utf8').split(/(?<=\n)(?=\{[^\n]*"id":"[^"]+\.lexical")/);
    expect(beside).toHaveLength(1);
    file('own.jsonl', own!);
    expect((await fathom(['import', 'own.jsonl', '--store', 'both'])).stdout).toBe(`Run ${run} is imported: fathom report ${run}\n`);
    expect(await said('both')).toBe(`${baseline} is imported: fathom report ${run}\n`);
  });

  test('merge unites two parts, and the whole is verified and reported as one', async () => {
    const model = await serve();
    const part = async (...more: readonly string[]) => idOf(await fathom(single('--model', model, '--store', 'merge', '--json', ...more)));
    const [head, tail, other] = [await part('--filter', 'depth=0|50'), await part('--filter', 'depth=100'), await part('--seed', '1')];
    const done = await fathom(['merge', head, tail, '--store', 'merge', '--json']);
    const { run, ...counts } = JSON.parse(done.stdout) as { run: string };
    expect(counts).toEqual({ mergedFrom: [head, tail], samples: 3, shared: 0, pending: 0 });
    expect(JSON.parse((await fathom(['verify', run, '--store', 'merge', '--json'])).stdout)).toMatchObject({ checked: 3, mismatches: [] });
    expect(await wholeReport(run, 'merge')).toMatchObject({ status: 'complete', overall: { n: 3 }, baselines: [{ n: 3 }] });
    const refused = await fathom(['merge', head, other, '--store', 'merge']);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/differ in seed: 0 and 1/) });
    const twice = await fathom(['merge', head, head, '--store', 'merge']);
    expect(twice).toMatchObject({ code: 2, stderr: expect.stringMatching(/named twice/) });
  });

  test.skipIf(process.platform === 'win32')(
    'a ledger on a protected disk is read, and says why it is not written (skipped on Windows)',
    async () => {
      const run = idOf(await fathom(single('--store', 'protected', '--json')));
      for (const name of ['', ...readdirSync(path('protected'))]) chmodSync(path(`protected/${name}`), name === '' ? 0o555 : 0o444);
      chmodSync(path('.'), 0o755);
      // `root` may write everything.
      const reader = { user: process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {} };
      for (const args of [['report'], ['runs'], ['export'], ['show', run, '--sample', 'needlebench/single-retrieval/en/1000/50/0']])
        expect(await fathom([...args, '--store', 'protected'], reader)).toMatchObject({ code: 0, stderr: '' });
      const written = await fathom(['rescore', '--store', 'protected'], reader);
      expect(written).toMatchObject({ code: 3, stderr: expect.stringContaining('cannot be written') });
      chmodSync(path('protected'), 0o755);
    },
  );
});

test.each([
  ['an axis that is not there', single('--filter', 'lenght=1k'), 2, /Did you mean length\?/],
  ['no number of prompts', single('--first', '0'), 2, /no number of prompts/],
  ['a file that is not there', ['import', 'gone.jsonl'], 3, /gone\.jsonl cannot be read/],
  ['an export of nothing', ['export', '--store', 'nothing'], 3, /no run in this ledger/],
  ['a rescoring of nothing', ['rescore', '--store', 'nothing'], 3, /no run in this ledger/],
  ['a preference for nobody', ['merge', 'a', 'b', '--prefer', 'newest'], 2, /first or --prefer last/],
] as const)('bad input: %s', async (_name, args, code, says) => {
  const done = await fathom(args);
  expect({ code: done.code, stderr: done.stderr }).toEqual({ code, stderr: expect.stringMatching(says) });
  expect(done.stderr).not.toMatch(/\n\s+at /);
});

test('bad input: a torn file leaves nothing behind', async () => {
  file('torn.jsonl', '{"format":"fathom-run","version":1,"samples":2,"run":{"id":"../x"}}\n');
  const done = await fathom(['import', 'torn.jsonl', '--store', 'untouched']);
  expect(done).toMatchObject({ code: 3, stderr: expect.stringContaining('torn.jsonl:1: run.id: must be letters') });
  expect(JSON.parse((await fathom(['runs', '--json', '--store', 'untouched'])).stdout)).toEqual([]);
});
