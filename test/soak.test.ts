import { describe, expect, test } from 'vitest';
import { seededRandom } from '../src/core/index.ts';
import type { RunSummary } from '../src/report/index.ts';
import type { LoopbackFault } from '../src/testing/index.ts';
import { amount } from './amount.ts';
import { readLedgerCopy } from './ledger-copy.ts';
import { workplace } from './workplace.ts';

const { fathom, path, serve } = workplace();

const DEPTHS = 11;
const REPEATS = amount({ usual: 7, full: 90 });
const CONCURRENCY = 24;
/** Far more than a slow machine needs for the answers that do come: whether a late one still counted is beyond what a server can know. */
const TIMEOUT_S = 6;
const SHARE_OF_FAULTS = 0.6;

/** Trouble, and the reason that a sample carries which met it last. `none`: the answer arrives all the same. */
const TROUBLE: readonly { readonly fault: LoopbackFault; readonly reason: string }[] = [
  { fault: { kind: '429' }, reason: 'rate' },
  { fault: { kind: '429', retryAfter: '0.02' }, reason: 'rate' },
  { fault: { kind: '429', retryAfter: 3600 }, reason: 'rate' },
  { fault: { kind: '500' }, reason: 'server' },
  { fault: { kind: 'hang' }, reason: 'timeout' },
  { fault: { kind: 'reset' }, reason: 'network' },
  { fault: { kind: 'reset-midway' }, reason: 'network' },
  { fault: { kind: 'drip' }, reason: 'none' },
  { fault: { kind: 'drip', everyMs: 1000 }, reason: 'timeout' },
  { fault: { kind: 'malformed-json' }, reason: 'protocol' },
  { fault: { kind: 'truncated' }, reason: 'protocol' },
  { fault: { kind: 'wrong-content-type' }, reason: 'protocol' },
  { fault: { kind: 'empty' }, reason: 'protocol' },
  { fault: { kind: 'stream-error' }, reason: 'server' },
  { fault: { kind: 'context' }, reason: 'context' },
];

/** A request as the server saw it, and what it made of it. */
interface Seen {
  readonly sampleId: string;
  readonly reason: string;
  readonly promptTokens: number;
  readonly answer: string;
}

/** The same request always meets the same trouble, in whatever order requests arrive. */
function troubleFor(request: string): (typeof TROUBLE)[number] | undefined {
  const random = seededRandom(0, 'soak', request);
  if (random.random() >= SHARE_OF_FAULTS) return undefined;
  return TROUBLE[Math.floor(random.random() * TROUBLE.length)];
}

const answers = (prompt: string) => (prompt.length % 3 === 0 ? '' : prompt.slice(prompt.length * 0.4, prompt.length * 0.42));
const tokens = (text: string) => Math.ceil(text.length / 4);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe.each(['stream', 'no-stream'])('a server with every kind of trouble: %s', (way) => {
  test('the run ends, every sample is ok or carries its reason, and totals agree with the server', { timeout: 600_000 }, async () => {
    const seen: Seen[] = [];
    let healthy = false;
    const model = await serve({
      answer: ({ prompt }) => answers(prompt),
      fault: (_, { attemptId, prompt, promptTokens }) => {
        const [, request, sampleId] = /^[^/]+\/((.+)\/[\d.]+)$/.exec(attemptId!)!;
        const trouble = healthy ? undefined : troubleFor(`${way} ${request}`);
        seen.push({ sampleId: sampleId!, reason: trouble?.reason ?? 'none', promptTokens, answer: answers(prompt) });
        return trouble?.fault;
      },
    });
    const store = path(way);
    const limits = [
      '--concurrency',
      String(CONCURRENCY),
      '--timeout',
      String(TIMEOUT_S),
      '--max-attempts',
      '4',
      '--max-retry-wait',
      '0.05',
    ];
    const output = ['--quiet', '--json', '--no-floor', '--store', store];
    const run = ['run', 'needlebench/single-retrieval', '--lengths', '1k', '--languages', 'en', '--repeats', String(REPEATS)];

    /** Compares the ledger with what the server saw; gives how many samples have each reason. */
    const check = (json: string) => {
      const summary = JSON.parse(json) as RunSummary;
      const { outcomes, samples } = readLedgerCopy(store)!;
      expect([samples, outcomes.length, summary.pending]).toEqual([REPEATS * DEPTHS, REPEATS * DEPTHS, 0]);
      for (const { sampleId, attempts, status, reason } of outcomes) {
        const requests = seen.filter((one) => one.sampleId === sampleId);
        const last = requests.at(-1)!.reason;
        expect({ sampleId, attempts, status, reason }).toEqual({
          sampleId,
          attempts: requests.length,
          status: last === 'none' ? 'ok' : 'error',
          reason: last === 'none' ? '' : last,
        });
      }
      const answered = seen.filter(({ reason }) => reason === 'none');
      expect(sum(outcomes.map(({ attempts }) => attempts))).toBe(seen.length);
      expect(summary.usage).toMatchObject({
        calls: answered.length,
        reported: answered.length,
        inputTokens: sum(answered.map(({ promptTokens }) => promptTokens)),
        outputTokens: sum(answered.map(({ answer }) => tokens(answer))),
      });
      return new Set(outcomes.map(({ reason }) => reason));
    };

    const rough = await fathom([...run, '--model', model, ...limits, ...output, ...(way === 'stream' ? [] : ['--no-stream'])]);
    expect(rough).toMatchObject({ code: 4, stderr: expect.stringContaining('fathom resume') });
    expect(check(rough.stdout).size).toBeGreaterThan(3);
    expect(new Set(seen.map(({ reason }) => reason)).size).toBe(new Set(TROUBLE.map(({ reason }) => reason)).size);

    healthy = true;
    const whole = await fathom(['resume', ...limits, ...output]);
    expect(whole).toMatchObject({ code: 4, stderr: expect.stringMatching(/failed for good .*\n {2}\d+ context: /) });
    expect([...check(whole.stdout)].toSorted()).toEqual(['', 'context']);
  });
});
