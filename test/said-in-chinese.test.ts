import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { translator } from '../dashboard/src/phrases.ts';
import { names } from '../dashboard/src/wording/names.ts';
import { SAID } from '../dashboard/src/wording/said.ts';
import { formArgv } from '../src/cli/dashboard/form-argv.ts';
import { createApp } from '../src/server/create-app.ts';
import { createMemoryLedger } from '../src/store/index.ts';
import { dashboardServices } from '../src/cli/dashboard/services.ts';
import { NO_SUMMARIES } from '../src/cli/dashboard/no-summaries.fixture.ts';

const translate = translator(SAID);

/** All sources, every `${…}` in them as `{}`. */
const SOURCES = globSync('**/*.ts', {
  cwd: fileURLToPath(new URL('../src', import.meta.url)),
  exclude: (name) => name.endsWith('.test.ts'),
})
  .map((file) => readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8'))
  .join('\n')
  .replaceAll(/\$\{[^{}]*\}/g, '{}');

/** What `countNoun` makes. */
const COUNTS: ReadonlySet<string> = new Set(['1 sample', '{count} samples']);

/** Names of `field` in the sources: a literal, or either of two. */
function named(field: string): readonly string[] {
  const found = SOURCES.matchAll(new RegExp(String.raw`\b${field}: (?:[^,;\n]* \? )?'([a-z-]+)'(?: : '([a-z-]+)')?`, 'g'));
  return [...new Set([...found].flatMap(([, ...all]) => all.filter((name) => name !== undefined)))];
}

/** Reasons that no sample has: that of a simulated answer, that of a gate in JUnit. */
const INSIDE: ReadonlySet<string> = new Set(['simulated', 'gate']);
/** Kinds of a ModelError are reasons of a failure; how an answer ended is a class of failure where it has no other. */
const REASONS = ['rate', 'quota', 'auth', 'context', 'invalid', 'server', 'network', 'timeout', 'protocol', 'aborted'];
const FINISHES = ['length', 'refused', 'other'];

describe('why there is no score, or a low one', () => {
  test.each([
    ...[...new Set([...named('reason'), ...REASONS])].filter((name) => !INSIDE.has(name)).map((name) => `reason.${name}`),
    ...[...named('errorClass'), ...FINISHES].map((name) => `error-class.${name}`),
  ])('has words: %s', (key) => {
    expect(names['zh-CN']).toHaveProperty([key], expect.stringMatching(/\p{Script=Han}/u));
    expect(names.en).toHaveProperty([key]);
  });
});

describe('what the program says to people', () => {
  test.each(SAID.map(([english]) => english).filter((english) => !COUNTS.has(english)))('still says: %s', (english) => {
    expect(SOURCES.includes(english.replaceAll(/\{\w+\}/g, '{}'))).toBe(true);
  });

  test.each([
    ['lengths', '4 kilo'],
    ['lengths', '8k..4k'],
    ['depths', 'deep'],
    ['needles', '2.5'],
    ['repeats', '-1'],
    ['repeats', '0.5'],
    ['seed', 'x'],
    ['first', '0'],
    ['concurrency', 'many'],
    ['tpm', 'lots'],
    ['temperature', 'hot'],
    ['budgetUsd', 'much'],
    ['inputUsd', 'cheap'],
    ['inputUsd', '1'],
    ['model', 'gpt'],
    ['model', 'http://localhost:8000/v1'],
  ])('is said in Chinese too, of the field %s with "%s"', (flag, value) => {
    const { message, fix } = refusal(flag, value);
    expect([translate(message), fix === undefined ? '' : translate(fix)]).toEqual([
      expect.stringMatching(/\p{Script=Han}/u),
      expect.any(String),
    ]);
  });

  test.each(['/api/runs/nope', '/api/compare?before=a&after=b', '/api/nowhere'])('is said in Chinese too, of %s', async (path) => {
    const services = dashboardServices({ ledger: createMemoryLedger(), assets: new Map(), summaries: NO_SUMMARIES });
    const app = createApp(services, { token: 'secret', hosts: () => ['127.0.0.1:1'] });
    const answer = await app.request(`http://127.0.0.1:1${path}`, { headers: { host: '127.0.0.1:1', authorization: 'Bearer secret' } });
    const { error, fix } = (await answer.json()) as { readonly error: string; readonly fix?: string };
    expect(answer.status).toBe(404);
    for (const text of [error, ...(fix === undefined ? [] : [fix])]) expect(translate(text)).toMatch(/\p{Script=Han}/u);
  });
});

function refusal(flag: string, value: string): { readonly message: string; readonly fix?: string } {
  try {
    formArgv('plan', { tasks: ['needlebench'], flags: { model: 'baseline/lexical', [flag]: value } });
  } catch (error) {
    return error as Error & { readonly fix?: string };
  }
  throw new Error(`The form takes "${value}".`);
}
