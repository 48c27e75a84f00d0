/** `npm run bench [-- NAME …]`: runs the named benchmarks, by default all of them. They print; `harness` also judges, by its exit code. */
import { availableParallelism, cpus, totalmem } from 'node:os';
import { benchBuild } from './build.ts';
import { benchDashboard } from './dashboard.ts';
import { benchEmbeddings } from './embeddings.ts';
import { benchHarness } from './harness.ts';
import { benchLimit } from './limit.ts';
import { benchOrder } from './order.ts';
import { benchScoring } from './scoring.ts';
import { benchStart } from './start.ts';

const BENCHMARKS: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['start', benchStart],
  ['build', benchBuild],
  ['harness', benchHarness],
  ['limit', benchLimit],
  ['order', benchOrder],
  ['scoring', benchScoring],
  ['embeddings', benchEmbeddings],
  ['dashboard', benchDashboard],
]);

const names = process.argv.slice(2);
const unknown = names.find((name) => !BENCHMARKS.has(name));
if (unknown === undefined) await runAll(names.length > 0 ? names : [...BENCHMARKS.keys()]);
else {
  console.error(`There is no benchmark "${unknown}". Name any of: ${[...BENCHMARKS.keys()].join(', ')}.`);
  process.exitCode = 2;
}

async function runAll(wanted: readonly string[]): Promise<void> {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(`${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${process.platform} ${process.arch}`);
  console.log(`${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'} · ${memory}`);
  for (const name of wanted) {
    console.log(`\n== ${name}`);
    await BENCHMARKS.get(name)!();
  }
}
