import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from '../test/browser/chromium.ts';
import { startView, type ViewProcess } from '../test/browser/view-process.ts';
import { makeLargeRun, type LargeRun } from './dashboard-ledger.ts';
import { openPage, openSamples, type Opened } from './dashboard-pages.ts';
import { median, timed } from './measure.ts';
import { printTable, shown, withAim } from './print-table.ts';
import { residentBytes } from './watch-process.ts';

const AIM = { paintMs: { atMost: 1000 }, jsonMegabytes: { atMost: 1 }, sampleMs: { atMost: 300 } };
const OPENED_SAMPLES = 50;
const WARM_ROUNDS = 5;

/** The dashboard on a run of 10,350 samples of up to a million tokens: its page, any of its samples, and the server's memory. */
export async function benchDashboard(): Promise<void> {
  if (findChromium() === undefined) return console.log('There is no Chromium: install it or name it in CHROMIUM_PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  try {
    const store = join(folder, 'store');
    mkdirSync(store);
    const { ms, value: run } = await timed(() => makeLargeRun(store));
    console.log(`Made ${run.sampleIds.length} prompts with ${shown(run.promptTokens / 1e6)}M tokens in ${shown(ms / 1000)} s.`);
    await measureDashboard({ folder, store, run });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly store: string;
  readonly run: LargeRun;
}

/** Looks at a run that is there. */
export async function measureDashboard({ folder, store, run }: Place): Promise<void> {
  const start = () => startView({ store, cwd: folder });
  const browser = await launchChromium();
  let view = await start();
  try {
    // Once for the code of browser and server: the first page of a machine that just woke is no one's.
    await openEmpty(browser, view);
    const empty = await openEmpty(browser, view);
    const first = await openRun(browser, view, run);
    await view.close();
    view = await start();
    const again = await openRun(browser, view, run);
    const warm = await rounds(() => openRun(browser, view, run));
    printPages({ empty, first, again, warm, selectMs: await timeOfSelect(store, run) });
    await measureSamples(browser, view, run);
    await measureMemory(view, run);
  } finally {
    await browser.close();
    await view.close();
  }
}

const openRun = (browser: Browser, view: ViewProcess, { id }: LargeRun) =>
  openPage(browser, view, { path: `/runs/${id}`, selector: 'table.heat-grid a' });
const openEmpty = (browser: Browser, view: ViewProcess) => openPage(browser, view, { path: '/nothing', selector: 'h1' });

async function rounds(open: () => Promise<Opened>): Promise<Opened> {
  const all: Opened[] = [];
  for (let i = 0; i < WARM_ROUNDS; i++) all.push(await open());
  const middle = (of: (opened: Opened) => number) => median(all.map(of));
  return { ...all[0]!, firstPaintMs: middle((each) => each.firstPaintMs), readyMs: middle((each) => each.readyMs) };
}

interface Pages {
  readonly empty: Opened;
  readonly first: Opened;
  readonly again: Opened;
  readonly warm: Opened;
  readonly selectMs: number;
}

function printPages({ empty, first, again, warm, selectMs }: Pages): void {
  const row = (label: string, { firstPaintMs, readyMs, jsonBytes, sentBytes }: Opened, aims: readonly [string, string]) => [
    label,
    shown(firstPaintMs),
    shown(readyMs),
    shown(jsonBytes / 1e6),
    shown(sentBytes / 1e6),
    ...aims,
  ];
  const aimed = (opened: Opened): readonly [string, string] => [
    withAim(opened.readyMs, AIM.paintMs),
    withAim(opened.jsonBytes / 1e6, AIM.jsonMegabytes),
  ];
  printTable(
    `The page of the run; every row a new window with an empty cache; reading all its rows with SELECT takes ${shown(selectMs)} ms`,
    ['page', 'first paint ms', 'heat map ms', 'JSON MB', 'sent MB', 'aim ms (heat map)', 'aim MB (JSON)'],
    [
      row('a page without data (floor)', empty, ['', '']),
      row('the run, nothing kept of it (made by another version)', first, ['', '']),
      row('the run as `run` and `import` leave it, first after a start of the server', again, aimed(again)),
      row(`the run again (median of ${WARM_ROUNDS})`, warm, aimed(warm)),
    ],
  );
}

/** The floor of whatever has to look at every sample. */
async function timeOfSelect(store: string, { id }: LargeRun): Promise<number> {
  const file = new DatabaseSync(join(store, 'ledger.sqlite'), { readOnly: true });
  const select = file.prepare('SELECT * FROM samples JOIN outcomes USING (run_id, sample_id) WHERE run_id = ?');
  const { ms } = await timed(() => {
    for (const row of select.iterate(id)) void row;
  });
  file.close();
  return ms;
}

async function measureSamples(browser: Browser, view: ViewProcess, run: LargeRun): Promise<void> {
  const [first, ...others] = spread(run.sampleIds, OPENED_SAMPLES + 1).map((id) => samplePath(run, id));
  const [firstMs] = await openSamples(browser, view, [first!]);
  const times = await openSamples(browser, view, others);
  const sessionMs: number[] = [];
  for (let i = 0; i < OPENED_SAMPLES; i++) sessionMs.push((await timed(() => getText(view, '/session'))).ms);
  const worst = Math.max(...times);
  printTable(
    `Opening ${OPENED_SAMPLES} samples of all lengths, until the text around the needle is there`,
    ['', 'median ms', 'most ms', 'aim ms (most)'],
    [
      ['an empty answer of the server (floor)', shown(median(sessionMs)), shown(Math.max(...sessionMs)), ''],
      ['the very first, whose haystacks are made', shown(firstMs!), shown(firstMs!), ''],
      ['any other', shown(median(times)), shown(worst), withAim(worst, AIM.sampleMs)],
    ],
  );
}

/** Resident memory of the server while 200 samples and their texts are asked for, and 200 more. */
async function measureMemory(view: ViewProcess, run: LargeRun): Promise<void> {
  const rows = [['before', shown((residentBytes(view.pid) ?? 0) / 1e6)]];
  const ids = spread(run.sampleIds, 600);
  for (let round = 0; round < 3; round++) {
    for (const id of ids.filter((_, i) => i % 3 === round)) {
      const { strip } = JSON.parse(await getText(view, `/runs/${run.id}/sample?${new URLSearchParams({ id })}`)) as SampleAnswer;
      const [needle] = strip.needles;
      if (!needle) continue;
      const part = {
        id,
        message: String(needle.message),
        from: String(Math.max(0, needle.fromByte - 4000)),
        to: String(needle.toByte + 4000),
      };
      await getText(view, `/runs/${run.id}/sample/text?${new URLSearchParams(part)}`);
    }
    rows.push([`after ${200 * (round + 1)} samples`, shown((residentBytes(view.pid) ?? 0) / 1e6)]);
  }
  printTable('Memory of the server', ['', 'resident MB'], rows);
}

interface SampleAnswer {
  readonly strip: { readonly needles: readonly { readonly message: number; readonly fromByte: number; readonly toByte: number }[] };
}

const samplePath = (run: LargeRun, id: string): string => `/runs/${run.id}/sample?${new URLSearchParams({ id })}`;

/** So many, evenly, in an order that jumps about. */
function spread(ids: readonly string[], count: number): readonly string[] {
  const step = Math.floor(ids.length / count);
  return Array.from({ length: count }, (_, i) => ids[(((i * 31) % count) * step) % ids.length]!);
}

async function getText({ origin, token }: ViewProcess, path: string): Promise<string> {
  const response = await fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

if (import.meta.main) await benchDashboard();
