import { describe, expect, onTestFinished, test } from 'vitest';
import type { ProbeResult } from '../src/runner/index.ts';
import { repeatCodeWords, startLoopbackServer, type LoopbackOptions } from '../src/testing/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { workplace } from './workplace.ts';

const { fathom } = workplace();

async function start(options: LoopbackOptions) {
  const server = await startLoopbackServer({ answer: repeatCodeWords, ...options });
  onTestFinished(() => server.close());
  return { server, model: `${server.url}/v1#mock-model` };
}

const within1Percent = (found: number | null, truth: number) => Math.abs((found ?? 0) - truth) <= truth / 100;

/** What a server does with a long prompt, by the part that is kept, and what a probe should say of it. */
const BEHAVIOURS = [
  { truncate: undefined, behaviour: 'rejects', lost: null },
  { truncate: 'tail', behaviour: 'cuts', lost: 'head' },
  { truncate: 'middle', behaviour: 'cuts', lost: 'middle' },
  { truncate: 'head', behaviour: 'cuts', lost: 'tail' },
] as const;

describe('a probe finds the limit of a real server to within 1 %', () => {
  test.each(
    BEHAVIOURS.flatMap((each, i) => [
      { ...each, usage: true, contextTokens: 9000 + 20_333 * i },
      { ...each, usage: false, contextTokens: 31_000 - 7333 * i },
    ]),
  )('$behaviour, loses $lost, counts $usage, $contextTokens tokens', async ({ truncate, behaviour, lost, usage, contextTokens }) => {
    const { count } = await loadTokenizer('words');
    // Without counts a limit can only be told in our tokens: then the server counts as we do.
    const counting = usage ? {} : { countTokens: count };
    const { model, server } = await start({ contextTokens, usage, ...counting, ...(truncate && { truncate }) });
    const { code, stdout, stderr } = await fathom([
      'probe',
      '--model',
      model,
      '--up-to',
      '100k',
      '--tokenizer',
      'words',
      '--json',
      '--quiet',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const found = JSON.parse(stdout) as ProbeResult;
    expect(found).toMatchObject({ model, behaviour, lost, stopped: null });
    expect(found.overheadTokens === null).toBe(!usage);
    expect(within1Percent(usage ? found.limit.providerTokens : found.limit.tokens, contextTokens)).toBe(true);
    expect(found.sent.requests).toBe(server.log.length);
  });

  test('also when the server reports the count of the whole prompt although it cut it', async () => {
    const { model } = await start({ contextTokens: 9000, truncate: 'tail', countsWhole: true, claimsTokens: 32_768 });
    const { stdout } = await fathom(['probe', '--model', model, '--tokenizer', 'words', '--json', '-q']);
    const found = JSON.parse(stdout) as ProbeResult & { readonly advice: readonly string[] };
    expect(found).toMatchObject({
      behaviour: 'cuts',
      lost: 'head',
      evidence: { counts: 'denies-cut' },
      claims: [{ source: 'server', tokens: 32_768 }],
    });
    expect(within1Percent(found.limit.providerTokens, 9000)).toBe(true);
    expect(found.advice.join('\n')).toMatch(/--context-tokens \d+[^]*num_ctx/);
  });
});

describe('a probe as a program', () => {
  test('says what it found in words, with progress on stderr and no colour', async () => {
    const { model } = await start({ contextTokens: 4096, truncate: 'tail' });
    const { code, stdout, stderr } = await fathom(['probe', '--model', model, '--context-tokens', '8k']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/reads prompts of [\d,]+ tokens \(4,096 as the provider counts\).*without reading their head/);
    expect(stdout).toMatch(/Given with --context-tokens 8,000 tokens: 51 % of that was found/);
    expect(stdout).toContain('num_ctx');
    expect(stdout + stderr).not.toContain('\u001b[');
    expect(stderr).toMatch(/at most [\d,]+ prompt tokens will be sent[^]*1,000 tokens: read whole, counted as/);
  });

  test('keeps to its budget and ends with 4, and refuses what makes no sense with 2', async () => {
    const { model, server } = await start({ contextTokens: 60_000 });
    const { code, stdout } = await fathom(['probe', '--model', model, '--max-tokens-sent', '20k', '--tokenizer', 'words', '--json', '-q']);
    const { stopped, sent } = JSON.parse(stdout) as ProbeResult;
    expect([code, stopped, sent.promptTokens <= 20_000, sent.requests]).toEqual([4, 'budget', true, server.log.length]);
    expect(await fathom(['probe'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--model') });
    expect(await fathom(['probe', '--model', model, '--up-to', '10'])).toMatchObject({ code: 2, stdout: '' });
    expect(await fathom(['probe', '--model', 'http://127.0.0.1:1/v1#m', '--max-attempts', '1', '--tokenizer', 'words'])).toMatchObject({
      code: 3,
      stdout: '',
    });
  });

  test('Ctrl-C ends it after the answer in flight, with what is known so far', async () => {
    const { model, server } = await start({ contextTokens: 60_000, latencyMs: 300 });
    const { code, stdout } = await fathom(['probe', '--model', model, '--tokenizer', 'words', '--json'], {
      onStart: (child) => {
        const timer = setInterval(() => {
          if (server.log.length < 3) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 5);
      },
    });
    expect([code, (JSON.parse(stdout) as ProbeResult).stopped]).toEqual([130, 'interrupted']);
    expect(server.log.length).toBeLessThanOrEqual(5);
  });
});

test('a key that is refused is told without a run that could be resumed', async () => {
  const { model } = await start({ requireKey: 'sk-right' });
  const { code, stderr } = await fathom(['probe', '--model', model, '--quiet'], { env: { FATHOM_API_KEY: 'sk-wrong' } });
  expect([code, stderr]).toEqual([3, expect.stringMatching(/refuses the key .*\n {2}Set a valid key, and try again\.\n$/)]);
});
