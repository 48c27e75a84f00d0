/*
 * BestAnswer to any length (Ada-LEval, arXiv 2404.06480, section 3): the accepted answer to a question among other answers to it and answers to similar questions. Deviations:
 * lengths are tokens of the whole prompt, filled as far as whole answers can; without a dump the questions are made (how-to.ts).
 */
import {
  seededRandom,
  type Block,
  type Cell,
  type JsonObject,
  type Sample,
  type SkippedSample,
  type TaskDeps,
  type TokenIndex,
} from '../../core/index.ts';
import { mostThatFit } from '../../datasets/index.ts';
import { countBlocks } from '../../text/index.ts';
import { bestAnswerBlocks, SAMPLE_ANSWER } from './bestanswer-prompt.ts';
import type { BuiltNames } from './built-names.ts';
import { readBuiltOptions, type BuiltSettings } from './built-options.ts';
import { createCandidates } from './candidates.ts';
import { openDump, QUESTIONS_FILE, type DumpQuestion } from './question-dump.ts';
import { isWorded } from './tsort-prompt.ts';

/** Fewer tokens than a built-in answer has. */
const LEAST_ANSWER_TOKENS = 30;

/**
 * The samples of the task: for each language and repeat another question, for each length as many answers as fit. Throws FathomError `misuse` for bad options, `data`
 * for bad rows of the user's file.
 */
export async function* bestAnswerSamples(
  { id, version, family }: BuiltNames,
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readBuiltOptions(options, family);
  for (const language of settings.languages.filter(isWorded)) {
    const deal = await openDeal({ language, settings, deps });
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const dealt = deal(repeat);
      for (const lengthTokens of settings.lengths) {
        const cell: Cell = { language, askedTokens: lengthTokens, repeat };
        const made =
          'skipped' in dealt
            ? dealt
            : bestAnswerSample(dealt, { lengthTokens, place: `${id}/${language}/${repeat}`, version, settings, deps, cell });
        yield { id: `${id}/${language}/${lengthTokens}/${repeat}`, task: id, cell, ...made };
      }
    }
  }
}

/** A question, what may stand beside its best answer, and the texts. */
interface Dealt {
  readonly language: 'en' | 'zh';
  readonly asked: DumpQuestion & { readonly best: number };
  readonly others: readonly number[];
  readonly index: TokenIndex;
}

type Skipped = Pick<SkippedSample, 'skipped'>;

interface Opening {
  readonly language: 'en' | 'zh';
  readonly settings: BuiltSettings;
  readonly deps: TaskDeps;
}

async function openDeal({ language, settings, deps }: Opening): Promise<(repeat: number) => Dealt | Skipped> {
  const { seed } = deps;
  const count = Math.ceil(Math.max(...settings.lengths) / LEAST_ANSWER_TOKENS) + 100;
  const folder = settings.hasFolder ? { dataDir: settings.dataDir } : {};
  const dump = await openDump({ ...folder, badRows: settings.badRows, language, seed, count });
  const asked = dump?.questions.filter((each): each is Dealt['asked'] => each.best !== undefined) ?? [];
  const noMore: Skipped = {
    skipped: { reason: 'no-data', detail: `${QUESTIONS_FILE} has ${asked.length} questions with a best answer in ${language}` },
  };
  if (!dump || asked.length === 0) return () => noMore;
  const index = await deps.index(dump.corpus);
  const candidates = createCandidates(dump, seed);
  const order = seededRandom(seed, 'ada-leval', 'bestanswer', language).shuffle(asked);
  return (repeat) => {
    const question = order[repeat];
    return question ? { language, asked: question, others: candidates(question, `${language}/${repeat}`), index } : noMore;
  };
}

interface Seat {
  readonly lengthTokens: number;
  readonly place: string;
  readonly version: number;
  readonly settings: BuiltSettings;
  readonly deps: TaskDeps;
  readonly cell: Cell;
}

function bestAnswerSample(dealt: Dealt, { lengthTokens, place, version, settings, deps, cell }: Seat) {
  const promptOf = (count: number) => promptWith(count, dealt, { place, deps });
  const count = mostThatFit({ most: dealt.others.length + 1, lengthTokens, tokensOf: (some) => promptOf(some).promptTokens });
  if (count < 2)
    return {
      skipped: {
        reason: 'length',
        detail: `two answers and the words around them have more than ${lengthTokens} tokens, or there are no two`,
      },
    };
  const { blocks, promptTokens, number } = promptOf(count);
  if (promptTokens * 2 < lengthTokens)
    return { skipped: { reason: 'too-short', detail: `the answers at hand fill ${promptTokens} of ${lengthTokens} tokens` } };
  return {
    cell: { ...cell, depthPercent: Math.round((4 * (number - 1)) / (count - 1)) * 25 },
    taskVersion: version,
    ask: {
      kind: 'generate' as const,
      steps: [{ messages: [{ from: 'user' as const, blocks }], output: { maxTokens: settings.maxTokens, temperature: 0 } }],
      fit: { policy: 'as-is' as const, tokenizer: deps.tokenizer.id },
    },
    target: `A${number}`,
    promptTokens,
    cluster: place,
    facts: { mode: settings.mode, candidates: count, sample: SAMPLE_ANSWER },
  };
}

interface Prompt {
  readonly blocks: readonly Block[];
  readonly promptTokens: number;
  /** Of the best answer, from 1. */
  readonly number: number;
}

function promptWith(count: number, { language, asked, others, index }: Dealt, { place, deps }: Pick<Seat, 'place' | 'deps'>): Prompt {
  const { digest, documents } = index.corpus;
  const order = seededRandom(deps.seed, place, count).shuffle([asked.best, ...others.slice(0, count - 1)]);
  const spans = order.map((answer) => ({
    doc: digest,
    from: documents[answer]!,
    to: documents[answer + 1]!,
    isBest: answer === asked.best,
  }));
  const blocks = bestAnswerBlocks({ language, question: asked.question }, spans);
  return { blocks, promptTokens: countBlocks(blocks, deps.tokenizer, index), number: order.indexOf(asked.best) + 1 };
}
