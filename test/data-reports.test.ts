import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runSummarySchema } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, path } = workplace();
const LEXICAL = ['--model', 'baseline/lexical'];

test('documents that were cut are said in plan, run and report, with an alarm where nearly nothing is left; scores are grouped by tag', async () => {
  cpSync(join(import.meta.dirname, '../src/benchmarks/longbench/fixtures'), path('data'), { recursive: true });
  const [line] = readFileSync(path('data/qasper.jsonl'), 'utf8').split('\n');
  const row = JSON.parse(line!) as { readonly context: string };
  writeFileSync(path('data/qasper.jsonl'), JSON.stringify({ ...row, context: `${row.context} The harbour was quiet.`.repeat(300) }));
  const asked = ['longbench', '--data', './data', '--lengths', '200', ...LEXICAL];
  const cut = /1 of \d+ documents cut, \d+ % of their tokens \([\d,]+\) dropped\./;
  const plan = await fathom(['plan', ...asked]);
  expect(plan.stdout).toMatch(cut);
  expect(plan.stdout).toContain('Warning: 1 prompt shows less than a tenth of the document');
  const run = await fathom(['run', ...asked]);
  expect(run.stderr).toMatch(cut);
  expect(run.stdout).toMatch(cut);
  expect(run.stdout).toContain('warning: document-gone: less than a tenth of the document was left');
  const { documents, alarms, overall } = runSummarySchema.parse(JSON.parse((await fathom(['report', '--json'])).stdout));
  expect([documents?.cut, documents?.gone, alarms.find(({ kind }) => kind === 'document-gone')?.count]).toEqual([1, 1, 1]);
  expect((await fathom(['report', '--format', 'md'])).stdout).toMatch(cut);
  expect((await fathom(['report', '--by', 'diffusion'])).stdout).toMatch(/^diffusion +score +95 % +n +missing +over\n1 +.*\n2 +.*\n3 +/m);
  expect(await fathom(['report', '--by', 'difusion'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean diffusion?') as string,
  });
  const [listed] = JSON.parse((await fathom(['runs', '--json'])).stdout) as readonly { readonly mean: number; readonly headline: string }[];
  expect([listed?.mean, listed?.headline]).toEqual([overall.mean, overall.label]);
});

test('list --tag says which tags there are when no task has it', async () => {
  expect(await fathom(['list', '--tag', 'diffusion:4'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/No task has the tag "diffusion:4"[^]*diffusion:1, diffusion:2, diffusion:3/) as string,
  });
  expect((await fathom(['list', '--tag', 'cloze'])).stdout).toContain('loogle/shortdep_cloze');
});
