import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { haystackTexts, type HaystackText } from './haystack-texts.ts';
import { CONCURRENCY, PROMPTS } from './million-prompts.ts';
import { printTable, shown, withAim } from './print-table.ts';
import { peakBytes, watchProcess, type Watched } from './watch-process.ts';

const ROOT = join(import.meta.dirname, '..');
const AIM_MEGABYTES = { atMost: 250 };
const ROUNDS = 3;

interface Case {
  readonly label: string;
  readonly run: () => Promise<Watched>;
  readonly aim?: { readonly atMost: number };
}

/** Peak memory of a process that streams thirty prompts of a million tokens to a server of its own. */
export async function benchMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  const server = await startServer();
  try {
    for (const text of haystackTexts()) await benchLanguage(text, { url: server.url, folder });
  } finally {
    server.child.kill('SIGTERM');
    await once(server.child, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly url: string;
  readonly folder: string;
}

async function benchLanguage(text: HaystackText, { url, folder }: Place): Promise<void> {
  const { language } = text;
  const haystack = writeHaystack(text, join(folder, language));
  const body = join(folder, `${language}.json`);
  const samples = join(folder, `${language}-samples.json`);
  writeFileSync(body, requestBody(text));
  const streamSuite = [join(ROOT, 'bench/stream-suite.ts'), url, haystack, language];
  await watchProcess([...streamSuite, samples]);
  const cases: readonly Case[] = [
    { label: 'floor: bare Node, one ready body, undici.request', run: () => watchProcess([join(ROOT, 'bench/stream-floor.ts'), url, body]) },
    { label: 'stream alone: samples read, no tokenizer', run: () => watchProcess([...streamSuite, samples]), aim: AIM_MEGABYTES },
    { label: 'library: index, plan and stream', run: () => watchProcess(streamSuite), aim: AIM_MEGABYTES },
    { label: 'fathom run', run: () => commandLine({ url, folder, haystack, language }), aim: AIM_MEGABYTES },
  ];
  const best: Watched[] = [];
  for (const { run } of cases) best.push(await leastMemory(run));
  const floor = peakBytes(best[0]!);
  const count = PROMPTS.depths.length * PROMPTS.repeats;
  const bodyBytes = readFileSync(body).length;
  printTable(
    `Memory: ${count} prompts of 1,000k tokens (${megabytes(bodyBytes)} MB each), ${CONCURRENCY} in flight, ${text.name}; least of ${ROUNDS}`,
    ['process', 'peak RSS MB', 'vs the floor', 'wall s', 'aim MB'],
    cases.map(({ label, aim }, i) => [
      label,
      megabytes(peakBytes(best[i]!)),
      `${shown(peakBytes(best[i]!) / floor)}×`,
      shown(best[i]!.wallMs / 1000),
      aim === undefined ? '' : withAim(peakBytes(best[i]!) / 1e6, aim),
    ]),
  );
  printTable(
    'The library process by phase',
    ['phase', 'peak RSS MB'],
    best[2]!.peaks.map(({ phase, bytes }) => [phase, megabytes(bytes)]),
  );
}

async function leastMemory(run: () => Promise<Watched>): Promise<Watched> {
  const rounds: Watched[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await run());
  return rounds.reduce((a, b) => (peakBytes(b) < peakBytes(a) ? b : a));
}

/** The whole program, with its ledger on disk and no token index kept from before. */
function commandLine({ url, folder, haystack, language }: Place & { readonly haystack: string; readonly language: string }): Promise<Watched> {
  const home = mkdtempSync(join(folder, 'run-'));
  const { lengths, depths, repeats } = PROMPTS;
  return watchProcess(
    [
      join(ROOT, 'bin/fathom.js'),
      ...['run', 'needlebench/single-retrieval', '--quiet', '--json', '--model', `${url}#mock-model`, '--haystack', `${language}=${haystack}`],
      ...['--lengths', lengths.join(','), '--depths', depths.join(','), '--repeats', String(repeats)],
      ...['--concurrency', String(CONCURRENCY), '--store', join(home, 'store')],
    ],
    { env: { FATHOM_CACHE: join(home, 'cache') } },
  );
}

function writeHaystack({ documents }: HaystackText, folder: string): string {
  mkdirSync(folder);
  for (const [i, document] of documents.entries()) writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), document);
  return folder;
}

/** A chat request about as long as the prompts of the suite. */
function requestBody({ language, documents }: HaystackText): string {
  const bytesAToken = language === 'zh' ? 3.16 : 4.55;
  const text = Buffer.from(documents.join('')).subarray(0, Math.round(PROMPTS.lengths[0]! * bytesAToken)).toString();
  return JSON.stringify({ model: 'mock-model', max_tokens: 256, stream: true, messages: [{ role: 'user', content: text }] });
}

async function startServer(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [join(ROOT, 'src/testing/loopback-server/main.ts'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { url, child };
}

const megabytes = (bytes: number) => shown(bytes / 1e6);

if (import.meta.main) await benchMemory();
