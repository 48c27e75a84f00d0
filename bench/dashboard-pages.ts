import type { Browser, Page } from 'playwright-core';
import type { ViewProcess } from '../test/browser/view-process.ts';

/** How a page came up, in milliseconds since the address was opened, and what it asked of the server. */
export interface Opened {
  readonly firstPaintMs: number;
  /** Until what was waited for stood there. */
  readonly readyMs: number;
  /** Bytes of all JSON answers, as text and as they were sent. */
  readonly jsonBytes: number;
  readonly sentBytes: number;
}

/** Notes the moment at which something first matches a selector: in the page itself, so that nobody has to look in time. */
const WATCH = (selector: string) => `{
  const look = () => {
    if (globalThis.benchReadyMs !== undefined || document.querySelector(${JSON.stringify(selector)}) === null) return;
    requestAnimationFrame(() => setTimeout(() => (globalThis.benchReadyMs ??= performance.now())));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  look();
}`;

/** Opens an address in a new window with an empty cache, and waits for what `selector` names. */
export async function openPage(
  browser: Browser,
  view: ViewProcess,
  { path, selector }: { readonly path: string; readonly selector: string },
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const json = await countJson(page);
    await page.addInitScript(WATCH(selector));
    await page.goto(view.link(path));
    const readyMs = await poll(page, 'globalThis.benchReadyMs');
    const firstPaintMs = await poll(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
    return { firstPaintMs, readyMs, ...json() };
  } finally {
    await context.close();
  }
}

/** Goes from sample to sample inside one page, as links do; gives the time until the text around the needle of each stands there. */
export async function openSamples(browser: Browser, view: ViewProcess, paths: readonly string[]): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(view.link('/nothing'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const times: number[] = [];
    for (const path of paths) {
      await page.evaluate(GO(path));
      times.push(await poll(page, 'globalThis.benchReadyMs - globalThis.benchStartMs || undefined'));
    }
    return times;
  } finally {
    await context.close();
  }
}

/** Follows an address as a link does, and watches for a text that is not that of the page before. */
const GO = (path: string) => `{
  globalThis.benchReadyMs = undefined;
  globalThis.benchStartMs = performance.now();
  document.querySelector('.reader-text')?.setAttribute('data-old', '');
  const watch = new MutationObserver(() => {
    if (!(document.querySelector('.reader-text:not([data-old])')?.textContent.length > 0)) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.benchReadyMs = performance.now())));
  });
  watch.observe(document, { childList: true, subtree: true, characterData: true });
  history.pushState(null, '', ${JSON.stringify(path)});
  dispatchEvent(new PopStateEvent('popstate'));
}`;

async function poll(page: Page, expression: string): Promise<number> {
  for (let tries = 0; tries < 3000; tries++) {
    const value = await page.evaluate(expression);
    if (typeof value === 'number') return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${page.url()}: nothing to be seen after a minute`);
}

async function countJson(page: Page): Promise<() => Pick<Opened, 'jsonBytes' | 'sentBytes'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const sizes = new Map<string, { json: number; sent: number }>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType === 'application/json') sizes.set(requestId, { json: 0, sent: 0 });
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const size = sizes.get(requestId);
    if (size) size.json += dataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const size = sizes.get(requestId);
    if (size) size.sent = encodedDataLength;
  });
  const sum = (of: 'json' | 'sent') => [...sizes.values()].reduce((total, size) => total + size[of], 0);
  return () => ({ jsonBytes: sum('json'), sentBytes: sum('sent') });
}
