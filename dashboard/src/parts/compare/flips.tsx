import { useSignal } from '@preact/signals';
import { signedLabel, visibleText } from '../../../../src/report/charts/index.ts';
import type { ComparePage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { cellName, taskName } from '../../names.ts';
import { sampleHref } from '../../sample-address.ts';
import { signClass } from './changes.tsx';
import { sideName } from './comparison.tsx';

type Flip = ComparePage['flipped'][number];

const KINDS = ['all', 'improved', 'worsened'] as const;
/** Samples shown at first, and more with every press. */
const SHOWN = 10;

/** The samples whose score changed, the largest changes first. */
export function Flips({ page }: { readonly page: ComparePage }) {
  const kind = useSignal<(typeof KINDS)[number]>('all');
  const shown = useSignal(SHOWN);
  const { up, down } = page.overall.signTest;
  const totals = { all: page.flippedCount, improved: up, worsened: down };
  const matching = page.flipped.filter(({ before, after }) => kind.value === 'all' || after > before === (kind.value === 'improved'));
  return (
    <section class="flips">
      <h3>{t('compare.flipped')}</h3>
      <div class="bar" role="group" aria-label={t('compare.flipped')}>
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind.value === each}
            onClick={() => {
              kind.value = each;
              shown.value = SHOWN;
            }}
          >
            {t(`compare.flipped.${each}`)} <span class="soft">{count(totals[each])}</span>
          </button>
        ))}
      </div>
      {matching.length === 0 && <p class="soft">{t('compare.flipped.none')}</p>}
      {matching.slice(0, shown.value).map((flip) => (
        <FlippedSample key={flip.sampleId} flip={flip} page={page} />
      ))}
      {matching.length > shown.value ? (
        <button type="button" onClick={() => (shown.value += SHOWN)}>
          {t('compare.more', { n: count(Math.min(SHOWN, matching.length - shown.value)) })}
        </button>
      ) : (
        matching.length < totals[kind.value] && <p class="soft">{t('compare.flipped.rest', { n: count(matching.length) })}</p>
      )}
    </section>
  );
}

function FlippedSample({ flip, page }: { readonly flip: Flip; readonly page: ComparePage }) {
  const { sampleId, task, cell, before, after, question, answerBefore, answerAfter } = flip;
  const change = after - before;
  const sides = [
    { side: page.before, score: before, answer: answerBefore },
    { side: page.after, score: after, answer: answerAfter },
  ];
  return (
    <article class="card flip">
      <p class="flip-head">
        <strong class={signClass(change)}>
          <span aria-hidden="true">{change > 0 ? '▲' : '▼'} </span>
          {signedLabel(change)}
          <span class="visually-hidden"> {t(change > 0 ? 'compare.flipped.improved' : 'compare.flipped.worsened')}</span>
        </strong>
        <span>{taskName(task)}</span>
        <span class="soft">{cellName(cell)}</span>
      </p>
      <p class="model-text question">{visibleText(question)}</p>
      <div class="sides">
        {sides.map(({ side, score, answer }) => (
          <div key={side.id}>
            <p class="side-name">
              <a href={sampleHref(side.id, sampleId)}>{sideName(side)}</a> <strong>{percent(score)}</strong>
            </p>
            <div class="model-text box small" tabIndex={0} dir="auto">
              {answer === '' ? <span class="soft">–</span> : visibleText(answer)}
            </div>
          </div>
        ))}
      </div>
    </article>
  );
}
