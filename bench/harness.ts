import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBuiltPackage, NOT_BUILT, ROOT } from './built-package.ts';
import { HARNESS_CASES, type HarnessCase } from './harness-cases.ts';
import { writePrompts, type HarnessPrompts } from './harness-prompts.ts';
import { twoByteText, writeHaystack } from './haystack-texts.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { printTable, shown, withAim } from './print-table.ts';
import { peakBytes, watchProcess, type Watched } from './watch-process.ts';

const ROUNDS = 5;

/** A harness's best round: least wall time and least peak of all rounds, as a busy machine only ever adds. */
interface Measured {
  readonly label: string;
  readonly wallMs: number;
  readonly peakMegabytes: number;
  readonly storeBytes: number;
}

interface Place {
  readonly url: string;
  readonly folder: string;
  readonly built: string;
}

/** `fathom run` of the built package beside a bare Node program that sends the same prompts, and other harnesses where they are installed. Exit code 1 when a limit is missed. */
export async function benchHarness(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  const built = installBuiltPackage(folder);
  if (built === undefined) throw new Error(NOT_BUILT);
  const server = await startLoopbackProcess();
  try {
    for (const load of HARNESS_CASES) await benchCase(load, { url: server.url, folder, built });
  } finally {
    console.log(`The server's counters over all rounds: ${await server.stop()}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchCase(load: HarnessCase, place: Place): Promise<void> {
  const bodies = join(place.folder, 'bodies.jsonl');
  const text = load.haystack && twoByteText();
  const haystack = text && writeHaystack(text, mkdtempSync(join(place.folder, 'haystack-')) + '/zh');
  const prompts = await writePrompts(load, bodies, haystack);
  if (prompts.count !== load.prompts) throw new Error(`${load.name}: ${prompts.count} prompts`);
  const contestants = [
    { label: 'floor: bare Node, node:http', run: () => runFloor(load, bodies, place) },
    { label: 'fathom plan', run: () => runFathom('plan', load, { ...place, haystack }) },
    { label: 'fathom run', run: () => runFathom('run', load, { ...place, haystack }) },
  ];
  const rounds = contestants.map((): Measured[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, { label, run }] of contestants.entries()) rounds[i]!.push({ label, ...(await run()) });
  }
  printCase(load, prompts, rounds.map(best));
}

function best(rounds: readonly Measured[]): Measured {
  return {
    ...rounds[0]!,
    wallMs: Math.min(...rounds.map(({ wallMs }) => wallMs)),
    peakMegabytes: Math.min(...rounds.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

function printCase(load: HarnessCase, prompts: HarnessPrompts, measured: readonly Measured[]): void {
  const [floor, , own] = measured as [Measured, Measured, Measured];
  const { limits } = load;
  printTable(
    `${load.name}: ${prompts.count} prompts, ${shown(prompts.bytes / 1e6)} MB, ${load.concurrency} in flight; least of ${ROUNDS} rounds`,
    ['process', 'wall s', 'vs the floor', 'peak RSS MB', 'ledger or store kB', '÷ prompt bytes %'],
    measured.map(({ label, wallMs, peakMegabytes, storeBytes }) => [
      label,
      shown(wallMs / 1000),
      `${shown(wallMs / floor.wallMs)}×`,
      shown(peakMegabytes),
      storeBytes === 0 ? '–' : shown(storeBytes / 1000),
      storeBytes === 0 ? '–' : shown((100 * storeBytes) / prompts.bytes),
    ]),
  );
  judge(`wall time vs the floor`, own.wallMs / floor.wallMs, limits.wallRatio);
  judge('peak RSS MB', own.peakMegabytes, limits.peakMegabytes);
  judge('ledger ÷ prompt bytes', own.storeBytes / prompts.bytes, limits.ledgerShare);
}

function judge(what: string, value: number, limit: number | undefined): void {
  if (limit === undefined) return;
  console.log(`  ${what}: ${shown(value)} ${withAim(value, { atMost: limit })}`);
  if (value > limit) process.exitCode = 1;
}

async function runFloor({ concurrency }: HarnessCase, bodies: string, { url, folder }: Place): Promise<Omit<Measured, 'label'>> {
  const out = join(folder, 'floor.jsonl');
  const watched = await watchProcess([join(ROOT, 'bench/harness-floor.js'), url, bodies, String(concurrency), out]);
  return { ...figures(watched), storeBytes: statSync(out).size };
}

/** Without a token index, a ledger or an answer kept from before. */
async function runFathom(
  command: 'plan' | 'run',
  load: HarnessCase,
  { url, folder, built, haystack }: Place & { readonly haystack: string | undefined },
): Promise<Omit<Measured, 'label'>> {
  const home = mkdtempSync(join(folder, 'home-'));
  const store = join(home, 'store');
  const session = ['--model', `${url}#mock-model`, '--concurrency', String(load.concurrency), '--no-floor', '--quiet', '--store', store];
  const watched = await watchProcess(
    [
      join(built, 'bin/fathom.js'),
      command,
      load.task,
      ...load.flags,
      '--json',
      ...(haystack === undefined ? [] : ['--haystack', `zh=${haystack}`]),
      ...(command === 'run' ? session : []),
    ],
    { env: { FATHOM_CACHE: join(home, 'cache'), NODE_COMPILE_CACHE: join(folder, 'compile-cache') } },
  );
  const storeBytes = command === 'run' ? folderBytes(store) : 0;
  rmSync(home, { recursive: true, force: true });
  return { ...figures(watched), storeBytes };
}

const figures = (watched: Watched) => ({ wallMs: watched.wallMs, peakMegabytes: peakBytes(watched) / 1e6 });

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

if (import.meta.main) await benchHarness();
