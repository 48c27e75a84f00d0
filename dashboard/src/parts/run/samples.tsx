import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RunPage, SampleLines } from '../../../../src/server/api.ts';
import { runPath } from '../../api.ts';
import { count } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, taskName, valueName } from '../../names.ts';
import { useLive } from '../../use-live.ts';
import { Loading, Problem } from '../problem.tsx';
import { readFilter } from '../../sample-address.ts';
import { runAddress, SAMPLES, STATUSES, type RunAddress } from './run-address.ts';
import { SampleTable } from './sample-table.tsx';

/** Samples on a page of the list. */
const PER_PAGE = 50;

interface SamplesProps {
  readonly run: Pick<RunPage, 'run' | 'tasks'>;
  readonly address: RunAddress;
  readonly revision: string | undefined;
}

/** All samples of the run, page by page; which ones, the address says. */
export function Samples({ run: { run, tasks }, address, revision }: SamplesProps) {
  const { task, status, where, sort, page = 1 } = address;
  const query = { task, status, where: where && JSON.stringify(where), sort, offset: (page - 1) * PER_PAGE, limit: PER_PAGE };
  const { value, problem } = useLive<SampleLines>(`${runPath(run)}/samples`, query, { revision });
  const { url, route } = useLocation();
  const title = useRef<HTMLHeadingElement>(null);
  // A cell of a map leads here: eyes and keyboard go along.
  useEffect(() => {
    if (location.hash !== SAMPLES) return;
    title.current?.scrollIntoView({ block: 'start' });
    title.current?.focus({ preventScroll: true });
  }, [url]);
  const go = (next: Partial<RunAddress>) => route(runAddress(run, { ...address, page: 1, ...next }), true);
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title" tabIndex={-1} ref={title}>
        {t('run.list')}
      </h2>
      <div class="bar filters">
        <Choice label={t('run.task')} value={task ?? ''} onChoose={(next) => go({ task: next || undefined })}>
          <option value="">{t('run.all-tasks')}</option>
          {tasks.map((each) => (
            <option key={each} value={each}>
              {taskName(each)}
            </option>
          ))}
        </Choice>
        <Choice label={t('run.status')} value={status ?? ''} onChoose={(next) => go({ status: STATUSES.find((each) => each === next) })}>
          <option value="">{t('run.all-statuses')}</option>
          {STATUSES.map((each) => (
            <option key={each} value={each}>
              {t(`sample-status.${each}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('run.order')} value={sort ?? ''} onChoose={(next) => go({ sort: next === 'score' ? next : undefined })}>
          <option value="">{t('run.order.plan')}</option>
          <option value="score">{t('run.order.score')}</option>
        </Choice>
        {Object.entries(where ?? {}).map(([axis, place]) => (
          <button
            key={axis}
            type="button"
            class="chip"
            aria-label={t('run.unfilter', { what: `${axisName(axis)}: ${valueName(axis, place)}` })}
            onClick={() => go({ where: without(where!, axis) })}
          >
            {axisName(axis)}: {valueName(axis, place)} <span aria-hidden="true">×</span>
          </button>
        ))}
      </div>
      {problem && <Problem problem={problem} />}
      {value === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <>
          <SampleTable run={run} lines={value.lines} filter={readFilter(query)} />
          <Pages page={page} total={value.total} shown={value} onGo={(next) => go({ page: next })} />
        </>
      )}
    </section>
  );
}

function without(where: NonNullable<RunAddress['where']>, axis: string): RunAddress['where'] {
  const left = Object.entries(where).filter(([name]) => name !== axis);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: preact.ComponentChildren;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

interface PagesProps {
  readonly page: number;
  readonly total: number;
  readonly shown: SampleLines;
  readonly onGo: (page: number) => void;
}

function Pages({ page, total, shown: { offset, lines }, onGo }: PagesProps) {
  return (
    <nav class="pages" aria-label={t('run.pages')}>
      <button type="button" disabled={page <= 1} onClick={() => onGo(page - 1)}>
        {t('run.previous')}
      </button>
      <span aria-live="polite">
        {lines.length === 0
          ? t('run.none-match')
          : t('run.shown', { from: count(offset + 1), to: count(offset + lines.length), total: count(total) })}
      </span>
      <button type="button" disabled={page * PER_PAGE >= total} onClick={() => onGo(page + 1)}>
        {t('run.next')}
      </button>
    </nav>
  );
}
