import type { Block, Cell, JsonObject, Sample, SkippedSample, TaskDeps, TokenIndex } from '../../core/index.ts';
import { mostThatFit, readBuilderOptions, textBlock, type BuilderSettings, type DataFamily } from '../../datasets/index.ts';
import { countBlocks } from '../../text/index.ts';
import { FIRST_WRONG_WITHIN, type BuiltList } from './built-list.ts';
import { listSource, makeLists } from './built-lists.ts';
import { WORDINGS } from './built-wording.ts';
import type { LongInsMode } from './load-longins.ts';

/** Lengths, repeats and languages where none are asked for. */
export const BUILT_DEFAULTS = { lengths: [1000, 4000, 8000], repeats: 8, languages: ['en', 'zh'] } as const;
/** More bytes than a token has. */
const MOST_TOKEN_BYTES = 6;
/** Room for an answer: at least so many tokens, and so many for each wrong number. */
const ROOM = { least: 512, perNumber: 6 };

interface Job {
  readonly mode: LongInsMode;
  readonly version: number;
  readonly settings: BuilderSettings;
  readonly deps: TaskDeps;
}

/**
 * The samples of a built task: for each language, length and repeat a list of as many answered questions as fit. Longer lists begin as shorter ones.
 * Throws FathomError `misuse` for bad options, `data` for bad rows of the user's questions.
 */
export async function* builtSamples(
  { mode, version, family }: { readonly mode: LongInsMode; readonly version: number; readonly family: DataFamily },
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readBuilderOptions(options, { family, repeats: BUILT_DEFAULTS.repeats });
  const lengths = settings.lengths ?? BUILT_DEFAULTS.lengths;
  const task = `longins/built-${mode.toLowerCase()}`;
  for (const language of (settings.languages ?? BUILT_DEFAULTS.languages).filter(isWorded)) {
    const { badRows, dataDir, hasFolder, repeats } = settings;
    const leastBytes = Math.max(...lengths) * MOST_TOKEN_BYTES;
    const made = await makeLists(
      listSource({ mode, language, seed: deps.seed, repeats, badRows, leastBytes, ...(hasFolder && { dataDir }) }),
    );
    const index = made && (await deps.index(made.corpus));
    for (const lengthTokens of lengths) {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const list = made?.lists[repeat];
        const cell: Cell = { language, askedTokens: lengthTokens, ...(list && { kind: list.kind }), repeat };
        yield {
          id: `${task}/${language}/${lengthTokens}/${repeat}`,
          task,
          cell,
          ...(list && index
            ? builtSample({ list, index, document: repeat }, { mode, version, settings, deps, language, lengthTokens })
            : { skipped: { reason: 'no-data', detail: `the file of questions has none in ${language}` } }),
        };
      }
    }
  }
}

const isWorded = (language: string): language is keyof typeof WORDINGS => Object.hasOwn(WORDINGS, language);

interface Listed {
  readonly list: BuiltList;
  readonly index: TokenIndex;
  readonly document: number;
}

function builtSample(
  listed: Listed,
  { mode, version, settings, deps, language, lengthTokens }: Job & { readonly language: 'en' | 'zh'; readonly lengthTokens: number },
) {
  const { list, index, document } = listed;
  const ends = endsOf(list);
  const blocksOf = (items: number) => promptBlocks(listed, { mode, language, bytes: ends[items]! });
  const count = (items: number) => countBlocks(blocksOf(items), deps.tokenizer, index);
  const items = fitItems(list, { lengthTokens, count });
  if (typeof items === 'object') return items;
  const wrong = list.wrong.filter((number) => number <= items);
  return {
    taskVersion: version,
    ask: {
      kind: 'generate' as const,
      steps: [
        {
          messages: [{ from: 'user' as const, blocks: blocksOf(items) }],
          output: { maxTokens: settings.maxTokens ?? Math.max(ROOM.least, ROOM.perNumber * wrong.length), temperature: 0 },
        },
      ],
      fit: { policy: 'as-is' as const, tokenizer: deps.tokenizer.id },
    },
    target: wrong,
    promptTokens: count(items),
    cluster: `longins/built-${mode.toLowerCase()}/${language}/${document}`,
    facts: { mode: settings.mode, questions: items },
  };
}

/** Bytes of the first 0, 1, 2, … lines. */
function endsOf({ items }: BuiltList): number[] {
  const ends = [0];
  for (const item of items) ends.push(ends.at(-1)! + Buffer.byteLength(item));
  return ends;
}

function promptBlocks(
  { list, index, document }: Listed,
  { mode, language, bytes }: { readonly mode: LongInsMode; readonly language: 'en' | 'zh'; readonly bytes: number },
): Block[] {
  const { intro, ask, format } = WORDINGS[language];
  const { digest, documents } = index.corpus;
  const from = documents[document]!;
  return [
    textBlock('instruction', intro[mode](list.task)),
    { role: 'context', pieces: [{ doc: digest, from, to: from + bytes }] },
    textBlock('question', ask),
    textBlock('format', format),
  ];
}

/** As many questions as fit; those with the first wrong answer must. */
function fitItems(
  { items }: BuiltList,
  { lengthTokens, count }: { readonly lengthTokens: number; readonly count: (items: number) => number },
) {
  if (items.length < FIRST_WRONG_WITHIN)
    return { skipped: { reason: 'no-data', detail: `there are ${items.length} questions, ${FIRST_WRONG_WITHIN} are the least` } };
  const least = count(FIRST_WRONG_WITHIN);
  if (least > lengthTokens)
    return {
      skipped: {
        reason: 'length',
        detail: `${FIRST_WRONG_WITHIN} questions and the words around have ${least} tokens, more than ${lengthTokens}`,
      },
    };
  const fits = mostThatFit({ most: items.length, least: FIRST_WRONG_WITHIN, lengthTokens, tokensOf: count });
  if (fits < items.length || count(fits) * 2 >= lengthTokens) return fits;
  return { skipped: { reason: 'too-short', detail: `the questions at hand fill ${count(fits)} of ${lengthTokens} tokens` } };
}
