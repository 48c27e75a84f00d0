import type { ApiProblem } from '../api.ts';
import { t } from '../language.ts';
import { FieldProblem } from './field.tsx';
import type { Form } from './form.ts';

interface ModelChoiceProps {
  readonly form: Form;
  /** Names to offer. */
  readonly offered: readonly string[];
  readonly problem: ApiProblem | undefined;
}

/** Who is asked: one or more models, each of which gets a run of its own. */
export function ModelChoice({ form, offered, problem }: ModelChoiceProps) {
  const { models } = form.state.value;
  const wrong = problem?.field === 'model' ? problem : undefined;
  const put = (i: number, name: string) => form.change({ models: models.with(i, name) });
  return (
    <fieldset class="card">
      <legend>{t('start.models')}</legend>
      <datalist id="models">
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {models.map((name, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- A line has no other name than its place.
        <div class="model-line" key={i}>
          <input
            type="text"
            list="models"
            autocomplete="off"
            spellcheck={false}
            aria-label={t('start.model', { n: i + 1 })}
            aria-describedby={wrong ? 'models-hint model-problem' : 'models-hint'}
            aria-invalid={wrong !== undefined}
            value={name}
            onInput={(event) => put(i, event.currentTarget.value)}
          />
          {models.length > 1 && (
            <button
              type="button"
              aria-label={t('start.remove-model', { name })}
              onClick={() => form.change({ models: models.toSpliced(i, 1) })}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {wrong && <FieldProblem id="model" problem={wrong} />}
      <button type="button" onClick={() => form.change({ models: [...models, ''] })}>
        {t('start.add-model')}
      </button>
      <p class="hint" id="models-hint">
        {t('start.models.hint')}
      </p>
      <p class="hint">{t('start.keys')}</p>
    </fieldset>
  );
}
