import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSearch } from '../src/cli/dashboard/run-search.ts';
import { limitSummarySchema } from '../src/cli/limit-summary.ts';
import type { RunSummary } from '../src/report/index.ts';
import { openSqliteLedger } from '../src/store/index.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, requests, serve } = workplace();

/** Four lengths with 33 prompts each, counted in words. */
const LIMIT = ['limit', '--lengths', '1k..8k', '--repeats', '3', '--languages', 'en', '--tokenizer', 'words', '--quiet', '--json'];

const NEEDLE = /(The treasure that the old smugglers|Since the last council the) [^.]*\./;

/** A model that reads prompts up to so many characters, and forgets longer ones. */
function reader(longest: number) {
  return ({ prompt }: { readonly prompt: string }) =>
    prompt.length <= longest ? (NEEDLE.exec(prompt)?.[0] ?? 'nothing') : 'I cannot find it.';
}

/** What the dashboard shows of the search of a run. */
async function shownSearch(run: string, store = '.fathom') {
  const ledger = await openSqliteLedger(path(`${store}/ledger.sqlite`));
  try {
    return await runSearch(ledger, (await ledger.run(run))!);
  } finally {
    await ledger.close();
  }
}

/** Between the 2k and the 4k prompts, in characters. */
const UP_TO_2K = 18_000;

describe('fathom limit', () => {
  test('finds how far a model reads, for few tokens, and completes the run', async () => {
    const model = await serve({ answer: reader(UP_TO_2K) });
    const found = await fathom([...LIMIT, '--model', model, '--concurrency', '1', '--html', 'limit.html']);
    expect([found.code, found.stderr]).toEqual([0, '']);
    const summary = limitSummarySchema.parse(JSON.parse(found.stdout));
    expect(summary).toMatchObject({
      model,
      task: 'needlebench/single-retrieval',
      status: 'found',
      passesTokens: 2000,
      failsTokens: 4000,
      passingBeyond: [],
      search: { threshold: 0.85, delta: 0.07, alpha: 0.05, beta: 0.05, maxPerLength: 110, verify: false },
      spent: { prompts: 22, tokens: 19 * 2000 + 3 * 4000 },
      grid: { prompts: 440, tokens: 110 * 15_000 },
    });
    expect(summary.lengths.map(({ lengthTokens, verdict, n, mean }) => [lengthTokens, verdict, n, mean])).toEqual([
      [1000, 'not-needed', 0, null],
      [2000, 'passes', 19, 1],
      [4000, 'fails', 3, 0],
      [8000, 'not-needed', 0, null],
    ]);
    expect(summary.savedShare).toBeGreaterThan(0.9);
    expect(log()).toHaveLength(22);

    expect(readFileSync(path('limit.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    const report = JSON.parse((await fathom(['report', '--format', 'json'])).stdout) as RunSummary;
    expect(report).toMatchObject({ status: 'complete', pending: 0, skipped: [{ reason: 'unneeded', count: 110 }] });
    expect(await shownSearch(summary.run)).toEqual(summary);
    const text = await fathom(['limit', '--run', 'latest']);
    expect(text.stdout).toContain('Effective context length at 85 %: 2k, fails at 4k\n');
    expect(text.stdout).toContain('Spent: 22 prompts, 50,000 tokens.');
  });

  test('killed in the middle, it goes on and finds the same, and no recorded answer is asked again', async () => {
    const model = await serve({ answer: reader(UP_TO_2K), latencyMs: 20 });
    const killed = await fathom([...LIMIT, '--model', model, '--concurrency', '4', '--store', 'killed'], {
      onStart: (child) => void requests(12).then(() => child.kill('SIGKILL')),
    });
    expect(killed.code).toBeNull();
    const partial = await fathom(['limit', '--run', 'latest', '--store', 'killed', '--json']);
    expect(partial.code).toBe(4);
    const recorded = limitSummarySchema.parse(JSON.parse(partial.stdout));
    expect(recorded.status).toBe('incomplete');
    expect(await shownSearch(recorded.run, 'killed')).toEqual(recorded);
    const before = log().length;
    const resumed = await fathom(['resume', '--store', 'killed', '--quiet', '--json']);
    expect(resumed.code).toBe(0);
    const whole = limitSummarySchema.parse(JSON.parse(resumed.stdout));
    expect(whole).toMatchObject({ status: 'found', passesTokens: 2000, failsTokens: 4000 });
    expect(log().length - before).toBe(whole.spent.prompts - recorded.spent.prompts);
    expect(log().length - new Set(log().map(({ promptSha256 }) => promptSha256)).size).toBeLessThanOrEqual(4);
  });

  test('asks a finished grid: by all of its scores, and what a search would have spent', async () => {
    const model = await serve({ answer: reader(UP_TO_2K) });
    await fathom(['run', 'needlebench/single-retrieval', ...LIMIT.slice(1), '--no-floor', '--model', model, '--store', 'grid']);
    const asked = await fathom(['limit', '--run', 'latest', '--store', 'grid', '--json']);
    const summary = limitSummarySchema.parse(JSON.parse(asked.stdout));
    expect(asked.code).toBe(0);
    expect(summary).toMatchObject({
      passesTokens: 2000,
      spent: { prompts: 22 },
      measured: { tokens: 2000, lowTokens: 2000, highTokens: 2000 },
    });
    expect((await fathom(['limit', '--run', 'latest', '--store', 'grid'])).stdout).toContain(
      'By all scores of the run: 2k (95 %: 2k to 2k).',
    );
    expect(log()).toHaveLength(132);
  });

  test.each([
    { flags: ['--threshold', '120%'], message: '"120%" is no threshold' },
    { flags: ['--threshold', '97%', '--delta', '5%'], message: '97% ± 5% is no zone' },
    { flags: ['--task', 'needlebench'], message: 'A search takes one task' },
  ])('refuses $flags', async ({ flags, message }) => {
    const refused = await fathom(['limit', '--quiet', ...flags]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
