import { useSignal } from '@preact/signals';
import { visibleText, type WorstAnswer } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { cellName, taskName, wordsFor } from '../../names.ts';
import { sampleAddress } from './run-address.ts';

/** Answers shown before the rest is asked for. */
const FIRST = 4;

/** The lowest-scoring answers, to read. */
export function Worst({ run: { run, worst } }: { readonly run: Pick<RunPage, 'run' | 'worst'> }) {
  const all = useSignal(false);
  if (worst.length === 0) return null;
  return (
    <section aria-labelledby="worst">
      <h2 id="worst">{t('run.worst')}</h2>
      <ol class="worst">
        {worst.slice(0, all.value ? undefined : FIRST).map((answer) => (
          <li key={answer.sampleId} class="card">
            <Answer run={run} answer={answer} />
          </li>
        ))}
      </ol>
      {worst.length > FIRST && (
        <button type="button" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? t('run.worst.fewer') : t('run.worst.all', { n: count(worst.length) })}
        </button>
      )}
    </section>
  );
}

function Answer({ run, answer }: { readonly run: string; readonly answer: WorstAnswer }) {
  const { sampleId, task, cell, value, question, target, answer: text, why, errorClass } = answer;
  const texts = [
    [t('run.question'), question],
    [t('run.target'), target],
    [t('run.answer'), text],
  ] as const;
  return (
    <>
      <p class="worst-head">
        <a href={sampleAddress(run, sampleId)}>
          {taskName(task)} · {cellName(cell)}
        </a>
        <strong>{percent(value, 0)}</strong>
      </p>
      <dl>
        {texts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="said">{said.trim() === '' ? t('run.empty') : visibleText(said)}</dd>
          </div>
        ))}
      </dl>
      {(why !== null || errorClass !== null) && (
        <p class="soft small">
          {errorClass !== null && <span class="tag">{wordsFor('error-class', errorClass) ?? visibleText(errorClass)}</span>}{' '}
          <span lang="en">{visibleText(why ?? '')}</span>
        </p>
      )}
    </>
  );
}
