import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { FieldProblem } from './field.tsx';
import type { Form } from './form.ts';

const BASELINES = ['retrieval', 'closed-book', 'oracle'] as const;

/** What stands beside the score, on the same samples. */
export function BaselineChoice({ form, problem }: { readonly form: Form; readonly problem: ApiProblem | undefined }) {
  const { baselines } = form.state.value;
  const set = (name: string, on: boolean) =>
    form.change({ baselines: BASELINES.filter((each) => (each === name ? on : baselines.includes(each))) });
  return (
    <fieldset class="card">
      <legend>{t('start.baselines')}</legend>
      <ul class="ticks wide">
        {BASELINES.map((name) => (
          <li key={name}>
            <label class="tick-line">
              <input type="checkbox" checked={baselines.includes(name)} onChange={(event) => set(name, event.currentTarget.checked)} />
              <span>
                {t(`baseline.${name}`)} <span class="soft small">{t(`baseline.${name}.hint`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {problem?.field === 'with' && <FieldProblem id="with" problem={problem} />}
    </fieldset>
  );
}
