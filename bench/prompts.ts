import { createHash } from 'node:crypto';
import type { Sample, Step, Tokenizer } from '../src/core/index.ts';
import { corpusOf, indexCorpus, loadTokenizer, promptDigest, renderPieces } from '../src/text/index.ts';
import { haystackTexts, textOnce, type HaystackText } from './haystack-texts.ts';
import { bestInTurns, timed } from './measure.ts';
import { planMillionSuite, type MillionSuite } from './million-suite.ts';
import { printTable, shown, withAim } from './print-table.ts';

const ENCODING = 'o200k_base';
const AIM_OF_HASHING = { atLeast: 0.5 };

/** Planning and rendering of NeedleBench's longest suite, in each language that there is text for. */
export async function benchPrompts(): Promise<void> {
  const tokenizer = await loadTokenizer(ENCODING);
  for (const text of haystackTexts()) {
    const indexOnceMs = await coldIndexMs(text, tokenizer);
    const runs: MillionSuite[] = [];
    // The first plan meets cold code and cold caches, as a user does; the best of the others is what the code can do.
    for (let round = 0; round < 3; round++) runs.push(await planMillionSuite(text, tokenizer));
    printIndex(runs, { text, indexOnceMs });
    printPlanning(runs, await wholeCount(runs[0]!, tokenizer));
    await printRendering(runs[0]!);
  }
}

/** Time to index the text without its repetitions, before the tokenizer has seen any of it. */
async function coldIndexMs(text: HaystackText, tokenizer: Tokenizer): Promise<number> {
  const once = corpusOf([textOnce(text)], { language: text.language, origin: { kind: 'bench', name: text.name } });
  return (await timed(() => indexCorpus(once, tokenizer))).ms;
}

function printIndex(
  runs: readonly MillionSuite[],
  { text, indexOnceMs }: { readonly text: HaystackText; readonly indexOnceMs: number },
): void {
  const row = (label: string, bytes: number, ms: number) => [label, shown(bytes / 1e6), shown(ms), shown(bytes / 1e6 / (ms / 1000))];
  printTable(
    `Index: a haystack is tokenised once and kept (${ENCODING})`,
    ['haystack', 'MB', 'ms', 'MB/s'],
    [
      row(`${text.language}: each text once, cold`, Buffer.byteLength(textOnce(text)), indexOnceMs),
      row(
        `${text.name}, warm, best of ${runs.length}`,
        runs[0]!.index.corpus.bytes.length,
        Math.min(...runs.map(({ indexMs }) => indexMs)),
      ),
    ],
  );
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
  const row = (label: string, planMs: number) => [
    label,
    shown(planMs),
    shown(planMs / first.samples.length),
    shown((first.samples.length / planMs) * 1000),
    `${shown(wholeMs / planMs)}×`,
  ];
  const skipped = first.skipped === 0 ? '' : `, ${first.skipped} skipped`;
  printTable(
    `Planning: single-retrieval, suite 1000k, ${first.text.name}: ${first.samples.length} prompts${skipped}, ${shown(tokens / 1e6)} M tokens in ${ENCODING}`,
    ['round', 'ms', 'ms a prompt', 'prompts/s', 'speed vs tokenising whole'],
    [row('first', first.planMs), row(`best of ${runs.length}`, Math.min(...runs.map(({ planMs }) => planMs)))],
  );
}

/** Rendering is compared with what no renderer can beat: the same number of bytes that lie ready in one buffer. */
async function printRendering({ text, samples, documents, index }: MillionSuite): Promise<void> {
  const steps = samples.map(stepsOf);
  const ready = Buffer.concat(samples.flatMap((sample) => [...renderPieces(piecesOf(sample), documents).chunks()]));
  const best = await bestInTurns({
    digest: () => steps.map((step) => promptDigest(step, documents)),
    sha256: () => createHash('sha256').update(ready).digest(),
    cached: () => hashAgain(index.corpus.bytes, ready.length),
    render: () => samples.reduce((sum, sample) => sum + renderedBytes(sample, documents), 0),
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
      ['render alone (views, no byte is read)', shown(best.render), '–', '–', ''],
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

if (import.meta.main) await benchPrompts();
