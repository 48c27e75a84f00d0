import { visibleText } from '../../../../src/report/charts/index.ts';
import type { SamplePage } from '../../../../src/server/api.ts';
import { percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, metricLine, metricName, reasonName, valueName, wordsFor } from '../../names.ts';

/** The score and why, or why there is none; what was asked, and what was expected. */
export function Verdict({ page: { outcome, question, target } }: { readonly page: SamplePage }) {
  return (
    <section class="card verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title" class="visually-hidden">
        {t('sample.verdict')}
      </h2>
      <Outcome outcome={outcome} />
      <dl class="texts">
        <dt>{t('sample.question')}</dt>
        <LongText text={question} />
        <dt>{t('sample.target')}</dt>
        <LongText text={target} />
      </dl>
    </section>
  );
}

/** Scrolls where it is long, and can then be reached with the keyboard. */
function LongText({ text }: { readonly text: string }) {
  return (
    <dd class="model-text" dir="auto" {...((text.length > 300 || text.split('\n').length > 6) && { tabIndex: 0 })}>
      {text === '' ? '–' : visibleText(text)}
    </dd>
  );
}

function Outcome({ outcome }: { readonly outcome: SamplePage['outcome'] }) {
  const { score, status, reason, detail } = outcome;
  if (score === null) {
    return (
      <div class="outcome">
        <strong class={`state ${status}`}>{t(`sample.status.${status}`)}</strong>
        {reason !== null && <p class="reason">{reasonName(reason)}</p>}
        {detail !== null && (
          <p class="model-text small" lang="en">
            {visibleText(detail)}
          </p>
        )}
      </div>
    );
  }
  return (
    <div class="outcome">
      <p class="score-line">
        <strong class={`score ${scoreClass(score.value)}`}>{percent(score.value)}</strong>
        <span class="soft">{metricLine(score)}</span>
        {score.errorClass !== null && <span class="tag">{visibleText(wordsFor('error-class', score.errorClass) ?? score.errorClass)}</span>}
      </p>
      {score.why !== null && (
        <p class="model-text" lang="en">
          {visibleText(score.why)}
        </p>
      )}
      {score.removedThinkingChars > 0 && <p class="soft small">{t('sample.thinking-removed', { n: score.removedThinkingChars })}</p>}
      {score.judge !== null && (
        <p class="soft small">
          {visibleText(t('sample.judged-by', { model: score.judge.model, prompts: score.judge.prompts.join(', ') }))}
        </p>
      )}
      <Parts parts={outcome.parts} />
    </div>
  );
}

/** Right, wrong, or in between. */
export const scoreClass = (value: number): string => (value >= 1 ? 'good' : value <= 0 ? 'bad' : 'warm');

function Parts({ parts }: { readonly parts: SamplePage['outcome']['parts'] }) {
  if (parts.length === 0) return null;
  return (
    <details>
      <summary>{t('sample.parts', { n: parts.length })}</summary>
      <ul class="parts">
        {parts.map(({ metric, cell, value }, i) => (
          <li key={i}>
            <strong class={scoreClass(value)}>{percent(value, 0)}</strong>{' '}
            {[
              ...(metric === null ? [] : [metricName(metric)]),
              ...Object.entries(cell).map(([axis, at]) => `${axisName(axis)} ${valueName(axis, at)}`),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
