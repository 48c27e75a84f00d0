import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBuiltPackage, NOT_BUILT } from './built-package.ts';
import { HARNESS_CASES, type HarnessCase } from './harness-cases.ts';
import {
  createUnanswered,
  measureFloor,
  measurePlan,
  measureRun,
  measureSession,
  type HarnessPlace,
  type Measured,
} from './harness-contestants.ts';
import { writePrompts, type HarnessPrompts } from './harness-prompts.ts';
import { harnessPeers, howToAddPeers, type PeerMeasured } from './harness-peers.ts';
import { twoByteText, writeHaystack } from './haystack-texts.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { printTable, shown, withAim } from './print-table.ts';

const ROUNDS = 5;

interface ReadyCase {
  readonly place: HarnessPlace;
  readonly prompts: HarnessPrompts;
  readonly unanswered: string;
}

/**
 * Fathom's built package beside a bare Node program that sends the same prompts, and other harnesses where they are installed. Answers have
 * 50 tokens, streamed. The floor reads ready prompts, so the session alone is compared with it (`fathom resume` of a run without answers,
 * with its report); the whole `fathom run`, which builds the prompts too, stands beside it. Without heed of a prefix cache, as the floor.
 * Exit code 1 when a limit is missed.
 */
export async function benchHarness(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  const built = installBuiltPackage(folder);
  if (built === undefined) {
    console.error(NOT_BUILT);
    process.exitCode = 1;
    return;
  }
  for (const line of howToAddPeers()) console.log(line);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/v1`;
  try {
    const ready: ReadyCase[] = [];
    for (const load of HARNESS_CASES) ready.push(await prepare(load, { url, built, folder: mkdtempSync(join(folder, 'case-')) }));
    const server = await startLoopbackProcess(['--port', port, '--echo']);
    try {
      for (const each of ready) await benchCase(each);
    } finally {
      console.log(`\nThe server's counters over all rounds: ${await server.stop()}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<string> {
  const server = await startLoopbackProcess();
  await server.stop();
  return new URL(server.url).port;
}

async function prepare(load: HarnessCase, base: Pick<HarnessPlace, 'url' | 'built' | 'folder'>): Promise<ReadyCase> {
  const bodies = join(base.folder, 'bodies.jsonl');
  const haystack = load.haystack && writeHaystack(twoByteText(), join(base.folder, load.haystack));
  const prompts = await writePrompts(load, bodies, haystack);
  if (prompts.count !== load.prompts) throw new Error(`${load.name}: ${prompts.count} prompts`);
  const place = { ...base, load, bodies, haystack };
  return { place, prompts, unanswered: createUnanswered(place) };
}

async function benchCase({ place, prompts, unanswered }: ReadyCase): Promise<void> {
  const contestants = {
    floor: () => measureFloor(place),
    session: () => measureSession(place, unanswered),
    plan: () => measurePlan(place),
    run: () => measureRun(place),
  };
  type Name = keyof typeof contestants;
  const rounds: Record<Name, Measured[]> = { floor: [], session: [], plan: [], run: [] };
  // In turns, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(contestants) as Name[]) rounds[name].push(await contestants[name]());
  }
  const peers: Peer[] = [];
  for (const { label, measure } of harnessPeers()) peers.push({ label, measured: await measure(place) });
  printCase(place.load, prompts, {
    peers,
    floor: best(rounds.floor),
    session: best(rounds.session),
    plan: best(rounds.plan),
    run: best(rounds.run),
  });
}

/** Least wall time and least peak: a busy machine only ever adds. */
function best(rounds: readonly Measured[]): Measured {
  const least = (of: (one: Measured) => number) => Math.min(...rounds.map(of));
  return { wallMs: least(({ wallMs }) => wallMs), peakMegabytes: least((one) => one.peakMegabytes), storeBytes: rounds[0]!.storeBytes };
}

/** Measured once: peers take many times as long. */
interface Peer {
  readonly label: string;
  readonly measured: PeerMeasured;
}

interface Results {
  readonly peers: readonly Peer[];
  readonly floor: Measured;
  readonly session: Measured;
  readonly plan: Measured;
  readonly run: Measured;
}

function printCase({ name, concurrency, limits }: HarnessCase, prompts: HarnessPrompts, results: Results): void {
  const { floor, session, plan, run, peers } = results;
  const row = (label: string, { wallMs, peakMegabytes, storeBytes }: Measured) => [
    label,
    shown(wallMs / 1000),
    `${shown(wallMs / floor.wallMs)}×`,
    shown(peakMegabytes),
    storeBytes === 0 ? '–' : shown(storeBytes / 1000),
    storeBytes === 0 ? '–' : shown((100 * storeBytes) / prompts.bytes),
  ];
  printTable(
    `${name}: ${prompts.count} prompts, ${shown(prompts.bytes / 1e6)} MB, ${concurrency} in flight; least of ${ROUNDS} rounds`,
    ['process', 'wall s', 'vs the floor', 'peak RSS MB', 'left on disk kB', '÷ prompt bytes %'],
    [
      row('floor: bare Node sends ready prompts', floor),
      row('fathom resume: the session alone', session),
      row('fathom plan: building the prompts', plan),
      row('fathom run: all of it', run),
      ...peers.map(({ label, measured }) => row(measured.exitCode === 0 ? label : `${label} (exit code ${measured.exitCode})`, measured)),
    ],
  );
  judge('wall time of the session vs the floor', session.wallMs / floor.wallMs, limits.wallRatio);
  judge('peak RSS of the whole run, MB', run.peakMegabytes, limits.peakMegabytes);
  judge('ledger ÷ prompt bytes', run.storeBytes / prompts.bytes, limits.ledgerShare);
}

function judge(what: string, value: number, limit: number | undefined): void {
  if (limit === undefined) return;
  console.log(`  ${what}: ${shown(value)}, limit ${withAim(value, { atMost: limit })}`);
  if (value > limit) process.exitCode = 1;
}

if (import.meta.main) await benchHarness();
