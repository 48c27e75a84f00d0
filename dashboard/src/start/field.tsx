import { t } from '../language.ts';
import type { WordingKey } from '../wording/index.ts';
import type { ApiProblem } from '../api.ts';
import { Said } from '../parts/said.tsx';
import type { Form } from './form.ts';

/** A field by the flag that it stands for. `options`: one of these; else text. */
export interface FieldSpec {
  readonly flag: string;
  readonly options?: readonly string[];
  /** What happens when it stays empty, as the field itself would say it. */
  readonly placeholder?: string | undefined;
  readonly switch?: true;
}

interface FieldProps extends FieldSpec {
  readonly form: Form;
  readonly problem: ApiProblem | undefined;
}

/** One field with its label, what it takes, and what is wrong with it. */
export function Field({ flag, options, placeholder, form, problem, ...spec }: FieldProps) {
  const wrong = problem?.field === flag;
  const id = `field-${flag}`;
  const marks = {
    id,
    value: form.field(flag),
    'aria-describedby': wrong ? `${id}-hint ${id}-problem` : `${id}-hint`,
    'aria-invalid': wrong,
  };
  const set = (event: { readonly currentTarget: { readonly value: string } }) => form.set(flag, event.currentTarget.value);
  if (spec.switch) {
    return (
      <div class="field switch">
        <input
          type="checkbox"
          id={id}
          aria-describedby={`${id}-hint`}
          checked={form.field(flag) === 'on'}
          onChange={(event) => form.set(flag, event.currentTarget.checked ? 'on' : '')}
        />
        <label for={id}>{t(`field.${flag}` as WordingKey)}</label>
        <Hint id={id} flag={flag} />
        {wrong && <FieldProblem id={id} problem={problem} />}
      </div>
    );
  }
  return (
    <div class="field">
      <label for={id}>{t(`field.${flag}` as WordingKey)}</label>
      {options ? (
        <select {...marks} onChange={set}>
          <option value="">{placeholder ?? t('start.as-it-is')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input type="text" autocomplete="off" spellcheck={false} {...marks} placeholder={placeholder} onInput={set} />
      )}
      <Hint id={id} flag={flag} />
      {wrong && <FieldProblem id={id} problem={problem} />}
    </div>
  );
}

function Hint({ id, flag }: { readonly id: string; readonly flag: string }) {
  return (
    <p class="hint" id={`${id}-hint`}>
      {t(`field.${flag}.hint` as WordingKey)}
    </p>
  );
}

/** What is wrong with a field, and what helps. */
export function FieldProblem({ id, problem }: { readonly id: string; readonly problem: ApiProblem }) {
  return (
    <p class="problem" id={`${id}-problem`}>
      <Said text={problem.message} /> {problem.fix !== undefined && <Said text={problem.fix} />}
    </p>
  );
}
