import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startLoopbackServer, type LoopbackOptions, type LoopbackServer } from '../src/testing/index.ts';
import { fathom, type FathomOptions } from './fathom.ts';

/** A small run of three prompts. */
const SMALL = ['--lengths', '1k', '--depths', '0,50,100', '--repeats', '1', '--languages', 'en', '--quiet'];

/** An empty folder for a test file, the program run in it, and a server of its own for each test that asks for one. */
export function workplace() {
  let cwd = '';
  let server: LoopbackServer | undefined;
  beforeAll(() => void (cwd = mkdtempSync(join(tmpdir(), 'fathom-test-'))));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  return {
    path: (name: string) => join(cwd, name),
    file(name: string, content: string | Uint8Array) {
      writeFileSync(join(cwd, name), content);
      return name;
    },
    fathom: (args: readonly string[], options: Partial<FathomOptions> = {}) => fathom(args, { cwd, ...options }),
    /** Arguments of a run of three prompts. */
    single: (...more: readonly string[]) => ['run', 'needlebench/single-retrieval', ...SMALL, ...more],
    /** Starts the server and gives the name of a model on it. */
    async serve(options: LoopbackOptions = {}) {
      server = await startLoopbackServer(options);
      return `${server.url}/v1#mock-model`;
    },
    /** Ends the server and starts another in its place. */
    async restart(options: LoopbackOptions) {
      await server?.close();
      server = await startLoopbackServer(options);
    },
    log: () => server?.log ?? [],
    batches: () => server?.batches ?? [],
    /** Waits until the server has seen so many requests. */
    async requests(count: number) {
      while ((server?.log.length ?? 0) < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
