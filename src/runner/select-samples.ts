import type { Sample, SkippedSample } from '../core/index.ts';

/** Which samples of a plan a run takes. */
export interface SampleSelection {
  /** Takes so many samples that can be asked, dealt over tasks, languages, lengths and whatever else tells samples apart. Default: all. */
  readonly first?: number;
  /** Says whether a sample is wanted at all. Default: all are. */
  readonly accepts?: (sample: Sample | SkippedSample) => boolean;
}

/**
 * The selected samples, in plan order. The first N are dealt like cards, one task after the other, within a task one language after the other,
 * within a language one length after the other, then over the further axes of the cells (rounds, source, level, …): a few samples touch as much as they
 * can, and more samples only add to fewer. Depths and repeats stay in plan order.
 * With `first`, samples that cannot be asked are left out.
 */
export function selectSamples(
  samples: readonly (Sample | SkippedSample)[],
  { first, accepts = () => true }: SampleSelection,
): readonly (Sample | SkippedSample)[] {
  const wanted = samples.filter(accepts);
  if (first === undefined) return wanted;
  const askable = wanted.filter((sample): sample is Sample => !('skipped' in sample));
  const chosen = new Set(dealt(askable, axesOf(askable)).slice(0, first));
  return askable.filter((sample) => chosen.has(sample));
}

type Axis = (sample: Sample) => unknown;

/** The axes that come first; depth and repeat are the grid of one cell and stay in plan order. */
const FIRST_AXES = ['language', 'askedTokens'];
const IN_PLAN_ORDER: ReadonlySet<string> = new Set(['depthPercent', 'repeat']);

/** The task, then the axes of the cells in the order in which the plan first names them. */
function axesOf(samples: readonly Sample[]): readonly Axis[] {
  const names = new Set([...FIRST_AXES, ...samples.flatMap(({ cell }) => Object.keys(cell))]);
  const onCells = [...names]
    .filter((name) => !IN_PLAN_ORDER.has(name))
    .map(
      (name): Axis =>
        (sample) =>
          sample.cell[name],
    );
  return [({ task }) => task, ...onCells];
}

/** Samples in turn from each group of the first axis, each group dealt by the axes that remain. */
function dealt(samples: readonly Sample[], [axis, ...rest]: readonly Axis[]): readonly Sample[] {
  if (axis === undefined) return samples;
  const groups = [...Map.groupBy(samples, axis).values()].map((group) => dealt(group, rest));
  const rounds = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((group) => group.slice(round, round + 1))).flat();
}
