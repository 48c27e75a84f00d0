import type { BenchmarkCard } from '../../../src/server/api.ts';
import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { FieldProblem } from './field.tsx';
import type { Form } from './form.ts';

interface TaskChoiceProps {
  readonly form: Form;
  readonly families: readonly BenchmarkCard[];
  readonly problem: ApiProblem | undefined;
}

/** Families with their tasks, and the suites of those that are chosen. */
export function TaskChoice({ form, families, problem }: TaskChoiceProps) {
  const { tasks } = form.state.value;
  const suites = families.filter((family) => family.tasks.some(({ id }) => tasks.has(id))).flatMap((family) => family.suites);
  return (
    <fieldset class="card" aria-describedby={problem?.field === 'tasks' ? 'tasks-problem' : undefined}>
      <legend>{t('start.tasks')}</legend>
      {families.map(withoutData).map((family) => family.tasks.length > 0 && <FamilyChoice key={family.id} family={family} form={form} />)}
      {families.some((family) => family.tasks.some(({ needsData }) => needsData)) && <p class="hint">{t('start.on-data')}</p>}
      {problem?.field === 'tasks' && <FieldProblem id="tasks" problem={problem} />}
      {suites.length > 0 && (
        <div class="field">
          <label for="field-suite">{t('field.suite')}</label>
          <select
            id="field-suite"
            value={form.field('suite')}
            aria-describedby="field-suite-hint"
            onChange={(event) => form.set('suite', event.currentTarget.value)}
          >
            <option value="">{t('start.no-suite')}</option>
            {suites.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <p class="hint" id="field-suite-hint">
            {t('field.suite.hint')}
          </p>
          {problem?.field === 'suite' && <FieldProblem id="suite" problem={problem} />}
        </div>
      )}
    </fieldset>
  );
}

/** Data files are named on the command line alone. */
const withoutData = (family: BenchmarkCard): BenchmarkCard => ({ ...family, tasks: family.tasks.filter(({ needsData }) => !needsData) });

function FamilyChoice({ family, form }: { readonly family: BenchmarkCard; readonly form: Form }) {
  const { tasks } = form.state.value;
  const ids = family.tasks.map(({ id }) => id);
  const chosen = ids.filter((id) => tasks.has(id)).length;
  const set = (changed: readonly string[], on: boolean) => {
    const next = new Set(tasks);
    for (const id of changed)
      if (on) next.add(id);
      else next.delete(id);
    form.change({ tasks: next });
  };
  return (
    <div class="family">
      <label class="tick-line">
        <input
          type="checkbox"
          checked={chosen === ids.length}
          ref={(input) => {
            if (input) input.indeterminate = chosen > 0 && chosen < ids.length;
          }}
          onChange={(event) => set(ids, event.currentTarget.checked)}
        />
        <span>
          <strong>{family.title}</strong>
          <span class="soft small"> {t('start.chosen', { n: chosen, of: ids.length })}</span>
        </span>
      </label>
      <ul class="ticks">
        {family.tasks.map((task) => (
          <li key={task.id}>
            <label class="tick-line">
              <input type="checkbox" checked={tasks.has(task.id)} onChange={(event) => set([task.id], event.currentTarget.checked)} />
              <span>
                {task.title} <span class="id">{task.id}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
