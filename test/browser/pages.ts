import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunLine, SampleLines } from '../../src/server/index.ts';
import type { ViewProcess } from './view-process.ts';

/** Asks the interface as the page does. */
export async function getJson<T>({ origin, token }: ViewProcess, path: string): Promise<T> {
  const response = await fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Ids of the runs of two models, as the list shows them. */
export async function runOf(view: ViewProcess, model: string): Promise<RunLine> {
  const run = (await getJson<RunLine[]>(view, '/runs')).find((each) => each.model.includes(model));
  if (run === undefined) throw new Error(`There is no run of ${model}.`);
  return run;
}

/** Every page of the app by name, on two runs. */
export async function pagesOf(view: ViewProcess, models: readonly [string, string]): Promise<ReadonlyMap<string, string>> {
  const [one, other] = [await runOf(view, models[0]), await runOf(view, models[1])];
  const { lines } = await getJson<SampleLines>(view, `/runs/${other.id}/samples?limit=1`);
  return new Map([
    ['runs', '/'],
    ['run', `/runs/${other.id}`],
    ['sample', `/runs/${other.id}/sample?${new URLSearchParams({ id: lines[0]!.id })}`],
    [
      'compare',
      `/compare?${new URLSearchParams([
        ['run', one.id],
        ['run', other.id],
      ])}`,
    ],
    ['benchmarks', '/benchmarks'],
    ['start', '/start'],
    ['nothing', '/nothing/here'],
  ]);
}

/** Waits until a page has its title and nothing on it is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await until(page, `!/Loading …|正在加载/.test(document.body.innerText) && document.querySelector('[aria-busy="true"]') === null`);
}

/** Waits until an expression is true in the page; the policy lets nobody else but the tests' own channel evaluate one. */
export async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 20_000 }).toBe(true);
}
