import { visibleText } from '../../../../src/report/charts/index.ts';
import type { RunLine, RunPage } from '../../../../src/server/api.ts';
import { compact, count, duration, moment, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { languageName, strategyName, taskName, wordsFor } from '../../names.ts';
import { IntervalLine, intervalText } from '../interval.tsx';
import { Said } from '../said.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { Downloads } from './downloads.tsx';

interface RunHeadProps {
  readonly id: string;
  readonly line: RunLine | undefined;
  readonly run: RunPage | undefined;
}

/** What ran, in which state it is, and the headline. The list's line is there before the page's figures are. */
export function RunHead({ id, line, run }: RunHeadProps) {
  const known = line ?? run;
  return (
    <header class="run-head">
      <div class="what">
        <p class="small">
          <a href="/">{t('nav.runs')}</a> <span class="id">/ {id}</span>
          {known !== undefined && <span class="id"> · Fathom {visibleText(known.version)}</span>}
        </p>
        <h1>{known === undefined ? id : visibleText(known.model)}</h1>
        {known !== undefined && (
          <>
            <StatusBadge run={{ status: known.status, worker: known.worker, counts: known.counts }} />
            <Facts known={known} run={run} />
            <Downloads id={id} />
          </>
        )}
      </div>
      <Headline run={run} />
    </header>
  );
}

function Facts({ known, run }: { readonly known: RunLine | RunPage; readonly run: RunPage | undefined }) {
  const facts: readonly (readonly [string, string])[] = [
    [t('run.strategy'), strategyName(known.strategy)],
    [t('run.tasks'), known.tasks.map(taskName).join(', ')],
    [t('run.languages'), run?.languages.map(languageName).join(', ') ?? '…'],
    [t('run.tokenizer'), run?.tokenizer ?? '…'],
    [t('run.seed'), run === undefined ? '…' : String(run.seed)],
    [t('run.created'), moment(known.createdAt)],
    [t('run.duration'), run === undefined ? '…' : duration(run.durationMs)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name} class={value.length > 40 ? 'long' : undefined}>
          <dt>{name}</dt>
          <dd>{visibleText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Headline({ run }: { readonly run: RunPage | undefined }) {
  if (run === undefined) {
    return (
      <div class="card headline" aria-busy="true">
        <p class="soft">{t('run.score')}</p>
        <p class="big">…</p>
      </div>
    );
  }
  const { mean, low, high, n, missing, unit, metric, label } = run.overall;
  const isScore = unit === 'score';
  return (
    <div class="card headline">
      <p class="soft">{wordsFor('metric', metric) ?? t('run.score')}</p>
      <p class="big">
        {mean === null ? '–' : isScore ? percent(mean) : compact(mean)}
        <small>{isScore ? ' / 100' : ` ${t(`unit.${unit}`)}`}</small>
      </p>
      {isScore && <IntervalLine mean={mean} low={low} high={high} />}
      <p class="small">
        {low !== null && `${t('run.interval')} ${isScore ? intervalText(low, high) : `${compact(low)}–${compact(high ?? low)}`} · `}n{' '}
        {count(n)}
        {missing > 0 && ` · ${t('heat.missing', { n: count(missing) })}`}
      </p>
      {isScore && low === null && mean !== null && <p class="soft small">{t('run.no-interval')}</p>}
      <p class="soft small">{wordsFor('headline', label) ?? <Said text={label} />}</p>
    </div>
  );
}
