import type { Cell, JsonObject, Sample, SkippedSample, TaskDeps, TokenIndex } from '../../core/index.ts';
import { mostThatFit, readBuilderOptions, type BuilderSettings, type DataFamily } from '../../datasets/index.ts';
import { countBlocks } from '../../text/index.ts';
import { BUILT_DEFAULTS } from './built-samples.ts';
import { depthStep } from './gold-places.ts';
import { pairDealer, type DealtPrompt, type PairDeal } from './pair-deal.ts';
import type { PairTask } from './pair-tasks.ts';
import { openPairs } from './pair-texts.ts';

/** Fewer tokens than a built-in portrait has. */
const LEAST_TEXT_TOKENS = 50;

interface Job {
  readonly task: PairTask;
  readonly version: number;
  readonly settings: BuilderSettings;
  readonly deps: TaskDeps;
}

type Skipped = Pick<SkippedSample, 'skipped'>;

/**
 * The samples of a recipe over texts with something asked about each: for each language and repeat another question, for each length as many texts as fit. Of `global`
 * recipes the text stands alone, and a length has the texts that are too long for the length before it. Throws FathomError `misuse` for bad options, `data` for bad rows.
 */
export async function* pairSamples(
  { task, version, family }: { readonly task: PairTask; readonly version: number; readonly family: DataFamily },
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readBuilderOptions(options, { family, repeats: BUILT_DEFAULTS.repeats });
  const lengths = settings.lengths ?? BUILT_DEFAULTS.lengths;
  const job: Job = { task, version, settings, deps };
  for (const language of (settings.languages ?? BUILT_DEFAULTS.languages).filter(
    (each): each is 'en' | 'zh' => each === 'en' || each === 'zh',
  )) {
    const found = await openDealer({ ...job, language, longestTokens: Math.max(...lengths) });
    const samples = task.scope === 'global' ? globalSamples : retrievalSamples;
    for (const { lengthTokens, repeat, ...made } of samples({ ...job, ...found, language, lengths })) {
      const cell: Cell = { language, askedTokens: lengthTokens, repeat, ...made.cell };
      yield { id: `m4le/${task.id}/${language}/${lengthTokens}/${repeat}`, task: `m4le/${task.id}`, ...made.sample, cell };
    }
  }
}

interface Opening extends Job {
  readonly language: 'en' | 'zh';
  readonly longestTokens: number;
}

interface Dealer {
  readonly index?: TokenIndex;
  readonly deal: (repeat: number) => PairDeal | undefined;
}

async function openDealer({ task, settings, deps, language, longestTokens }: Opening): Promise<Dealer> {
  const texts = await openPairs({
    file: task.file,
    ...(settings.hasFolder && { dataDir: settings.dataDir }),
    badRows: settings.badRows,
    language,
    seed: deps.seed,
    ...(task.scope !== 'global' && { count: Math.ceil(longestTokens / LEAST_TEXT_TOKENS) + settings.repeats + 100 }),
  });
  if (!texts) return { deal: () => undefined };
  const index = await deps.index(texts.corpus);
  return { index, deal: pairDealer(texts, index, { task, language, seed: deps.seed }) };
}

interface Place extends Job, Dealer {
  readonly language: 'en' | 'zh';
  readonly lengths: readonly number[];
}

interface Made {
  readonly lengthTokens: number;
  readonly repeat: number;
  readonly cell?: Cell;
  readonly sample: Skipped | Omit<Sample, 'id' | 'task' | 'cell'>;
}

function* retrievalSamples(place: Place): Generator<Made> {
  for (let repeat = 0; repeat < place.settings.repeats; repeat++) {
    const deal = place.deal(repeat);
    for (const lengthTokens of place.lengths)
      yield { lengthTokens, repeat, ...(deal ? filled(deal, { ...place, lengthTokens, repeat }) : { sample: noTexts(place) }) };
  }
}

function filled(deal: PairDeal, at: Place & { readonly lengthTokens: number; readonly repeat: number }): Pick<Made, 'cell' | 'sample'> {
  const { lengthTokens } = at;
  const tokensOf = (count: number) => tokens(deal.promptWith(count), at);
  const count = mostThatFit({ most: deal.most, lengthTokens, tokensOf });
  if (count < 2)
    return {
      sample: {
        skipped: {
          reason: 'length',
          detail: `two texts and the words around them have more than ${lengthTokens} tokens, or there are no two`,
        },
      },
    };
  const prompt = deal.promptWith(count);
  const promptTokens = tokens(prompt, at);
  if (promptTokens * 2 < lengthTokens)
    return { sample: { skipped: { reason: 'too-short', detail: `the texts at hand fill ${promptTokens} of ${lengthTokens} tokens` } } };
  return { cell: { depthPercent: depthStep(prompt.place, count) }, sample: sampleOf(deal, { ...at, prompt, promptTokens, texts: count }) };
}

/** Texts go to the first length that holds their prompt (M4LE: natural tasks). */
function* globalSamples(place: Place): Generator<Made> {
  const counts = place.lengths.map(() => 0);
  for (let next = 0, deal = place.deal(0); deal && counts.some((count) => count < place.settings.repeats); deal = place.deal(++next)) {
    const prompt = deal.promptWith(1);
    const promptTokens = tokens(prompt, place);
    const bucket = place.lengths.findIndex((length) => promptTokens <= length);
    if (bucket === -1 || counts[bucket]! >= place.settings.repeats) continue;
    const repeat = counts[bucket]!++;
    yield { lengthTokens: place.lengths[bucket]!, repeat, sample: sampleOf(deal, { ...place, prompt, promptTokens, texts: 1, repeat }) };
  }
  for (const [i, lengthTokens] of place.lengths.entries()) if (counts[i] === 0) yield { lengthTokens, repeat: 0, sample: noTexts(place) };
}

function noTexts({ task, language, index }: Place): Skipped {
  const file = `${task.file}.jsonl`;
  const detail = index
    ? `${file} has no more texts of this length or topic in ${language}`
    : `needs ${file} with texts in ${language} in the folder of --data`;
  return { skipped: { reason: 'no-data', detail } };
}

const tokens = ({ blocks }: DealtPrompt, { deps, index }: Place) => countBlocks(blocks, deps.tokenizer, index!);

function sampleOf(
  { entry }: PairDeal,
  {
    task,
    version,
    settings,
    deps,
    language,
    prompt,
    promptTokens,
    texts,
    repeat,
  }: Place & { readonly prompt: DealtPrompt; readonly promptTokens: number; readonly texts: number; readonly repeat: number },
): Omit<Sample, 'id' | 'task' | 'cell'> {
  return {
    taskVersion: version,
    ask: {
      kind: 'generate',
      steps: [
        {
          messages: [{ from: 'user', blocks: prompt.blocks }],
          output: { maxTokens: settings.maxTokens ?? BUILT_DEFAULTS.maxTokens, temperature: 0 },
        },
      ],
      fit: { policy: 'as-is', tokenizer: deps.tokenizer.id },
    },
    target: entry.answers,
    promptTokens,
    cluster: `m4le/${task.id}/${language}/${task.scope === 'global' ? `document/${entry.document}` : repeat}`,
    facts: { mode: settings.mode, texts, language },
  };
}
