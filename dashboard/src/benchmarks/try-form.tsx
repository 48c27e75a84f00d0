import type { BenchmarkTask } from '../../../src/server/api.ts';
import { count } from '../format.ts';
import { t } from '../language.ts';
import { languageName, wordsFor } from '../names.ts';
import { LONGEST, lengthAt, lengthPlace, lengthShown, needleCounts, numbersOf, questionsOf, SHORTEST, type Choices } from './choices.ts';

interface TryFormProps {
  readonly tasks: readonly BenchmarkTask[];
  readonly task: BenchmarkTask;
  readonly choices: Choices;
  readonly onTask: (id: string) => void;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** What the prompt shall be like: only choices that the task has. */
export function TryForm({ tasks, task, choices, onTask, onChange }: TryFormProps) {
  const depths = numbersOf(task, 'depths');
  return (
    <form class="try-form" onSubmit={(event) => event.preventDefault()}>
      <Choice id="task" label={t('try.task')} value={task.id} onChoose={onTask}>
        {tasks.map(({ id, title }) => [id, title])}
      </Choice>
      <Choice id="language" label={t('try.language')} value={choices.language} onChoose={(language) => onChange({ language })}>
        {task.languages.map((code) => [code, languageName(code)])}
      </Choice>
      {task.axes.includes('askedTokens') && (
        <LengthChoice value={choices.lengthTokens} onChange={(lengthTokens) => onChange({ lengthTokens })} />
      )}
      {task.axes.includes('depthPercent') && (
        <NumberChoice
          id="depth"
          label={t('try.depth')}
          range={{ min: 0, max: 100, slider: true }}
          value={choices.depthPercent}
          onChange={(depthPercent) => onChange({ depthPercent })}
        />
      )}
      {!task.axes.includes('depthPercent') && depths.length > 0 && <p class="hint">{t('try.all-depths', { depths: depths.join(', ') })}</p>}
      {!task.axes.includes('askedTokens') && <p class="hint">{t('try.no-haystack')}</p>}
      {needleCounts(task).length > 0 && (
        <Choice
          id="needles"
          label={t('atcNeedles' in task.defaults ? 'field.atcNeedles' : 'field.needles')}
          value={String(choices.needles)}
          onChoose={(needles) => onChange({ needles: Number(needles) })}
        >
          {needleCounts(task).map((n) => [String(n), count(n)])}
        </Choice>
      )}
      {task.axes.includes('question') && (
        <Choice id="question" label={t('try.question')} value={choices.question ?? ''} onChoose={(question) => onChange({ question })}>
          {questionsOf(task).map((question) => [question, wordsFor('question', question) ?? question])}
        </Choice>
      )}
      <NumberChoice
        id="seed"
        label={t('field.seed')}
        range={{ min: 0, max: 2 ** 31 }}
        value={choices.seed}
        onChange={(seed) => onChange({ seed })}
      />
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: readonly (readonly [string, string])[];
}

function Choice({ id, label, value, onChoose, children }: ChoiceProps) {
  return (
    <div class="field">
      <label for={`try-${id}`}>{label}</label>
      <select id={`try-${id}`} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NumberChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number; readonly slider?: true };
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberChoice({ id, label, range, value, onChange }: NumberChoiceProps) {
  const { min, max, slider } = range;
  const set = (text: string) => {
    const number = Number(text);
    if (text !== '' && number >= min && number <= max) onChange(number);
  };
  return (
    <div class="field">
      <label for={`try-${id}`}>{label}</label>
      <div class="with-slider">
        {slider && (
          <input type="range" min={min} max={max} aria-label={label} value={value} onInput={(event) => set(event.currentTarget.value)} />
        )}
        <input id={`try-${id}`} type="number" min={min} max={max} value={value} onInput={(event) => set(event.currentTarget.value)} />
      </div>
    </div>
  );
}

/** A slider by the logarithm, and the number itself. */
function LengthChoice({ value, onChange }: { readonly value: number; readonly onChange: (tokens: number) => void }) {
  const set = (text: string) => {
    const tokens = Number(text);
    if (Number.isInteger(tokens) && tokens >= 1 && tokens <= 2 * LONGEST) onChange(tokens);
  };
  return (
    <div class="field">
      <label for="try-length">{t('try.length')}</label>
      <div class="with-slider">
        <input
          type="range"
          min={0}
          max={100}
          step={0.5}
          aria-label={t('try.length')}
          aria-valuetext={t('try.tokens', { n: count(value) })}
          value={Math.min(100, Math.max(0, lengthPlace(value)))}
          onInput={(event) => onChange(lengthAt(Number(event.currentTarget.value)))}
        />
        <input id="try-length" type="number" min={1} max={2 * LONGEST} value={value} onInput={(event) => set(event.currentTarget.value)} />
      </div>
      <p class="hint between" aria-hidden="true">
        <span>{lengthShown(SHORTEST)}</span>
        <span>{lengthShown(LONGEST)}</span>
      </p>
    </div>
  );
}
