import { createHash } from 'node:crypto';
import type { Sample, Step, TokenIndex, Tokenizer } from '../src/core/index.ts';
import { loadTokenizer, promptDigest, renderPieces } from '../src/text/index.ts';
import { haystackTexts } from './haystack-texts.ts';
import { bestInTurns } from './measure.ts';
import { planMillionSuite, type MillionSuite } from './million-suite.ts';
import { printTable, shown, withAim } from './print-table.ts';

const ENCODING = 'o200k_base';
const AIM_OF_HASHING = { atLeast: 0.5 };

/** Planning and rendering of NeedleBench's longest suite, in each language that there is text for. */
export async function benchPrompts(): Promise<void> {
  const tokenizer = await loadTokenizer(ENCODING);
  for (const text of haystackTexts()) {
    const runs: MillionSuite[] = [];
    // The first plan meets cold code and cold caches, as a user does; the best of the others is what the code can do.
    for (let round = 0; round < 3; round++) runs.push(await planMillionSuite(text, tokenizer));
    printPlanning(runs, await wholeCount(runs[0]!, tokenizer));
    await printRendering(runs[0]!);
  }
}

interface WholeCount {
  readonly tokens: number;
  readonly ms: number;
}

/** Time to tokenise the longest prompt as one text, which planning must not do. */
async function wholeCount({ samples, documents }: MillionSuite, tokenizer: Tokenizer): Promise<WholeCount> {
  const longest = samples.reduce((a, b) => (b.promptTokens > a.promptTokens ? b : a));
  const text = renderPieces(piecesOf(longest), documents).text();
  const { whole } = await bestInTurns({ whole: () => tokenizer.count(text) });
  return { tokens: longest.promptTokens, ms: whole };
}

function printPlanning(runs: readonly MillionSuite[], whole: WholeCount): void {
  const [first] = runs as [MillionSuite];
  const tokens = first.samples.reduce((sum, sample) => sum + sample.promptTokens, 0);
  const wholeMs = (whole.ms * tokens) / whole.tokens;
  const row = (label: string, planMs: number, indexMs: number) => [
    label,
    shown(planMs),
    shown(planMs / first.samples.length),
    shown((first.samples.length / planMs) * 1000),
    `${shown(wholeMs / planMs)}×`,
    shown(indexMs),
    shown(megabytesPerSecond(first.index, indexMs)),
  ];
  const skipped = first.skipped === 0 ? '' : `, ${first.skipped} skipped`;
  printTable(
    `Planning: single-retrieval, suite 1000k, ${first.text.name}: ${first.samples.length} prompts${skipped}, ${millions(tokens)} M tokens in ${ENCODING}`,
    ['round', 'plan ms', 'ms a prompt', 'prompts/s', 'vs tokenising whole', 'index ms (apart)', 'index MB/s'],
    [
      row('first', first.planMs, first.indexMs),
      row(`best of ${runs.length}`, Math.min(...runs.map(({ planMs }) => planMs)), Math.min(...runs.map(({ indexMs }) => indexMs))),
    ],
  );
}

/** Rendering is compared with what no renderer can beat: the same number of bytes that lie ready in one buffer. */
async function printRendering({ text, samples, documents, index }: MillionSuite): Promise<void> {
  const steps = samples.map(stepsOf);
  const ready = Buffer.concat(samples.flatMap((sample) => [...renderPieces(piecesOf(sample), documents).chunks()]));
  const copy = Buffer.alloc(ready.length);
  const best = await bestInTurns({
    digest: () => steps.map((step) => promptDigest(step, documents)),
    sha256: () => createHash('sha256').update(ready).digest(),
    cached: () => hashAgain(index.corpus.bytes, ready.length),
    render: () => samples.reduce((sum, sample) => sum + renderedBytes(sample, documents), 0),
    copy: () => ready.copy(copy),
  });
  const rate = (ms: number) => shown(ready.length / 1e6 / (ms / 1000));
  printTable(
    `Rendering: the same ${samples.length} prompts, ${shown(ready.length / 1e6)} MB of ${text.language}`,
    ['work', 'ms', 'MB/s', 'speed vs the floor', 'aim'],
    [
      [
        'render and hash (promptDigest)',
        shown(best.digest),
        rate(best.digest),
        shown(best.sha256 / best.digest),
        withAim(best.sha256 / best.digest, AIM_OF_HASHING),
      ],
      ['floor: sha256 of one ready buffer', shown(best.sha256), rate(best.sha256), '1', ''],
      ['sha256 of the corpus again and again (in cache)', shown(best.cached), rate(best.cached), shown(best.sha256 / best.cached), ''],
      ['render alone (views, no byte is read)', shown(best.render), '–', shown(best.copy / best.render), ''],
      ['floor: one copy of the ready buffer', shown(best.copy), rate(best.copy), '1', ''],
    ],
  );
}

/** Prompts are spans of one corpus, which fits a large cache where a ready buffer does not: this shows what that is worth. */
function hashAgain(bytes: Uint8Array, total: number): Buffer {
  const hash = createHash('sha256');
  for (let left = total; left > 0; left -= bytes.length) hash.update(bytes.subarray(0, left));
  return hash.digest();
}

function renderedBytes(sample: Sample, documents: MillionSuite['documents']): number {
  let bytes = 0;
  for (const chunk of renderPieces(piecesOf(sample), documents).chunks()) bytes += chunk.length;
  return bytes;
}

const stepsOf = ({ ask }: Sample): readonly Step[] => (ask.kind === 'generate' ? ask.steps : []);

const piecesOf = (sample: Sample) =>
  stepsOf(sample).flatMap(({ messages }) => messages.flatMap(({ blocks }) => blocks.flatMap(({ pieces }) => pieces)));

const megabytesPerSecond = ({ corpus }: TokenIndex, ms: number) => corpus.bytes.length / 1e6 / (ms / 1000);

const millions = (count: number) => shown(count / 1e6);

if (import.meta.main) await benchPrompts();
