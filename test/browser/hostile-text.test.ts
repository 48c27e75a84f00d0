import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser, type Place } from './in-browser.ts';
import { pagesOf, settled } from './pages.ts';

/** Breaks out of whatever it is put into, and would be seen to have run. */
const attack = (place: string): string =>
  `"'>]]></title></script></textarea><script>globalThis.pwned='${place}';alert(1)</script><img src=x onerror="globalThis.pwned='${place}'"><svg onload=alert(2)>{{7*7}}\${7*7}<a href="javascript:alert(3)">x</a>‮`;

/** A run in which everything that others write is an attack: the answer, the haystack, questions of a file, the model's name. */
async function hostileRuns({ fathom, path, serve, store }: Place): Promise<void> {
  const server = await serve({ answer: ({ prompt }) => `${attack('answer')} ${prompt.slice(-200)}` });
  writeFileSync(path('haystack.txt'), `${attack('haystack')} and more words that fill the page. `.repeat(400));
  for (const name of ['one', 'two']) {
    const model = server.replace('mock-model', `${name}"><script>globalThis.pwned='model'</script>`);
    const { code, stderr } = await fathom(
      [
        'run',
        'needlebench/single-retrieval',
        '--lengths',
        '1k',
        '--depths',
        '0,100',
        '--repeats',
        '1',
        '--haystack',
        'en=haystack.txt',
        '--no-floor',
        '--quiet',
      ].concat(['--model', model, '--store', store]),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
}

inBrowser('text that would be a program', hostileRuns, ({ open, view }) => {
  test.each(['runs', 'run', 'sample', 'compare'])('is text on the page %s', async (name) => {
    const page = await open((await pagesOf(view(), ['#one', '#two'])).get(name)!);
    await settled(page);
    await expectHarmless(page);
  });
});

/** No script ran, no picture was asked for, no element came out of a text. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
  expect(await page.locator('main script, main img, svg[onload], a[href^="javascript"], [onerror], iframe, object, embed').count()).toBe(0);
  expect(await page.locator('body').innerText()).toMatch(/<script>globalThis\.pwned=/);
}
