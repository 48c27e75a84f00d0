import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { createRunWorkers } from '../src/cli/dashboard/run-workers.ts';
import { dashboardServices } from '../src/cli/dashboard/services.ts';
import type { Ledger, RunRecord } from '../src/core/index.ts';
import { evaluate } from '../src/evaluate/index.ts';
import { NO_SUMMARIES } from '../src/server/routes/no-summaries.fixture.ts';
import { createApp } from '../src/server/create-app.ts';
import { startServer, type DashboardServer, type DashboardServices } from '../src/server/index.ts';
import { createMemoryLedger } from '../src/store/index.ts';
import { createScriptedModel } from '../src/testing/index.ts';

/** An answer of the server as it came, the header names in lower case. `body`: without the frame of a chunked one. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** A request as it is sent; what is left out is as a browser on the page would send it. */
export interface RawRequest {
  readonly method?: string;
  /** What stands in the request line, untouched. */
  readonly target: string;
  /** Beside or instead of Host and Authorization; undefined leaves one out. */
  readonly headers?: { readonly [name: string]: string | undefined };
  /** Characters are bytes. */
  readonly body?: string;
}

/** What every answer must carry, whatever it says. */
const STRICT = {
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'self'; style-src 'self';(?!.*unsafe).*frame-ancestors 'none'$/,
  ),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': expect.any(String),
};

const PAGE = '<!doctype html><title>Fathom</title>';

/**
 * The dashboard's real server over a ledger with one real run of two answers, for a test file, and requests to it byte for byte: a client that minds the
 * rules would not send what has to be refused.
 */
export function servedDashboard(change: (services: DashboardServices) => DashboardServices = (services) => services) {
  const ledger = createMemoryLedger();
  let server: DashboardServer;
  let services: DashboardServices;
  let run: RunRecord;
  beforeAll(async () => {
    await evaluate({
      benchmark: 'needlebench',
      tasks: ['needlebench/single-retrieval'],
      taskOptions: { lengths: [1000], depths: [0, 100], repeats: 1, languages: ['en'] },
      model: createScriptedModel({ reply: () => 'no idea' }),
      ledger,
    });
    run = (await ledger.runs())[0]!;
    const assets = new Map([
      ['/index.html', { bytes: new TextEncoder().encode(PAGE), type: 'text/html; charset=utf-8', immutable: false }],
      ['/assets/app.js', { bytes: new TextEncoder().encode('0'), type: 'text/javascript; charset=utf-8', immutable: true }],
    ]);
    // No test may get as far as starting a process: there is no such program.
    const workers = createRunWorkers({ folder: '/nowhere', program: '/nowhere/fathom.js' });
    services = change(dashboardServices({ ledger, assets, workers, summaries: NO_SUMMARIES }));
    server = await startServer(services, { port: 0 });
  });
  afterAll(() => server.close());
  const host = () => new URL(server.origin).host;
  const open = () => connect(Number(new URL(server.origin).port), '127.0.0.1');
  return {
    ledger,
    page: PAGE,
    host,
    token: () => server.token,
    run: () => run,
    /** Puts the run into the ledger once more, with other words in its record. */
    copyRun: (changes: Partial<RunRecord> & Pick<RunRecord, 'id'>) => copyRun(ledger, run, changes),
    connect: open,
    /** Every route of the interface, with `id` in place of its parameters. */
    routes: (id: string) =>
      createApp(services, { token: '', hosts: () => [] })
        .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
        .map(({ method, path }) => ({ method, target: path.replaceAll(/:\w+/g, id) })),
    /** Sends a request and gives the answer, whose headers are strict or the test fails. */
    ask: async ({ method = 'GET', target, headers = {}, body }: RawRequest): Promise<RawAnswer> => {
      const all = {
        Host: host(),
        Authorization: `Bearer ${server.token}`,
        Connection: 'close',
        ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body, 'latin1')) }),
        ...headers,
      };
      const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
      const answer = await sendRaw(open(), [`${method} ${target} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n'));
      expect({ target, ...answer.headers }).toMatchObject({ target, ...STRICT });
      return answer;
    },
  };
}

async function copyRun(ledger: Ledger, run: RunRecord, changes: Partial<RunRecord> & Pick<RunRecord, 'id'>): Promise<void> {
  async function* entries() {
    yield { run: { ...run, ...changes } };
    yield* ledger.rows(run.id);
  }
  await ledger.importRuns(entries());
}

/** Sends bytes and reads until the server closes. */
export async function sendRaw(socket: Socket, bytes: string): Promise<RawAnswer> {
  socket.write(bytes, 'latin1');
  return parseAnswer(await readAll(socket));
}

/** All that comes until the end; what came before a reset counts. */
export function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket.setEncoding('latin1').on('data', (text: string) => (said += text));
    socket.on('error', () => undefined).on('close', () => resolve(said));
  });
}

/** The head and body of an answer. Throws when there is none. */
export function parseAnswer(said: string): RawAnswer {
  const end = said.indexOf('\r\n\r\n');
  const [first = '', ...lines] = said.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]);
  if (end < 0 || Number.isNaN(status)) throw new Error(`This is no answer: ${JSON.stringify(said.slice(0, 200))}`);
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const rest = said.slice(end + 4);
  return { status, headers, body: headers['transfer-encoding'] === 'chunked' ? unchunked(rest) : rest };
}

function unchunked(text: string): string {
  const line = /^([\da-f]+)\r\n/.exec(text);
  const size = line ? Number.parseInt(line[1]!, 16) : 0;
  if (size === 0) return '';
  const start = line![0].length;
  return text.slice(start, start + size) + unchunked(text.slice(start + size + 2));
}
