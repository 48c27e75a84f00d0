import type { Block, Cell, JsonObject, Sample, SkippedSample, TaskDeps, TokenIndex } from '../../core/index.ts';
import { mostThatFit, textBlock, type DataFamily } from '../../datasets/index.ts';
import { countBlocks } from '../../text/index.ts';
import { makeDeck, spansOf, type BuiltDeck } from './built-deck.ts';
import { BUILT_DEFAULTS, readBuiltOptions, type BuiltSettings } from './built-options.ts';
import { placeStep, queriesOf, type BuiltQuery } from './built-query.ts';
import type { BuiltVariant } from './built-variants.ts';
import { CUE, WORDINGS } from './built-wording.ts';
import { openLabelled } from './labelled-texts.ts';

interface Job {
  readonly variant: BuiltVariant;
  readonly version: number;
  readonly settings: BuiltSettings;
  readonly deps: TaskDeps;
}

/** How long a prompt is to be: the asked tokens, or a number of rounds within them. */
interface Size {
  readonly lengthTokens?: number;
  readonly rounds?: number;
}

type Skipped = Pick<SkippedSample, 'skipped'>;

/**
 * The samples of a built task: for each language, number of labels, size and repeat a prompt. All repeats of a language and a number of labels share their
 * examples; longer prompts begin as shorter ones. Throws FathomError `misuse` for bad options, `data` for bad rows of the user's texts.
 */
export async function* builtSamples(
  { variant, version, family }: { readonly variant: BuiltVariant; readonly version: number; readonly family: DataFamily },
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readBuiltOptions(options, family);
  const job: Job = { variant, version, settings, deps };
  const sizes = sizesOf(settings);
  for (const language of (settings.languages ?? BUILT_DEFAULTS.languages).filter(isWorded)) {
    for (const labels of settings.labels) {
      const deck = await deckOf({ ...job, language, labels });
      const queries = deck && queriesOf(deck, settings.repeats);
      const index = deck && (await deps.index(deck.corpus));
      for (const size of sizes) {
        for (let repeat = 0; repeat < settings.repeats; repeat++) {
          const cell: Cell = { language, ...cellOf(size), ...(deck && { labels: deck.names.length }), repeat };
          const place = [language, Number.isFinite(labels) ? `${labels}-labels` : [], Object.values(cellOf(size)), repeat].flat();
          yield {
            id: `longiclbench/${variant.id}/${place.join('/')}`,
            task: `longiclbench/${variant.id}`,
            cell,
            ...(deck && index
              ? builtSample({ deck, index, query: queries?.[repeat] }, { ...job, language, size, cell })
              : noTexts(language)),
          };
        }
      }
    }
  }
}

const isWorded = (language: string): language is keyof typeof WORDINGS => Object.hasOwn(WORDINGS, language);

function sizesOf({ lengths, rounds }: BuiltSettings): Size[] {
  if (!rounds) return (lengths ?? BUILT_DEFAULTS.lengths).map((lengthTokens) => ({ lengthTokens }));
  return (lengths ?? [undefined]).flatMap((lengthTokens) =>
    rounds.map((count) => ({ rounds: count, ...(lengthTokens && { lengthTokens }) })),
  );
}

function cellOf({ lengthTokens, rounds }: Size): Cell {
  return { ...(lengthTokens !== undefined && { askedTokens: lengthTokens }), ...(rounds !== undefined && { rounds }) };
}

function noTexts(language: string): Skipped {
  return { skipped: { reason: 'no-data', detail: `the file of labelled texts has no two labels with two texts each in ${language}` } };
}

async function deckOf({
  variant,
  settings,
  deps: { seed },
  language,
  labels,
}: Job & { readonly language: 'en' | 'zh'; readonly labels: number }): Promise<BuiltDeck | undefined> {
  const { lengths = BUILT_DEFAULTS.lengths, rounds = [0], hasFolder, dataDir, badRows } = settings;
  const perLabel = neededOfEach({ longestTokens: Math.max(...lengths), mostRounds: Math.max(...rounds), labels });
  const texts = await openLabelled({ ...(hasFolder && { dataDir }), badRows, language, seed, perLabel });
  const count = Math.min(labels, texts.texts.length);
  return makeDeck(texts, { language, seed, labels: count, variant: { grouped: variant.grouped, coded: variant.coded } });
}

/** Fewer tokens than any built-in example has, and the built-in texts that are kept to be asked about, four times: see `makeDeck`. */
const [LEAST_TOKENS, KEPT] = [9, 100];

function neededOfEach({
  longestTokens,
  mostRounds,
  labels,
}: {
  readonly longestTokens: number;
  readonly mostRounds: number;
  readonly labels: number;
}): number {
  return KEPT + Math.max(mostRounds, Math.ceil(longestTokens / LEAST_TOKENS / Math.min(labels, 32)));
}

interface Dealt {
  readonly deck: BuiltDeck;
  readonly index: TokenIndex;
  readonly query: BuiltQuery | undefined;
}

function builtSample(
  { deck, index, query }: Dealt,
  {
    variant,
    version,
    settings,
    deps,
    language,
    size,
    cell,
  }: Job & { readonly language: 'en' | 'zh'; readonly size: Size; readonly cell: Cell },
) {
  if (!query) return { skipped: { reason: 'no-data', detail: 'all texts that were kept to be asked about are asked about' } };
  const blocksOf = (count: number) => promptBlocks(deck, { count, query, language });
  const count = (examples: number) => countBlocks(blocksOf(examples), deps.tokenizer, index);
  const examples = fitExamples(deck, { size, count });
  if (typeof examples === 'object') return examples;
  const { names } = deck;
  return {
    cell: { ...cell, depthPercent: placeStep(query.label, names.length) },
    taskVersion: version,
    ask: {
      kind: 'generate' as const,
      steps: [
        {
          messages: [{ from: 'user' as const, blocks: blocksOf(examples) }],
          output: { maxTokens: settings.maxTokens ?? BUILT_DEFAULTS.maxTokens, temperature: 0 },
        },
      ],
      fit: { policy: 'as-is' as const, tokenizer: deps.tokenizer.id },
    },
    target: names[query.label]!,
    promptTokens: count(examples),
    cluster: `longiclbench/${variant.id}/${language}/${names[query.label]!}`,
    facts: { mode: settings.mode, examples, query: query.text, labels: [...names] },
  };
}

function promptBlocks(
  deck: BuiltDeck,
  { count, query, language }: { readonly count: number; readonly query: BuiltQuery; readonly language: 'en' | 'zh' },
): Block[] {
  const { instruction, marker } = WORDINGS[language];
  const doc = deck.corpus.digest;
  return [
    textBlock('instruction', instruction(deck.names.toSorted())),
    { role: 'context', pieces: spansOf(deck, count).map((span) => ({ doc, ...span })) },
    textBlock('question', marker + query.text),
    textBlock('format', CUE),
  ];
}

/** As many examples as fit, or those of the rounds asked for; every label must have one. */
function fitExamples(
  { order, names }: BuiltDeck,
  { size, count }: { readonly size: Size; readonly count: (n: number) => number },
): number | Skipped {
  const { lengthTokens = Infinity, rounds } = size;
  const wanted = rounds === undefined ? names.length : rounds * names.length;
  if (wanted > order.length)
    return { skipped: { reason: 'too-short', detail: `there are ${order.length} examples, ${wanted} are asked for` } };
  const least = count(wanted);
  if (least > lengthTokens) {
    const what = rounds === undefined ? 'one example of each label' : `${rounds} rounds`;
    return { skipped: { reason: 'length', detail: `${what} and the words around have ${least} tokens, more than ${lengthTokens}` } };
  }
  if (rounds !== undefined) return wanted;
  const fits = mostThatFit({ most: order.length, least: wanted, lengthTokens, tokensOf: count });
  if (fits < order.length || count(fits) * 2 >= lengthTokens) return fits;
  return { skipped: { reason: 'too-short', detail: `the texts at hand fill ${count(fits)} of ${lengthTokens} tokens` } };
}
