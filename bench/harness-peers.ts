import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { HarnessPlace, Measured } from './harness-contestants.ts';
import { peakBytes, watchProcess } from './watch-process.ts';

/** Another harness that can do the same work. */
export interface HarnessPeer {
  readonly label: string;
  readonly measure: (place: HarnessPlace) => Promise<PeerMeasured>;
}

export interface PeerMeasured extends Measured {
  readonly exitCode: number | null;
}

/** Environment variables: the folder in which a peer is installed, and the Node that evalite's native module was built for (default: this one). */
const PROMPTFOO = 'FATHOM_BENCH_PROMPTFOO';
const EVALITE = 'FATHOM_BENCH_EVALITE';
const EVALITE_NODE = 'FATHOM_BENCH_EVALITE_NODE';

/** The peers that are installed. */
export function harnessPeers(): readonly HarnessPeer[] {
  const folders = { promptfoo: process.env[PROMPTFOO], evalite: process.env[EVALITE] };
  return [
    ...(folders.promptfoo === undefined ? [] : [promptfoo(folders.promptfoo)]),
    ...(folders.evalite === undefined ? [] : [evalite(folders.evalite)]),
  ];
}

/** How to get the rows of the others; empty when all are there. */
export function howToAddPeers(): readonly string[] {
  return [
    ...(process.env[PROMPTFOO] === undefined
      ? [`promptfoo beside it: in an empty folder \`npm i promptfoo@0.121.20\`, then ${PROMPTFOO}=that folder.`]
      : []),
    ...(process.env[EVALITE] === undefined
      ? [
          `evalite beside it: in an empty folder \`npm i evalite@0.19.0 vitest@4.1.12 better-sqlite3@11.10.0\`, then ${EVALITE}=that folder.`,
        ]
      : []),
  ];
}

function promptfoo(folder: string): HarnessPeer {
  return {
    label: 'promptfoo eval',
    async measure({ load, url, bodies, folder: work }) {
      const home = emptyFolder(join(work, 'promptfoo'));
      const tests = join(home, 'tests.jsonl');
      writeFileSync(tests, (await promptsOf(bodies)).map((prompt) => `${JSON.stringify({ vars: { prompt } })}\n`).join(''));
      const config = {
        prompts: ['{{prompt}}'],
        providers: [{ id: 'openai:chat:mock-model', config: { apiBaseUrl: url, apiKey: 'none', temperature: 0, max_tokens: 256 } }],
        tests: `file://${tests}`,
      };
      writeFileSync(join(home, 'promptfooconfig.json'), JSON.stringify(config));
      const entry = join(folder, 'node_modules/promptfoo/dist/src/entrypoint.js');
      const flags = ['eval', '-c', join(home, 'promptfooconfig.json'), '-j', String(load.concurrency), '--no-table', '--no-progress-bar'];
      const store = emptyFolder(join(home, 'home'));
      return measured([entry, ...flags], { cwd: home, store, env: { PROMPTFOO_CONFIG_DIR: store, ...PROMPTFOO_QUIET } });
    },
  };
}

const PROMPTFOO_QUIET = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  PROMPTFOO_SELF_HOSTED: '1',
  PROMPTFOO_DISABLE_SHARING: '1',
};

const EVALITE_SOURCE = `
import { readFileSync } from 'node:fs';
import { evalite } from 'evalite';
const { prompts, url } = JSON.parse(readFileSync(process.env.BENCH_DATA, 'utf8'));
evalite('harness', {
  data: () => prompts.map((input) => ({ input, expected: 'ok' })),
  task: async (input) => {
    const answer = await fetch(url + '/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'mock-model', temperature: 0, max_tokens: 256, messages: [{ role: 'user', content: input }] }),
    });
    return (await answer.json()).choices[0].message.content;
  },
  scorers: [{ name: 'contains', scorer: ({ output, expected }) => (output.includes(expected) ? 1 : 0) }],
});
`;

function evalite(folder: string): HarnessPeer {
  return {
    label: 'evalite run',
    async measure({ load, url, bodies, folder: work }) {
      const data = join(emptyFolder(join(work, 'evalite')), 'data.json');
      writeFileSync(data, JSON.stringify({ url, prompts: await promptsOf(bodies) }));
      writeFileSync(join(folder, 'harness.eval.ts'), EVALITE_SOURCE);
      writeFileSync(
        join(folder, 'evalite.config.ts'),
        `import { defineConfig } from 'evalite/config';\nexport default defineConfig({ maxConcurrency: ${load.concurrency}, testTimeout: 600_000 });\n`,
      );
      const store = join(folder, 'node_modules/.evalite');
      rmSync(store, { recursive: true, force: true });
      return measured([join(folder, 'node_modules/evalite/dist/bin.js'), 'run', 'harness.eval.ts'], {
        cwd: folder,
        store,
        env: { BENCH_DATA: data },
        ...(process.env[EVALITE_NODE] !== undefined && { node: process.env[EVALITE_NODE] }),
      });
    },
  };
}

interface PeerRun {
  readonly cwd: string;
  readonly store: string;
  readonly env: Readonly<Record<string, string>>;
  readonly node?: string;
}

/** A peer that fails at its end has done its work all the same; its exit code is shown. */
async function measured(args: readonly string[], { store, ...options }: PeerRun): Promise<PeerMeasured> {
  const watched = await watchProcess(args, { ...options, mayFail: true });
  return { wallMs: watched.wallMs, peakMegabytes: peakBytes(watched) / 1e6, storeBytes: bytesBelow(store), exitCode: watched.code };
}

async function promptsOf(bodies: string): Promise<readonly string[]> {
  const prompts: string[] = [];
  for await (const line of createInterface({ input: createReadStream(bodies) })) {
    prompts.push((JSON.parse(line) as { messages: { content: string }[] }).messages.map(({ content }) => content).join('\n'));
  }
  return prompts;
}

function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
