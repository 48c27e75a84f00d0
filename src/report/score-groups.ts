import type { LedgerRow } from '../core/index.ts';
import type { Baseline, RunSummary } from './run-summary.ts';
import { WholeMean } from './whole-mean.ts';

/** By what scores can be grouped. `ability`: tags that name one; `tag`: every tag. */
export const GROUPINGS = ['ability', 'scope', 'diffusion', 'language', 'tag'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Tags that say where a task comes from or how it is scored, not what it asks for. */
const NO_ABILITIES = new Set(['real-data', 'built', 'proxy', 'own', 'needlebench', 'haystack', 'information-dense', 'multiple-choice']);

/** Whether a tag names an ability. */
export function isAbility(tag: string): boolean {
  return !tag.includes(':') && !NO_ABILITIES.has(tag);
}

/** The groups of a task by its tags: `scope:2` is group `2` of `scope`. */
function groupsOf(by: Exclude<Grouping, 'language'>, tags: readonly string[]): readonly string[] {
  if (by === 'tag') return tags;
  if (by === 'ability') return tags.filter(isAbility);
  return tags.flatMap((tag) => (tag.startsWith(`${by}:`) ? tag.slice(by.length + 1) : []));
}

/** Means over the scored answers of tasks that share a tag, or of a language; an answer counts in every group that its task is in. */
export class ScoreGroups {
  readonly #facts: ReadonlyMap<string, readonly string[]>;
  readonly #groups = new Map<
    string,
    { readonly by: Grouping; readonly name: string; readonly tasks: Set<string>; readonly mean: WholeMean }
  >();

  constructor(facts: RunSummary['taskFacts']) {
    this.#facts = new Map(facts.map(({ task, tags }) => [task, tags]));
  }

  add(row: LedgerRow): void {
    const { task, cell } = row.sample;
    const tags = this.#facts.get(task) ?? [];
    for (const by of GROUPINGS) {
      const names = by === 'language' ? [String(cell['language'] ?? '')].filter((code) => code !== '') : groupsOf(by, tags);
      for (const name of names) this.#into(by, name, row);
    }
  }

  /** In the order of {@link GROUPINGS}, by name; beside each the baselines over the same tasks. */
  list(baselines: readonly Baseline[]): RunSummary['groups'] {
    const groups = [...this.#groups.values()].sort(
      (a, b) => GROUPINGS.indexOf(a.by) - GROUPINGS.indexOf(b.by) || (a.name < b.name ? -1 : 1),
    );
    return groups.map(({ by, name, tasks, mean: whole }) => {
      const { mean, low, high, n, missing } = whole.summary();
      const beside = by === 'language' ? {} : baselinesOver(baselines, tasks);
      return { by, name, tasks: [...tasks], mean, low, high, n, missing, ...(Object.keys(beside).length > 0 && { baselines: beside }) };
    });
  }

  #into(by: Grouping, name: string, row: LedgerRow): void {
    const key = `${by}\0${name}`;
    const group = this.#groups.get(key) ?? { by, name, tasks: new Set<string>(), mean: new WholeMean() };
    this.#groups.set(key, group);
    group.tasks.add(row.sample.task);
    group.mean.add(row);
  }
}

function baselinesOver(baselines: readonly Baseline[], tasks: ReadonlySet<string>): Record<string, { mean: number; n: number }> {
  const means: Record<string, { mean: number; n: number }> = {};
  for (const { name, tasks: rows = [] } of baselines) {
    const own = rows.filter(({ task, mean }) => tasks.has(task) && mean !== null);
    const n = own.reduce((sum, row) => sum + row.n, 0);
    if (n > 0) means[name] = { mean: own.reduce((sum, row) => sum + row.mean! * row.n, 0) / n, n };
  }
  return means;
}
