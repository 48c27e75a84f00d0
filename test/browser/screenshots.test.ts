import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser, type Place } from './in-browser.ts';
import { getJson, runOf, settled, until } from './pages.ts';
import type { SampleLines } from '../../src/server/index.ts';

/** `FATHOM_SCREENSHOTS=1 npm run test:browser`: the pictures of the documentation are taken anew. */
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const LARGEST_BYTES = 250_000;

const [LARGE, SMALL] = ['deep-large', 'deep-small'] as const;
const TASKS = ['single-retrieval', 'multi-retrieval'].map((name) => `needlebench/${name}`);
const ARGS = ['--lengths', '1k..32k', '--depths', '0..100/10', '--repeats', '4', '--languages', 'en,zh', '--concurrency', '8'];

/** Where such servers usually are: the pictures shall not change with the port. */
const PORT = 8000;

/** About as many as a tokenizer would: a server that counts far fewer is taken for one that cuts prompts. */
function countTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.round(0.85 * han + (text.length - han) / 4.3);
}

/** Two made-up models that read less well the longer the prompt is, and worst in the middle of it. */
async function twoModels({ fathom, serve, store }: Place): Promise<void> {
  const server = await serve({
    port: PORT,
    countTokens,
    answer: ({ model, prompt }) => {
      const luck = createHash('sha256').update(prompt).digest().readUInt16LE() / 65_536;
      const skill = (model === LARGE ? 1.15 : 0.95) - 0.13 * Math.log2(prompt.length / 4000);
      return luck < skill ? prompt : 'I could not find that in the text.';
    },
  });
  const models = [LARGE, SMALL].flatMap((name) => ['--model', server.replace('mock-model', name)]);
  const { code, stderr } = await fathom([
    'run',
    ...TASKS,
    ...ARGS,
    ...models,
    '--with',
    'oracle',
    '--max-tokens',
    '16k',
    '--store',
    store,
    '--quiet',
    '--yes',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

/** Keeps a picture of the window; gives its size in bytes. */
async function take(page: Page, name: string): Promise<number> {
  const picture = await page.screenshot();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}dashboard-${name}.png`, picture);
  return picture.length;
}

inBrowser('pictures', twoModels, ({ open, view }) => {
  test('of the list, a run in light and dark, a sample and a comparison', { timeout: 180_000 }, async () => {
    const [large, small] = [await runOf(view(), LARGE), await runOf(view(), SMALL)];
    const sizes: number[] = [];
    const size = { width: 1280, height: 860 };
    const list = await open('/', size);
    await settled(list);
    await until(list, "document.querySelectorAll('td.score strong').length === 2");
    sizes.push(await take(list, 'runs'));
    for (const theme of ['light', 'dark'] as const) {
      const page = await open(`/runs/${small.id}`, { ...size, theme, height: 1480 });
      await settled(page);
      await page.getByRole('grid').first().waitFor();
      sizes.push(await take(page, theme === 'light' ? 'run' : 'run-dark'));
    }
    const { lines } = await getJson<SampleLines>(view(), `/runs/${small.id}/samples?limit=500&task=${TASKS[1]}`);
    const line = lines.find(({ cell, score }) => cell['askedTokens'] === 32_000 && (score ?? 0) > 0) ?? lines[0]!;
    const sample = await open(`/runs/${small.id}/sample?${new URLSearchParams({ id: line.id })}`, size);
    await settled(sample);
    await until(sample, "document.querySelector('.reader-text').textContent.length > 1000");
    sizes.push(await take(sample, 'sample'));
    const compare = await open(
      `/compare?${new URLSearchParams([
        ['run', large.id],
        ['run', small.id],
      ])}`,
      size,
    );
    await settled(compare);
    await compare.getByRole('grid').first().waitFor();
    sizes.push(await take(compare, 'compare'));
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_BYTES);
  });
});
