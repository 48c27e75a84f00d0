import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { workplace } from '../workplace.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { startView, type ViewProcess } from './view-process.ts';

/** True in `npm run test:browser`, where a missing Chromium fails. */
const ASKED_FOR = process.env['FATHOM_TEST_BROWSER'] === '1';

/** How a page is looked at. */
export interface Look {
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. Default 1280 × 900. */
  readonly width?: number;
  readonly height?: number;
  /** False: the address carries none. Default true. */
  readonly token?: false;
}

/** A folder, the program in it, and the ledger there. */
export interface Place extends ReturnType<typeof workplace> {
  /** Name of the folder with the ledger. */
  readonly store: string;
}

/** What a test works with. */
export interface InBrowser extends Place {
  readonly view: () => ViewProcess;
  /**
   * Opens a page of the app in a window of its own. When the test ends it fails if the page had an error on its console, a script that threw, something
   * that the Content-Security-Policy forbade, or a request to another place.
   */
  open(path: string, look?: Look): Promise<Page>;
}

/**
 * Tests in a browser, on the real program with a ledger of its own, which `prepare` fills. In `npm test` they are skipped, with the reason in the title:
 * they take long.
 */
export function inBrowser(title: string, prepare: (place: Place) => Promise<void>, tests: (tools: InBrowser) => void): void {
  const why = findChromium() === undefined ? 'no Chromium: install it or name it in CHROMIUM_PATH' : 'npm run test:browser';
  const skipped = ASKED_FOR ? '' : ` [skipped: ${why}]`;
  describe.skipIf(!ASKED_FOR)(`${title}${skipped}`, () => {
    const place = { ...workplace(), store: 'store' };
    let browser: Browser;
    let view: ViewProcess;
    beforeAll(async () => {
      browser = await launchChromium();
      await prepare(place);
      view = await startView({ store: place.store, cwd: place.path('.') });
    });
    afterAll(async () => {
      await browser?.close();
      await view?.close();
    });
    tests({ ...place, view: () => view, open: (path, look) => openPage(browser, view, { path, ...look }) });
  });
}

async function openPage(
  browser: Browser,
  view: ViewProcess,
  { path, language = 'en', theme = 'light', width = 1280, height = 900, token }: Look & { readonly path: string },
): Promise<Page> {
  const options: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles = troublesOf(page, view.origin);
  const traffic = trafficOf(page);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      console.error([page.url(), await page.locator('body').innerText(), ...traffic.slice(-MOST_TRAFFIC)].join('\n'));
    }
    await context.close();
    expect(troubles).toEqual([]);
  });
  await page.goto(token === false ? view.origin + path : view.link(path));
  return page;
}

/** Requests that are shown when a test fails. */
const MOST_TRAFFIC = 40;

/** What a page asked for and what came of it, as it happens. */
function trafficOf(page: Page): readonly string[] {
  const lines: string[] = [];
  const note = (what: string, url: string) => lines.push(`${new Date().toISOString()} ${what} ${url.replace(/^https?:\/\/[^/]+/, '')}`);
  page.on('request', (request) => note(request.method(), request.url()));
  page.on('requestfailed', (request) => note(request.failure()?.errorText ?? 'failed', request.url()));
  page.on('response', (response) => note(`${response.status()} begins`, response.url()));
  page.on('requestfinished', (request) => note('ends', request.url()));
  return lines;
}

/** Collects what no page may do. */
function troublesOf(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    // The browser tells of every answer that is an error; the tests look at what the page makes of it.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if ((message.type() === 'error' || message.type() === 'warning') && !isAnswer) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}
