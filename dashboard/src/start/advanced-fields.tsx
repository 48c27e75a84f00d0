import { useEffect, useRef } from 'preact/hooks';
import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { Field } from './field.tsx';
import { ADVANCED } from './fields.ts';
import type { Form } from './form.ts';

/** What few runs need, folded away; it opens when something in it is wrong. */
export function AdvancedFields({ form, problem }: { readonly form: Form; readonly problem: ApiProblem | undefined }) {
  const details = useRef<HTMLDetailsElement>(null);
  const flags = ADVANCED.flatMap(({ fields }) => fields.map(({ flag }) => flag));
  const isWrong = problem?.field !== undefined && flags.includes(problem.field);
  useEffect(() => {
    if (isWrong && details.current) details.current.open = true;
  }, [isWrong]);
  const filled = flags.filter((flag) => form.field(flag).trim() !== '').length;
  return (
    <details class="card advanced" ref={details}>
      <summary>
        {t('start.advanced')} {filled > 0 && <span class="tag">{t('start.filled', { n: filled })}</span>}
      </summary>
      {ADVANCED.map(({ theme, fields }) => (
        <fieldset key={theme}>
          <legend>{t(`start.theme.${theme}`)}</legend>
          <div class="fields">
            {fields.map((spec) => (
              <Field key={spec.flag} {...spec} form={form} problem={problem} />
            ))}
          </div>
        </fieldset>
      ))}
    </details>
  );
}
