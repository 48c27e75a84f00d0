import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardServices } from '../../cli/dashboard/services.ts';
import { createMemoryLedger } from '../../store/index.ts';
import type { BenchmarkCard, PromptText, TriedPrompt } from '../api.ts';
import { startServer, type DashboardServer } from '../start-server.ts';
import { NO_SUMMARIES } from '../../cli/dashboard/no-summaries.fixture.ts';

let server: DashboardServer;
beforeAll(
  async () =>
    void (server = await startServer(dashboardServices({ ledger: createMemoryLedger(), assets: new Map(), summaries: NO_SUMMARIES }), {
      port: 0,
    })),
);
afterAll(() => server.close());

async function get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly body: T }> {
  const url = `${server.origin}/api${path}?${new URLSearchParams(query)}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${server.token}` } });
  return { status: response.status, body: (await response.json()) as T };
}

test('a task says which choices it has: one without a haystack has no length and no depth', async () => {
  const [family] = (await get<readonly BenchmarkCard[]>('/benchmarks')).body;
  const has = Object.fromEntries(
    family!.tasks.map(({ id, axes }) => [id.split('/')[1], axes.filter((axis) => /Tokens|depth|needles|question/.test(axis))]),
  );
  expect(has).toEqual({
    'single-retrieval': ['askedTokens', 'depthPercent'],
    'multi-retrieval': ['askedTokens', 'needles'],
    'multi-reasoning': ['askedTokens', 'depthPercent', 'needles'],
    'ancestral-trace': ['needles', 'question'],
    'ancestral-trace-hard': ['needles', 'question'],
  });
  expect(family!.suites.find(({ name }) => name === '8k')?.options).toMatchObject({
    lengths: [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000],
  });
});

test('a prompt is made of what was chosen, and its text is read part by part', async () => {
  const chosen = { task: 'needlebench/single-retrieval', language: 'zh', seed: '3', lengthTokens: '2000', depthPercent: '40' };
  const { status, body } = await get<TriedPrompt>('/try', chosen);
  expect([status, body.cell, body.promptTokens]).toEqual([
    200,
    { askedTokens: 2000, depthPercent: 40, language: 'zh', position: 'end', repeat: 0 },
    2000,
  ]);
  const [needle] = body.strip.needles;
  const part = { message: String(needle!.message), from: String(needle!.fromByte), to: String(needle!.toByte) };
  expect((await get<PromptText>('/try/text', { ...chosen, ...part })).body.text).toContain(body.target);
});

test('what the task does not have is left out: statements and a question for a trace, all depths for many needles', async () => {
  const common = { language: 'en', seed: '0', lengthTokens: '9000', depthPercent: '10' };
  const trace = await get<TriedPrompt>('/try', { ...common, task: 'needlebench/ancestral-trace', needles: '8', question: 'distance' });
  expect(trace.body.cell).toEqual({ language: 'en', needles: 8, question: 'distance', position: 'end', repeat: 0 });
  const { depthPercent: _, ...wide } = common;
  expect((await get<TriedPrompt>('/try', { ...wide, task: 'needlebench/multi-retrieval' })).body.strip.needles.length).toBe(11);
});

test.each([
  [{ task: 'needlebench' }, 'Choose one task.'],
  [{ task: './questions.jsonl' }, 'The dashboard does not take the task "./questions.jsonl".'],
  [{ task: 'needlebench/single-retrieval', language: 'fr' }, 'NeedleBench cannot use languages: ["fr"].'],
  [{ task: 'needlebench/single-retrieval', depthPercent: '101' }, expect.stringContaining('depthPercent')],
  [{ task: 'needlebench/single-retrieval', lengthTokens: '1e99' }, expect.stringContaining('lengthTokens')],
  [{ task: 'needlebench/single-retrieval', lengthTokens: '2000001' }, expect.stringContaining('lengthTokens')],
  [{ task: 'needlebench/multi-retrieval', lengthTokens: '20' }, expect.stringContaining('Nothing can be asked')],
])('what cannot be tried is said: %j', async (query, error) => {
  expect(await get('/try', { language: 'en', seed: '0', ...query })).toMatchObject({ status: 400, body: { error } });
});
