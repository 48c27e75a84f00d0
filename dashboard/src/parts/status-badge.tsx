import type { RunLine } from '../../../src/server/api.ts';
import { count } from '../format.ts';
import { t } from '../language.ts';

/** A run that says `running` and that nobody works on was broken off. */
export function stateOf({ status, worker }: Pick<RunLine, 'status' | 'worker'>): 'running' | 'complete' | 'incomplete' | 'stopped' {
  if (worker !== null) return 'running';
  return status === 'running' ? 'stopped' : status;
}

/** The state of a run in a word, and how far it is. */
export function StatusBadge({ run }: { readonly run: Pick<RunLine, 'status' | 'worker' | 'counts'> }) {
  const state = stateOf(run);
  const { total, pending } = run.counts;
  const done = total - pending;
  return (
    <span class={`status ${state}`}>
      <span class="dot" aria-hidden="true" />
      {t(`status.${state}`)}
      {state !== 'complete' && (
        <>
          {' '}
          <progress max={total} value={done} aria-label={t('runs.of', { done: count(done), total: count(total) })} />
          <span class="soft"> {t('runs.of', { done: count(done), total: count(total) })}</span>
        </>
      )}
    </span>
  );
}
