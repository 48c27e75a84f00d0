import type { SamplePage } from '../../../../src/server/api.ts';
import { visibleText } from '../../../../src/report/charts/index.ts';
import { count } from '../../format.ts';
import { t } from '../../language.ts';
import { wordsFor } from '../../names.ts';

type Call = SamplePage['outcome']['calls'][number];

/** What the model model-text in each call: the answer, its reasoning folded, and how it ended. */
export function Answers({ page: { outcome } }: { readonly page: SamplePage }) {
  const { calls } = outcome;
  if (calls.length === 0) return null;
  return (
    <section class="card answers" aria-labelledby="answers-title">
      <h2 id="answers-title">{t(calls.length > 1 ? 'sample.answers' : 'sample.answer')}</h2>
      {calls.map((call, i) => (
        <CallText key={i} call={call} name={calls.length > 1 ? t('sample.call', { n: i + 1, total: calls.length }) : undefined} />
      ))}
    </section>
  );
}

function CallText({ call, name }: { readonly call: Call; readonly name: string | undefined }) {
  const { text, reasoning, finish } = call;
  return (
    <article>
      <p class="answer-name">
        {name !== undefined && <strong>{name}</strong>}
        <span class={`tag finish-${finish}`}>{wordsFor('finish', finish) ?? finish}</span>
      </p>
      <Said text={text} label={name ?? t('sample.answer')} />
      {reasoning !== undefined && reasoning !== '' && (
        <details>
          <summary>{t('sample.reasoning', { n: count(reasoning.length) })}</summary>
          <Said text={reasoning} label={t('sample.reasoning', { n: count(reasoning.length) })} />
        </details>
      )}
    </article>
  );
}

/** Text of a model, and never anything but text. */
export function Said({ text, label }: { readonly text: string; readonly label: string }) {
  if (text === '') return <p class="soft">{t('sample.empty')}</p>;
  return (
    <div class="model-text box" tabIndex={0} role="region" aria-label={label} dir="auto">
      {visibleText(text)}
    </div>
  );
}
