import {
  FathomError,
  PythonRandom,
  type Block,
  type Cell,
  type Json,
  type JsonObject,
  type Sample,
  type SkippedSample,
  type TaskDeps,
  type TokenIndex,
} from '../../core/index.ts';
import { countBlocks, createTape, fitHaystack, seededTape, spliceTokens, type Tape } from '../../text/index.ts';
import type { Language, Settings, TaskName } from './options.ts';
import { plainTarget } from './rubric.ts';

/** Version of wording, data and scoring of every task of the family. */
export const TASK_VERSION = 1;

/** A needle to be placed: `depthPercent` is what was asked; `places` of the recipe says where compat puts it. */
export interface PlacedNeedle {
  readonly text: string;
  readonly depthPercent: number;
}

/** What a haystack task decided about one sample; the rest (length, insertion, counting) is the same for all of them. */
export interface HaystackRecipe {
  readonly task: TaskName;
  /** Path after the task in the sample's id: `en/4000/40/0`. */
  readonly path: string;
  readonly cell: Cell;
  readonly lengthTokens: number;
  readonly repeat: number;
  readonly needles: readonly PlacedNeedle[];
  /** Compat: haystack tokens before each needle. */
  readonly places: (haystackTokens: number, needleTokens: readonly number[]) => readonly number[];
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly rubric: Json;
  readonly facts: JsonObject;
}

/** A language's haystack in all its orders. */
export interface HaystackOf {
  readonly language: Language;
  readonly index: TokenIndex;
  tape(repeat: number): Tape;
}

/** Opens the haystack of a language; tapes are made when first asked for. */
export async function openHaystack(language: Language, settings: Settings, deps: TaskDeps): Promise<HaystackOf> {
  if (settings.mode === 'compat' && deps.tokenizer.id !== 'cl100k_base') {
    throw new FathomError('misuse', `Compat counts tokens in cl100k_base, and the run uses ${deps.tokenizer.id}.`, {
      fix: 'Use --tokenizer cl100k_base, or leave --compat out.',
    });
  }
  const index = await deps.haystack(language);
  const tapes = new Map<number, Tape>();
  const make = (repeat: number) =>
    settings.mode === 'compat'
      ? createTape(index, publishedOrder(index.corpus.documents.length - 1, repeat))
      : seededTape(index, { seed: deps.seed, repeat });
  return {
    language,
    index,
    tape(repeat) {
      const tape = tapes.get(repeat) ?? make(repeat);
      tapes.set(repeat, tape);
      return tape;
    },
  };
}

/** Lines are shuffled in place before every repeat: repeat c starts from the order that repeat c − 1 left. */
export function publishedOrder(documents: number, repeat: number): number[] {
  const order = Array.from({ length: documents }, (_, i) => i);
  for (let seed = 0; seed <= repeat; seed++) new PythonRandom(seed).shuffle(order);
  return order;
}

/** Builds the sample of a recipe in the mode of the settings. */
export function haystackSample(
  recipe: HaystackRecipe,
  haystack: HaystackOf,
  { settings, deps }: { readonly settings: Settings; readonly deps: TaskDeps },
): Sample | SkippedSample {
  const built = settings.mode === 'compat' ? published(recipe, haystack, { settings, deps }) : fitted(recipe, haystack, deps);
  if (built.status === 'skipped') return skippedSample(recipe, built);
  const { blocks, promptTokens, placements } = built;
  return {
    id: `needlebench/${recipe.task}/${recipe.path}`,
    task: `needlebench/${recipe.task}`,
    taskVersion: TASK_VERSION,
    ask: {
      kind: 'generate',
      steps: [{ messages: [{ from: 'user', blocks }], output: { maxTokens: settings.maxTokens } }],
      fit: { policy: settings.mode === 'compat' ? 'published' : 'exact', tokenizer: deps.tokenizer.id },
    },
    target: plainTarget(recipe.rubric),
    cell: recipe.cell,
    promptTokens,
    placements,
    cluster: `haystack/${haystack.language}/${recipe.repeat}`,
    facts: { ...recipe.facts, rubric: recipe.rubric },
  };
}

/** A cell that cannot be built, under the id that its sample would have. */
export function skippedSample(
  { task, path, cell }: Pick<HaystackRecipe, 'task' | 'path' | 'cell'>,
  skipped: { readonly reason: string; readonly detail: string },
): SkippedSample {
  return {
    id: `needlebench/${task}/${path}`,
    task: `needlebench/${task}`,
    cell,
    skipped: { reason: skipped.reason, detail: skipped.detail },
  };
}

function fitted(recipe: HaystackRecipe, haystack: HaystackOf, deps: TaskDeps) {
  return fitHaystack({
    tape: haystack.tape(recipe.repeat),
    tokenizer: deps.tokenizer,
    lengthTokens: recipe.lengthTokens,
    before: recipe.before,
    after: recipe.after,
    needles: recipe.needles.map(({ text, depthPercent }, i) => ({ id: `needle-${i}`, text, depthPercent })),
  });
}

/** The published budget: length − buffer − needles, cut between tokens; the template and the question come on top of it. */
function published(
  recipe: HaystackRecipe,
  haystack: HaystackOf,
  { settings, deps }: { readonly settings: Settings; readonly deps: TaskDeps },
) {
  const tape = haystack.tape(recipe.repeat);
  const texts = recipe.needles.map(({ text }) => `\n${text}\n`);
  const lengths = texts.map((text) => deps.tokenizer.count(text));
  const budget = recipe.lengthTokens - settings.buffer[haystack.language] - lengths.reduce((a, b) => a + b, 0);
  const tokens = Math.min(Math.max(budget, 0), tape.tokens);
  const places = recipe.places(tokens, lengths);
  const splice = spliceTokens(tape, {
    tokenizer: deps.tokenizer,
    tokens,
    needles: recipe.needles.map(({ depthPercent }, i) => ({
      id: `needle-${i}`,
      text: texts[i]!,
      atToken: places[i]!,
      askedDepthPercent: depthPercent,
    })),
  });
  const blocks = [...recipe.before, ...splice.blocks, ...recipe.after];
  return {
    status: 'ok' as const,
    blocks,
    promptTokens: countBlocks(blocks, deps.tokenizer, haystack.index),
    placements: splice.placements,
  };
}
