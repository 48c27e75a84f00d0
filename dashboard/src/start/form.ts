import { signal, type Signal } from '@preact/signals';
import type { BenchmarkCard, StartForm } from '../../../src/server/api.ts';

/** What stands in the form: chosen task ids, model names, and the text of every other field by its flag. */
export interface FormState {
  readonly tasks: ReadonlySet<string>;
  readonly models: readonly string[];
  readonly fields: { readonly [flag: string]: string };
  readonly baselines: readonly string[];
}

/** The form as a signal, and how its fields are read and written. */
export interface Form {
  readonly state: Signal<FormState>;
  field(flag: string): string;
  set(flag: string, value: string): void;
  change(change: Partial<FormState>): void;
}

/** Fields that a link may fill in. None of them says who is asked or what is paid: that is always the user's own choice. */
const LINKED = ['lengths', 'depths', 'languages', 'needles', 'atcNeedles', 'repeats', 'seed', 'suite', 'filter'];

/** A form filled in from the address of its page: `task` names tasks and families, every other name a field. */
export function createForm(query: { readonly [name: string]: string | undefined }, families: readonly BenchmarkCard[]): Form {
  const named = (query['task'] ?? '').split(',');
  const isNamed = (family: string, task: string) => named.includes(family) || named.includes(task);
  const state = signal<FormState>({
    tasks: new Set(families.flatMap((family) => family.tasks.map(({ id }) => id).filter((task) => isNamed(family.id, task)))),
    models: ['baseline/lexical'],
    fields: Object.fromEntries(LINKED.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]))),
    baselines: [],
  });
  const change = (part: Partial<FormState>) => (state.value = { ...state.value, ...part });
  return {
    state,
    change,
    field: (flag) => state.value.fields[flag] ?? '',
    set: (flag, value) => change({ fields: { ...state.value.fields, [flag]: value } }),
  };
}

/** Switches: their fields hold `on` or nothing. */
export const SWITCHES: readonly string[] = ['compat', 'noFloor'];

/** What is sent: empty fields left out, a whole family by its own name. Undefined while no task or no model is chosen. */
export function startFormOf({ tasks, models, fields, baselines }: FormState, families: readonly BenchmarkCard[]): StartForm | undefined {
  const names = families.flatMap((family) => {
    const chosen = family.tasks.map(({ id }) => id).filter((id) => tasks.has(id));
    return chosen.length === family.tasks.length ? [family.id] : chosen;
  });
  const asked = [...new Set(models.map((model) => model.trim()).filter((model) => model !== ''))];
  if (names.length === 0 || asked.length === 0) return undefined;
  const given = Object.entries(fields).flatMap(([flag, text]) => {
    const value = text.trim();
    return value === '' ? [] : [[flag, SWITCHES.includes(flag) ? true : value] as const];
  });
  return {
    tasks: names,
    flags: { model: asked, ...Object.fromEntries(given), ...(baselines.length > 0 && { with: baselines.join(',') }) },
  };
}
