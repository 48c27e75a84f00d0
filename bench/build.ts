import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Tokenising, planning and rendering, and the memory of a run that streams. */
const PARTS = ['tokenizing.ts', 'prompts.ts', 'memory.ts'];

/** All that happens before a model answers. Each part has a process of its own, so that none meets caches that another has filled. */
export async function benchBuild(): Promise<void> {
  for (const part of PARTS) {
    const { status, signal } = spawnSync(process.execPath, [join(import.meta.dirname, part)], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`bench/${part} ended with ${status ?? signal}`);
  }
}

if (import.meta.main) await benchBuild();
