import { mkdtempSync, statSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBuiltPackage, NOT_BUILT, ROOT } from './built-package.ts';
import { haystackTexts, writeHaystack, type HaystackText } from './haystack-texts.ts';
import { startLoopbackProcess } from './loopback-process.ts';
import { CONCURRENCY, PROMPTS } from './million-prompts.ts';
import { printTable, shown, withAim } from './print-table.ts';
import { peakBytes, watchProcess, type Watched } from './watch-process.ts';

const AIM_MEGABYTES = { atMost: 250 };
const ROUNDS = 3;
/** Place of the library among the cases. */
const LIBRARY = 2;
const COUNT = PROMPTS.depths.length * PROMPTS.repeats;

interface Case {
  readonly label: string;
  readonly run: () => Promise<Watched>;
  readonly aim?: { readonly atMost: number };
}

/** Peak memory of a process that streams thirty prompts of a million tokens to a server of its own. */
export async function benchMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-bench-'));
  const server = await startLoopbackProcess();
  try {
    const built = installBuiltPackage(folder);
    for (const text of haystackTexts()) await benchLanguage(text, { url: server.url, folder, built });
    if (built === undefined) console.log(NOT_BUILT);
  } finally {
    console.log(`The server's counters over all rounds: ${await server.stop()}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly url: string;
  readonly folder: string;
  readonly built: string | undefined;
}

async function benchLanguage(text: HaystackText, place: Place): Promise<void> {
  const { language } = text;
  const { url, folder, built } = place;
  const haystack = writeHaystack(text, join(folder, language));
  const body = join(folder, `${language}.json`);
  const samples = join(folder, `${language}-samples.json`);
  writeFileSync(body, requestBody(text));
  const streamSuite = [join(ROOT, 'bench/stream-suite.ts'), url, haystack, language];
  await watchProcess([...streamSuite, samples]);
  const cases: readonly Case[] = [
    {
      label: 'floor: bare Node, one ready body, undici.request',
      run: () => watchProcess([join(ROOT, 'bench/stream-floor.js'), url, body, String(COUNT), String(CONCURRENCY)]),
    },
    { label: 'stream alone: samples read, no tokenizer', run: () => watchProcess([...streamSuite, samples]), aim: AIM_MEGABYTES },
    { label: 'library: index, plan and stream', run: () => watchProcess(streamSuite), aim: AIM_MEGABYTES },
    { label: 'fathom run, checkout', run: () => commandLine(ROOT, place, { haystack, language }), aim: AIM_MEGABYTES },
    ...(built === undefined
      ? []
      : [{ label: 'fathom run, built package', run: () => commandLine(built, place, { haystack, language }), aim: AIM_MEGABYTES }]),
  ];
  const rounds = cases.map((): Watched[] => []);
  for (let round = 0; round < ROUNDS; round++) for (const [i, { run }] of cases.entries()) rounds[i]!.push(await run());
  const peaks = rounds.map((all) => all.map(peakBytes).toSorted((one, other) => one - other));
  printTable(
    `Memory: ${COUNT} prompts of 1,000k tokens (${megabytes(statSync(body).size)} MB each), ${CONCURRENCY} in flight, ${text.name}; ${ROUNDS} rounds`,
    ['process', 'least peak RSS MB', 'most MB', 'least vs the floor', 'best wall s', 'aim MB (most)'],
    cases.map(({ label, aim }, i) => [
      label,
      megabytes(peaks[i]![0]!),
      megabytes(peaks[i]!.at(-1)!),
      `${shown(peaks[i]![0]! / peaks[0]![0]!)}×`,
      shown(Math.min(...rounds[i]!.map(({ wallMs }) => wallMs)) / 1000),
      aim === undefined ? '' : withAim(peaks[i]!.at(-1)! / 1e6, aim),
    ]),
  );
  const library = rounds[LIBRARY]!.toSorted((one, other) => peakBytes(one) - peakBytes(other))[0]!;
  printTable(
    'The library process by phase (round of least memory)',
    ['phase', 'peak RSS MB'],
    library.peaks.map(({ phase, bytes }) => [phase, megabytes(bytes)]),
  );
}

/** The whole program, with its ledger on disk and no token index kept from before. */
function commandLine(
  root: string,
  { url, folder }: Place,
  { haystack, language }: { readonly haystack: string; readonly language: string },
): Promise<Watched> {
  const home = mkdtempSync(join(folder, 'run-'));
  const flags = {
    model: `${url}#mock-model`,
    haystack: `${language}=${haystack}`,
    lengths: PROMPTS.lengths.join(','),
    depths: PROMPTS.depths.join(','),
    repeats: PROMPTS.repeats,
    concurrency: CONCURRENCY,
    store: join(home, 'store'),
  };
  const written = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return watchProcess([join(root, 'bin/fathom.js'), 'run', 'needlebench/single-retrieval', '--quiet', '--json', '--no-floor', ...written], {
    env: { FATHOM_CACHE: join(home, 'cache'), NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  });
}

/** A chat request about as long as the prompts of the suite. */
function requestBody({ language, documents }: HaystackText): string {
  const bytesAToken = language === 'zh' ? 3.16 : 4.55;
  const text = Buffer.from(documents.join(''))
    .subarray(0, Math.round(PROMPTS.lengths[0]! * bytesAToken))
    .toString();
  return JSON.stringify({ model: 'mock-model', max_tokens: 256, stream: true, messages: [{ role: 'user', content: text }] });
}

const megabytes = (bytes: number) => shown(bytes / 1e6);

if (import.meta.main) await benchMemory();
