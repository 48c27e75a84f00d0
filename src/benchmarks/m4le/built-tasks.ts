/** What a built prompt asks for. */
export type BuiltKind = 'explicit-single' | 'explicit-multiple' | 'semantic-single' | 'semantic-multiple';

/** A task that is built to any length from texts at hand (M4LE, section 3: construction). */
export interface BuiltTask {
  readonly id: `built-${BuiltKind}`;
  readonly kind: BuiltKind;
  readonly title: string;
  readonly tags: readonly string[];
}

const task = (kind: BuiltKind, title: string, ...tags: readonly string[]): BuiltTask => ({
  id: `built-${kind}`,
  kind,
  title,
  tags: [kind, ...tags],
});

/** The recipes of the abilities that classified or plain texts are enough for. */
export const BUILT_TASKS: readonly BuiltTask[] = [
  task('explicit-single', 'the class of the one text with an id', 'retrieval', 'diffusion:1', 'scope:1'),
  task('explicit-multiple', 'the ids of all texts of a class', 'retrieval', 'diffusion:1', 'scope:2'),
  task('semantic-single', 'the id of the passage that goes on from one given', 'retrieval', 'diffusion:2', 'scope:1'),
  task('semantic-multiple', 'how many texts are of a class', 'aggregation', 'diffusion:2', 'scope:3'),
];
