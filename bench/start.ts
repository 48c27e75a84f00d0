import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installBuiltPackage, NOT_BUILT, ROOT } from './built-package.ts';
import { median, timed } from './measure.ts';
import { printTable, shown, withAim } from './print-table.ts';

const PROCESSES = 11;
const OLDEST_NODE = 24;
const AIM_MS = { atMost: 150 };

interface Case {
  readonly label: string;
  readonly node: string;
  readonly args: readonly string[];
  /** The case that this one is compared with: the same Node doing nothing. */
  readonly floor?: Case;
  readonly hasAim?: true;
}

/** Wall time of fresh processes, from the checkout and from the built package, each beside the same Node that runs an empty program. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  try {
    const built = installBuiltPackage(folder);
    if (built === undefined) console.log(`\n${NOT_BUILT}`);
    const cases = [process.execPath, ...olderNodes()].flatMap((node) => casesOf(node, built));
    await printTimes(cases, { NODE_COMPILE_CACHE: join(folder, 'compile-cache') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function casesOf(node: string, built: string | undefined): Case[] {
  const name = `Node ${versionOf(node)}`;
  const floor: Case = { label: `${name}: empty program (floor)`, node, args: ['-e', ''] };
  const roots = [['checkout', ROOT] as const, ...(built === undefined ? [] : [['package', built] as const])];
  const own = roots.flatMap(([where, root]): Case[] => {
    const bin = join(root, 'bin/fathom.js');
    return [
      { label: `${name}: ${where} --version`, node, args: [bin, '--version'], floor, hasAim: true },
      { label: `${name}: ${where} list --json`, node, args: [bin, 'list', '--json'], floor },
    ];
  });
  return [floor, ...own];
}

async function printTimes(cases: readonly Case[], env: Readonly<Record<string, string>>): Promise<void> {
  const first = new Map<Case, number>();
  const times = new Map<Case, number[]>(cases.map((each) => [each, []]));
  for (const each of cases) first.set(each, await wallMs(each, env));
  // In turns, so that a busy moment of the machine meets all cases.
  for (let round = 0; round < PROCESSES; round++) for (const each of cases) times.get(each)!.push(await wallMs(each, env));
  const medianOf = (each: Case) => median(times.get(each)!);
  printTable(
    `Start: wall time of ${PROCESSES} fresh processes`,
    ['process', 'median ms', 'best ms', 'first ms', 'vs the floor', 'aim ms (median)'],
    cases.map((each) => [
      each.label,
      shown(medianOf(each)),
      shown(Math.min(...times.get(each)!)),
      shown(first.get(each)!),
      `${shown(medianOf(each) / medianOf(each.floor ?? each))}×`,
      each.hasAim ? withAim(medianOf(each), AIM_MS) : '',
    ]),
  );
}

async function wallMs({ node, args, label }: Case, env: Readonly<Record<string, string>>): Promise<number> {
  const { ms, value } = await timed(() => spawnSync(node, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } }));
  if (value.status === 0) return ms;
  throw new Error(`${label} ended with ${value.status ?? value.signal}: ${value.stderr?.toString() ?? value.error?.message}`);
}

/** Nodes below 24 that the system starts programs with: the launcher has to find the newer one from there. */
function olderNodes(): string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin'].filter((folder) => !/node_modules/.test(folder));
  const byVersion = new Map<string, string>();
  for (const folder of new Set(folders)) {
    const node = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(node)) continue;
    const version = versionOf(node);
    if (Number(version.split('.')[0]) < OLDEST_NODE && !byVersion.has(version)) byVersion.set(version, node);
  }
  return [...byVersion.values()];
}

function versionOf(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
}

if (import.meta.main) await benchStart();
