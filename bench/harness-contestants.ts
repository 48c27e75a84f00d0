import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './built-package.ts';
import type { HarnessCase } from './harness-cases.ts';
import { peakBytes, watchProcess } from './watch-process.ts';

/** One process, measured from outside. */
export interface Measured {
  readonly wallMs: number;
  readonly peakMegabytes: number;
  /** What it left on the disk. */
  readonly storeBytes: number;
}

/** A case, ready to be measured. */
export interface HarnessPlace {
  readonly load: HarnessCase;
  /** Base URL of the server. */
  readonly url: string;
  readonly folder: string;
  /** The built package. */
  readonly built: string;
  /** The bodies of all prompts, one a line, for programs that build none. */
  readonly bodies: string;
  /** Folder with the haystack's text; undefined: the built-in one. */
  readonly haystack: string | undefined;
}

/** The floor: a bare Node program that sends the ready bodies. */
export async function measureFloor({ load, url, folder, bodies }: HarnessPlace): Promise<Measured> {
  const out = join(folder, 'floor.jsonl');
  const watched = await watchProcess([join(ROOT, 'bench/harness-floor.js'), url, bodies, String(load.concurrency), out]);
  return { wallMs: watched.wallMs, peakMegabytes: peakBytes(watched) / 1e6, storeBytes: statSync(out).size };
}

/** `fathom plan`: builds the prompts and counts them. */
export function measurePlan(place: HarnessPlace): Promise<Measured> {
  return measureFathom(place, () => ['plan', place.load.task, ...promptFlags(place)]);
}

/** `fathom run`, from nothing to the report. */
export function measureRun(place: HarnessPlace): Promise<Measured> {
  return measureFathom(place, (store) => [...runWords(place), '--store', store]);
}

/** `fathom resume` of a run that has no answer yet: sends the prompts that are in the ledger, records and reports. */
export function measureSession(place: HarnessPlace, unanswered: string): Promise<Measured> {
  return measureFathom(place, (store) => {
    cpSync(unanswered, store, { recursive: true });
    return ['resume', ...sessionFlags(place), '--store', store];
  });
}

/** Makes a ledger with the case's run in it and nothing answered. The server must be down. Gives its folder. */
export function createUnanswered(place: HarnessPlace): string {
  const store = mkdtempSync(join(place.folder, 'unanswered-'));
  const args = [join(place.built, 'bin/fathom.js'), ...runWords(place), '--max-attempts', '1', '--store', store];
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...environment(place, store) }, encoding: 'utf8' });
  if (status !== 3) throw new Error(`a run without a server ended with ${status}: ${stderr}`);
  return store;
}

function promptFlags({ load, haystack }: HarnessPlace): readonly string[] {
  return [...load.flags, '--json', ...(haystack === undefined ? [] : ['--haystack', `zh=${haystack}`])];
}

function sessionFlags({ load }: HarnessPlace): readonly string[] {
  return ['--concurrency', String(load.concurrency), '--order', 'fast', '--no-floor', '--quiet', '--json'];
}

function runWords(place: HarnessPlace): readonly string[] {
  return ['run', place.load.task, ...promptFlags(place), ...sessionFlags(place), '--model', `${place.url}#mock-model`];
}

/** No token index and no ledger is there from before. */
async function measureFathom(place: HarnessPlace, words: (store: string) => readonly string[]): Promise<Measured> {
  const home = mkdtempSync(join(place.folder, 'home-'));
  const store = join(home, 'store');
  const args = words(store);
  const watched = await watchProcess([join(place.built, 'bin/fathom.js'), ...args], { env: environment(place, home) });
  const storeBytes = args.includes('--store') ? folderBytes(store) : 0;
  rmSync(home, { recursive: true, force: true });
  return { wallMs: watched.wallMs, peakMegabytes: peakBytes(watched) / 1e6, storeBytes };
}

const environment = ({ folder }: HarnessPlace, home: string) => ({
  FATHOM_CACHE: join(home, 'cache'),
  NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
});

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
