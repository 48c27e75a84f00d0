import { useComputed, useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { RunLine } from '../../../src/server/api.ts';
import { runPath, send } from '../api.ts';
import { compact, count, day, duration, percent, timeOfDay, usd } from '../format.ts';
import { t } from '../language.ts';
import { runLines } from '../live.ts';
import { figuresOf, wantFigures } from '../figures.ts';
import { IntervalLine, intervalText } from '../parts/interval.tsx';
import { Loading } from '../parts/problem.tsx';
import { StatusBadge, stateOf } from '../parts/status-badge.tsx';
import { say, sayProblem } from '../parts/toasts.tsx';

const COLUMNS = ['model', 'tasks', 'state', 'score', 'tokens', 'money', 'duration', 'created'] as const;
type Column = (typeof COLUMNS)[number];
interface Sorting {
  readonly by: Column;
  readonly down: boolean;
}

/** All runs: filter, sort, compare, delete. */
export function RunsPage() {
  const filter = useSignal('');
  const state = useSignal('');
  const sorting = useSignal<Sorting>({ by: 'created', down: true });
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const shown = useComputed(() => sorted(matching([...(runLines.value?.values() ?? [])], filter.value, state.value), sorting.value));
  useEffect(() => {
    document.title = `${t('runs.title')} · Fathom`;
  });
  if (runLines.value === undefined) return <Loading />;
  return (
    <>
      <h1>{t('runs.title')}</h1>
      {runLines.value.size === 0 ? (
        <NoRuns />
      ) : (
        <>
          <div class="bar">
            <input
              type="search"
              class="grow"
              aria-label={t('runs.filter')}
              placeholder={t('runs.filter')}
              value={filter.value}
              onInput={(event) => (filter.value = event.currentTarget.value)}
            />
            <select aria-label={t('runs.status')} value={state.value} onChange={(event) => (state.value = event.currentTarget.value)}>
              <option value="">{t('runs.status.all')}</option>
              {(['running', 'complete', 'incomplete', 'stopped'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`status.${each}`)}
                </option>
              ))}
            </select>
            <Actions chosen={chosen} />
          </div>
          {shown.value.length === 0 ? (
            <p class="soft">{t('runs.no-match')}</p>
          ) : (
            <Table runs={shown.value} sorting={sorting} chosen={chosen} />
          )}
        </>
      )}
    </>
  );
}

function NoRuns() {
  return (
    <div class="card empty">
      <h2>{t('runs.none')}</h2>
      <p>{t('runs.none.how')}</p>
      <pre>
        <code>npx fathom run needlebench</code>
      </pre>
      <a class="button primary" href="/start">
        {t('nav.start')}
      </a>
    </div>
  );
}

function Actions({ chosen }: { readonly chosen: Signal<ReadonlySet<string>> }) {
  const { route } = useLocation();
  const ids = [...chosen.value].filter((id) => runLines.value?.has(id));
  const oldestFirst = [...ids].sort();
  return (
    <div class="actions">
      <span class="soft" aria-live="polite">
        {ids.length > 0 && t('runs.selected', { n: ids.length })}
      </span>
      <button
        type="button"
        disabled={ids.length < 2}
        onClick={() => route(`/compare?${new URLSearchParams(oldestFirst.map((id) => ['run', id]))}`)}
      >
        {t('runs.compare')}
      </button>
      <button type="button" disabled={ids.length === 0} onClick={() => void remove(ids).then(() => (chosen.value = new Set()))}>
        {t('runs.delete')}
      </button>
    </div>
  );
}

/** Deletes runs; the note that says so has the way back. */
async function remove(ids: readonly string[]): Promise<void> {
  try {
    for (const id of ids) await send('DELETE', runPath(id));
    say({ text: t('runs.deleted', { n: ids.length }), undo: () => void restore(ids) });
  } catch (error) {
    sayProblem(error);
  }
}

async function restore(ids: readonly string[]): Promise<void> {
  for (const id of ids) await send('POST', `${runPath(id)}/restore`);
}

interface TableProps {
  readonly runs: readonly RunLine[];
  readonly sorting: Signal<Sorting>;
  readonly chosen: Signal<ReadonlySet<string>>;
}

function Table({ runs, sorting, chosen }: TableProps) {
  const sort = (by: Column) => {
    const { by: old, down } = sorting.value;
    sorting.value = { by, down: old === by ? !down : by !== 'model' && by !== 'tasks' };
  };
  const order = (by: Column) => (sorting.value.by === by ? (sorting.value.down ? 'descending' : 'ascending') : 'none');
  return (
    <div class="scroll card flush">
      <table class="runs">
        <thead>
          <tr>
            <th class="tick" />
            {COLUMNS.map((column) => (
              <th key={column} scope="col" aria-sort={order(column)} class={NUMERIC.has(column) ? 'num' : undefined}>
                <button type="button" class="plain" title={t('runs.sort', { column: t(`runs.${column}`) })} onClick={() => sort(column)}>
                  {t(`runs.${column}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.id} run={run} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NUMERIC: ReadonlySet<Column> = new Set(['tokens', 'money', 'duration']);

function Row({ run, chosen }: { readonly run: RunLine; readonly chosen: Signal<ReadonlySet<string>> }) {
  useEffect(() => wantFigures(run), [run.id, run.revision]);
  const figures = figuresOf(run.id);
  const toggle = (on: boolean) => {
    const next = new Set(chosen.value);
    if (on) next.add(run.id);
    else next.delete(run.id);
    chosen.value = next;
  };
  const { overall, usage, durationMs } = figures ?? {};
  return (
    <tr>
      <td class="tick">
        <input
          type="checkbox"
          aria-label={t('runs.select', { run: `${run.model} ${run.id}` })}
          checked={chosen.value.has(run.id)}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <a href={runPath(run.id)}>{run.model}</a>
        <span class="id">{run.id}</span>
      </th>
      <td class="tasks">{shortTasks(run.tasks)}</td>
      <td>
        <StatusBadge run={run} />
      </td>
      <td class="score">
        {overall === undefined ? (
          <span class="soft">…</span>
        ) : (
          <>
            <strong>{overall.unit === 'score' ? percent(overall.mean) : overall.mean === null ? '–' : compact(overall.mean)}</strong>
            {overall.unit === 'score' && <IntervalLine {...overall} />}
            <span class="soft small">{intervalText(overall.low, overall.high)}</span>
          </>
        )}
      </td>
      <td class="num" title={usage && count(tokensOf(usage))}>
        {usage ? compact(tokensOf(usage)) : ''}
      </td>
      <td class="num">{usage?.usd === undefined ? '–' : usd(usage.usd)}</td>
      <td class="num">{duration(durationMs)}</td>
      <td class="when">
        <span>{day(run.createdAt)}</span> <span>{timeOfDay(run.createdAt)}</span>
      </td>
    </tr>
  );
}

const tokensOf = (usage: {
  readonly promptTokens: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}): number => (usage.inputTokens ?? usage.promptTokens) + (usage.outputTokens ?? 0);

/** `needlebench` for one family, with the tasks where there are few. */
function shortTasks(tasks: readonly string[]): string {
  const families = [...new Set(tasks.map((task) => task.split('/')[0]))];
  return tasks.length <= 1 ? (tasks[0] ?? '') : `${families.join(', ')} (${tasks.length})`;
}

function matching(runs: readonly RunLine[], filter: string, state: string): RunLine[] {
  const words = filter.toLowerCase().split(/\s+/);
  return runs.filter((run) => {
    const text = [run.id, run.model, run.strategy, ...run.tasks].join(' ').toLowerCase();
    return words.every((word) => text.includes(word)) && (state === '' || stateOf(run) === state);
  });
}

function sorted(runs: readonly RunLine[], { by, down }: Sorting): readonly RunLine[] {
  const value = (run: RunLine): number | string => {
    const figures = figuresOf(run.id);
    switch (by) {
      case 'model':
        return run.model;
      case 'tasks':
        return run.tasks.join();
      case 'state':
        return stateOf(run);
      case 'score':
        return figures?.overall.mean ?? -1;
      case 'tokens':
        return figures ? tokensOf(figures.usage) : -1;
      case 'money':
        return figures?.usage.usd ?? -1;
      case 'duration':
        return figures?.durationMs ?? -1;
      case 'created':
        return run.createdAt;
    }
  };
  const sign = down ? -1 : 1;
  return runs
    .map((run) => ({ run, key: value(run) }))
    .sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.run.id < b.run.id ? -1 : 1))
    .map(({ run }) => run);
}
