import type { Block, Cell, JsonObject, Sample, SkippedSample, TaskDeps, TokenIndex } from '../../core/index.ts';
import { readBuilderOptions, type BuilderSettings, type DataFamily } from '../../datasets/index.ts';
import { countBlocks } from '../../text/index.ts';
import { deckOfPassages, deckOfTexts, type Deck, type Seat } from './built-deck.ts';
import { fitDeck } from './built-fit.ts';
import { WORDINGS } from './built-prompts.ts';
import type { BuiltTask } from './built-tasks.ts';
import { openClassified } from './classified-texts.ts';
import { depthStep } from './gold-places.ts';

/** Lengths, repeats and room for an answer where none are asked for. */
export const BUILT_DEFAULTS = { lengths: [4000, 8000], repeats: 10, languages: ['en', 'zh'], maxTokens: 128 } as const;

/** Fewer tokens than any text has. */
const LEAST_TEXT_TOKENS = 20;

interface Job {
  readonly task: BuiltTask;
  readonly version: number;
  readonly settings: BuilderSettings;
  readonly deps: TaskDeps;
}

/**
 * The samples of a built task: for each language, length and repeat a prompt with as many texts as fit. A length that the texts at hand fill less than
 * half is skipped. Throws FathomError `misuse` for bad options, `data` for bad rows of the user's texts.
 */
export async function* builtSamples(
  { task, version, family }: { readonly task: BuiltTask; readonly version: number; readonly family: DataFamily },
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readBuilderOptions(options, { family, repeats: BUILT_DEFAULTS.repeats });
  const lengths = settings.lengths ?? BUILT_DEFAULTS.lengths;
  const job: Job = { task, version, settings, deps };
  for (const language of (settings.languages ?? BUILT_DEFAULTS.languages).filter(isWorded)) {
    const deal = await dealer({ ...job, language, longestTokens: Math.max(...lengths) });
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const seat: Seat = { kind: task.kind, language, repeat, seed: deps.seed };
      const dealt = deal?.(seat);
      for (const lengthTokens of lengths) {
        const cell: Cell = { language, askedTokens: lengthTokens, repeat };
        yield {
          id: `m4le/${task.id}/${language}/${lengthTokens}/${repeat}`,
          task: `m4le/${task.id}`,
          cell,
          ...(dealt ? builtSample(dealt, { ...job, seat, lengthTokens, cell }) : noTexts(language)),
        };
      }
    }
  }
}

const isWorded = (language: string): language is keyof typeof WORDINGS => Object.hasOwn(WORDINGS, language);

interface Dealt {
  readonly deck: Deck;
  readonly index: TokenIndex;
}

/** Opens the texts of a language; undefined where there are none. */
async function dealer({
  task,
  settings,
  deps,
  language,
  longestTokens,
}: Job & { readonly language: string; readonly longestTokens: number }): Promise<((seat: Seat) => Dealt) | undefined> {
  if (task.kind === 'semantic-single') {
    const index = await deps.haystack(language);
    const deal = deckOfPassages(index);
    return (seat) => ({ index, deck: deal(seat) });
  }
  const texts = await openClassified({
    ...(settings.hasFolder && { dataDir: settings.dataDir }),
    badRows: settings.badRows,
    language,
    seed: deps.seed,
    count: Math.ceil(longestTokens / LEAST_TEXT_TOKENS) + 100,
  });
  if (!texts) return undefined;
  const index = await deps.index(texts.corpus);
  return (seat) => ({ index, deck: deckOfTexts(index, texts.labels, seat) });
}

function noTexts(language: string): Pick<SkippedSample, 'skipped'> {
  return { skipped: { reason: 'no-data', detail: `the file of classified texts has none in ${language}` } };
}

interface Place extends Job {
  readonly seat: Seat;
  readonly lengthTokens: number;
  readonly cell: Cell;
}

function builtSample({ deck, index }: Dealt, { task, version, settings, deps, seat, lengthTokens, cell }: Place) {
  const count = (blocks: readonly Block[]) => countBlocks(blocks, deps.tokenizer, index);
  const fitted = fitDeck(deck, { seat, lengthTokens, count });
  if ('skipped' in fitted) return fitted;
  const { arrangement, blocks, promptTokens } = fitted;
  const { place, cards, target } = arrangement;
  return {
    cell: { ...cell, ...(place !== undefined && { depthPercent: depthStep(place, cards.length) }) },
    taskVersion: version,
    ask: {
      kind: 'generate' as const,
      steps: [
        {
          messages: [{ from: 'user' as const, blocks }],
          output: { maxTokens: settings.maxTokens ?? BUILT_DEFAULTS.maxTokens, temperature: 0 },
        },
      ],
      fit: { policy: 'as-is' as const, tokenizer: deps.tokenizer.id },
    },
    target,
    promptTokens,
    cluster: `m4le/${task.id}/${seat.language}/${seat.repeat}`,
    facts: { mode: settings.mode, texts: cards.length },
  };
}
