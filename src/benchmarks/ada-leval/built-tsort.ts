/*
 * TSort to any length (Ada-LEval, arXiv 2404.06480, section 3): consecutive segments of one text in mixed order, with the lines before and after them. Deviations:
 * lengths are tokens of the whole prompt; the lines before and after are about a twentieth of it each, at most 200 tokens; two to six segments can be asked for.
 */
import {
  seededRandom,
  type Cell,
  type JsonObject,
  type Sample,
  type SkippedSample,
  type TaskDeps,
  type TokenIndex,
} from '../../core/index.ts';
import type { BuiltNames } from './built-names.ts';
import { readBuiltOptions, readSegments, type BuiltSettings } from './built-options.ts';
import { openChronicle } from './open-chronicle.ts';
import { fitTsort } from './tsort-fit.ts';
import { isWorded, sampleOrder } from './tsort-prompt.ts';

interface Job {
  readonly id: string;
  readonly version: number;
  readonly settings: BuiltSettings;
  readonly segments: number;
  readonly deps: TaskDeps;
}

/**
 * The samples of the task: for each language, repeat and length a stretch of a text that is long enough, the user's haystack or the built-in chronicle. Throws
 * FathomError `misuse` for bad options.
 */
export async function* tsortSamples(
  { id, version, family }: BuiltNames,
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const { segments, rest } = readSegments(options);
  const settings = readBuiltOptions(rest, family);
  const job: Job = { id, version, settings, segments, deps };
  for (const language of settings.languages.filter(isWorded)) {
    const index = deps.hasOwnHaystacks
      ? await deps.haystack(language)
      : await openChronicle({ language, longestTokens: Math.max(...settings.lengths) }, deps);
    for (let repeat = 0; repeat < settings.repeats; repeat++)
      for (const lengthTokens of settings.lengths) {
        const cell: Cell = { language, askedTokens: lengthTokens, repeat };
        yield {
          id: `${id}/${language}/${lengthTokens}/${repeat}`,
          task: id,
          cell,
          ...tsortSample(index, { ...job, language, repeat, lengthTokens }),
        };
      }
  }
}

interface Seat extends Job {
  readonly language: 'en' | 'zh';
  readonly repeat: number;
  readonly lengthTokens: number;
}

function tsortSample(index: TokenIndex, seat: Seat) {
  const { id, version, settings, segments, deps, language, repeat, lengthTokens } = seat;
  const random = seededRandom(deps.seed, 'ada-leval', 'tsort', language, repeat, lengthTokens);
  const shown = random.shuffle(Array.from({ length: segments }, (_, i) => i));
  const place = { document: random.random(), start: random.random() };
  const fitted = fitTsort(index, { tokenizer: deps.tokenizer, language, lengthTokens, shown, place });
  if ('skipped' in fitted) return fitted;
  const { blocks, promptTokens } = fitted;
  return {
    taskVersion: version,
    ask: {
      kind: 'generate' as const,
      steps: [{ messages: [{ from: 'user' as const, blocks }], output: { maxTokens: settings.maxTokens, temperature: 0 } }],
      fit: { policy: 'as-is' as const, tokenizer: deps.tokenizer.id },
    },
    target: shown.map((_, segment) => shown.indexOf(segment) + 1),
    promptTokens,
    cluster: `${id}/${language}/${repeat}`,
    facts: { mode: settings.mode, sample: `[${sampleOrder(segments).join(', ')}]` },
  };
}
