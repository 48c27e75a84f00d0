import { describe, expect, test } from 'vitest';
import type { LoopbackOptions } from '../src/testing/index.ts';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { batches, fathom, file, log, serve } = workplace();

const ROWS = Array.from({ length: 6 }, (_, i) => ({
  id: `q${i}`,
  documents: `Room ${i} is blue.`,
  question: `Which room is this: ${i}?`,
  expected: 'blue',
}));

/** Writes six questions, starts a server and gives the arguments of a run through its batches in a ledger of its own. */
async function start(
  store: string,
  options: LoopbackOptions = {},
): Promise<{ readonly run: readonly string[]; readonly store: readonly string[] }> {
  file('rooms.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n'));
  const model = await serve({ answer: ({ prompt }) => prompt, ...options });
  const flags = ['--store', store, '--batch-poll', '0.02', '--no-floor', '--json', '--quiet'];
  return { run: ['run', 'rooms.jsonl', '--model', model, '--batch', ...flags], store: flags };
}

const summaryOf = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as RunSummary;

/** How often each request was asked. */
const asked = () => Object.values(Object.groupBy(log(), ({ promptSha256 }) => promptSha256)).map((entries) => entries!.length);

describe('--batch', () => {
  test('one batch answers a run; results come in any order, requests that fail keep their reason', async () => {
    const { run } = await start('whole', {
      batches: { looks: 2, reversed: true },
      fault: (number) => (number === 2 ? { kind: 'context' } : undefined),
    });
    const done = await fathom(run);
    expect([done.code, done.stderr]).toEqual([4, expect.stringMatching(/^1 sample failed for good and has no score:\n {2}1 context: /)]);
    expect(summaryOf(done)).toMatchObject({
      status: 'complete',
      overall: { mean: 1, n: 5, missing: 1 },
      errors: [{ reason: 'context', count: 1 }],
      usage: { calls: 5 },
    });
    expect(batches()).toHaveLength(1);
    expect(log().map(({ attemptId }) => attemptId)).toEqual(batches()[0]!.customIds);
  });

  test.each(['openai/gpt-4.1', 'anthropic/claude-sonnet-4-5'])('%s: stopped while the batch is out, resumed to its end', async (model) => {
    const { run, store } = await start(model.split('/')[0]!, { batches: { looks: 6 } });
    const url = run[run.indexOf('--model') + 1]!.split('#')[0]!;
    const env = { OPENAI_API_KEY: 'key-1234567', ANTHROPIC_API_KEY: 'key-1234567' };
    const vendor = run.with(run.indexOf('--model') + 1, model);
    const stopped = await fathom([...vendor, '--base-url', url], {
      env,
      onStart: (child) => void untilOut().then(() => child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    const done = await fathom(['resume', ...store], { env });
    expect([done.code, done.stderr, batches().length]).toEqual([0, '', 1]);
    expect(summaryOf(done)).toMatchObject({ status: 'complete', overall: { mean: 1, n: 6 }, usage: { calls: 6 } });
  });

  test('what expired or failed for now is pending, and a resume hands in that and nothing else', async () => {
    const { run, store } = await start('expired', {
      batches: { expires: true, answered: 4 },
      fault: (number) => (number === 1 ? { kind: '500' } : undefined),
    });
    const first = await fathom(run);
    expect(first.code).toBe(4);
    expect(summaryOf(first)).toMatchObject({ status: 'incomplete', overall: { n: 3 } });
    const second = await fathom(['resume', '--batch', ...store]);
    expect([second.code, batches().map(({ customIds }) => customIds.length)]).toEqual([0, [6, 3]]);
    expect(summaryOf(second)).toMatchObject({ status: 'complete', overall: { mean: 1, n: 6 } });
  });

  test('killed while the batch is out: the resume comes back to it, and nothing is handed in twice', async () => {
    const { run, store } = await start('killed', { batches: { looks: 8 } });
    const killed = await fathom(run, { onStart: (child) => void untilOut().then(() => child.kill('SIGKILL')) });
    expect(killed.code).toBe(null);
    const resumed = await fathom(['resume', ...store]);
    expect([resumed.code, batches().length]).toEqual([0, 1]);
    expect(asked()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('Ctrl-C leaves the batch running; --cancel records what it answered and stops', async () => {
    const { run, store } = await start('cancelled', { batches: { looks: Infinity, answered: 2 } });
    const stopped = await fathom(
      run.filter((flag) => flag !== '--quiet'),
      { onStart: (child) => void untilOut().then(() => child.kill('SIGINT')) },
    );
    expect([stopped.code, batches()[0]!.status]).toEqual([130, 'in_progress']);
    expect(stopped.stderr).toMatch(/Batch batch_1 is out with 6 requests.*fathom resume/s);
    const cancelled = await fathom(['resume', '--cancel', ...store]);
    expect([cancelled.code, batches().length, batches()[0]!.status]).toEqual([4, 1, 'cancelled']);
    expect(summaryOf(cancelled)).toMatchObject({ pending: 4, overall: { n: 2 } });
  });

  test('an answer lost on the way, results that break off, a request without a result: each is found out', async () => {
    const { run, store } = await start('torn', { batches: { lostAnswers: 1, truncated: 1, lose: (id) => id.endsWith('-0-3') } });
    const first = await fathom(run);
    expect([first.code, batches().length]).toEqual([4, 1]);
    expect(summaryOf(first)).toMatchObject({ overall: { n: 5 }, errors: [{ reason: 'protocol', count: 1 }] });
    expect((await fathom(['resume', '--batch', ...store])).code).toBe(0);
    expect(asked()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('a batch that the provider takes nothing of ends the run with its words; a model without batches is refused at once', async () => {
    const { run } = await start('refused', { batches: { refuses: 'Enqueued token limit reached' } });
    const refused = await fathom(run);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('Enqueued token limit reached')]);
    expect(summaryOf(refused)).toMatchObject({ pending: 6 });
    const none = await fathom(['run', 'rooms.jsonl', '--batch']);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no batch endpoint')]);
  });
});

/** Whoever looks at a batch has written down its id. */
async function untilOut(): Promise<void> {
  while ((batches()[0]?.looks ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
