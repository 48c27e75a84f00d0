import type { Block, Cell, Json, JsonObject, Sample, TaskDeps } from '../../core/index.ts';
import { TASK_VERSION } from './haystack-sample.ts';
import { layoutBlocks, textOfBlocks, type LayoutParts } from './layout.ts';
import type { Settings, TaskName } from './options.ts';
import { plainTarget } from './rubric.ts';

/** A prompt without a haystack: a story between the sentences of a layout. Its length is whatever the story gives. */
export interface StoryRecipe extends LayoutParts {
  readonly task: TaskName;
  readonly path: string;
  readonly cell: Cell;
  readonly layout: string;
  readonly story: readonly Block[];
  /** What the answer is scored by. */
  readonly rubric: Json;
  readonly facts?: JsonObject;
  readonly group?: string;
}

/** Builds the sample of a story and counts its tokens. */
export function storySample(recipe: StoryRecipe, { settings, deps }: { readonly settings: Settings; readonly deps: TaskDeps }): Sample {
  const { before, after } = layoutBlocks(recipe.layout, recipe);
  const blocks = [...before, ...recipe.story, ...after];
  return {
    id: `needlebench/${recipe.task}/${recipe.path}`,
    task: `needlebench/${recipe.task}`,
    taskVersion: TASK_VERSION,
    ask: {
      kind: 'generate',
      steps: [{ messages: [{ from: 'user', blocks }], output: { maxTokens: settings.maxTokens } }],
      fit: { policy: 'as-is', tokenizer: deps.tokenizer.id },
    },
    target: plainTarget(recipe.rubric),
    cell: recipe.cell,
    promptTokens: deps.tokenizer.count(textOfBlocks(blocks)),
    ...(recipe.group !== undefined && { group: recipe.group }),
    facts: { ...recipe.facts, rubric: recipe.rubric },
  };
}

/** A story that is needed as a whole: every sentence is a needle. */
export function wholeStory(sentences: readonly string[], join: string): readonly Block[] {
  const between: readonly Block[] = join === '' ? [] : [{ role: 'context', pieces: [{ text: join }] }];
  return sentences.flatMap((text, i) => [...(i > 0 ? between : []), { role: 'evidence' as const, id: `needle-${i}`, pieces: [{ text }] }]);
}
