import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { visibleText } from '../../../../src/report/charts/index.ts';
import type { RunLine, Session } from '../../../../src/server/api.ts';
import { runPath, send } from '../../api.ts';
import { count, duration } from '../../format.ts';
import { t } from '../../language.ts';
import { useResource } from '../../use-resource.ts';
import { sayProblem } from '../toasts.tsx';
import { addMark, rateOf, type Mark } from './progress-rate.ts';

/** How far the run is, who works on it, and what can be done about that. Nothing for a run that is complete. */
export function RunWork({ line }: { readonly line: RunLine }) {
  const { worker, counts } = line;
  const mayGoOn = worker === null && (counts.pending > 0 || counts.passingErrors > 0);
  if (worker === null && !mayGoOn) return null;
  return (
    <div class="card work">
      <Progress line={line} />
      {worker === 'here' && <Pause id={line.id} />}
      {worker === 'elsewhere' && <p class="soft">{t('run.elsewhere')}</p>}
      {mayGoOn && <Resume line={line} />}
    </div>
  );
}

function Progress({ line: { worker, counts } }: { readonly line: RunLine }) {
  const { total, pending, ok, errors, skipped } = counts;
  const done = total - pending;
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  useEffect(() => {
    setMarks((old) => (worker === null ? [] : addMark(old, { atMs: performance.now(), done })));
  }, [worker, done]);
  const rate = worker === null ? undefined : rateOf(marks);
  return (
    <div class="progress">
      <progress max={total} value={done} aria-label={t('run.progress')} />
      <p>
        <strong>{t('runs.of', { done: count(done), total: count(total) })}</strong>
        <span class="soft">
          {' · '}
          {t('run.counts', { ok: count(ok), errors: count(errors), skipped: count(skipped) })}
          {rate !== undefined && ` · ${t('run.rate', { rate: rate.toFixed(rate < 10 ? 1 : 0) })}`}
          {rate !== undefined && rate > 0 && pending > 0 && ` · ${t('run.left', { time: duration((1000 * pending) / rate) })}`}
        </span>
      </p>
    </div>
  );
}

/** Asks the worker to finish what is in flight; asked again, to stop at once. */
function Pause({ id }: { readonly id: string }) {
  const asked = useSignal(false);
  const pause = async () => {
    if (await post(`${runPath(id)}/pause`)) asked.value = true;
  };
  return (
    <p class="act">
      <button type="button" onClick={() => void pause()}>
        {t(asked.value ? 'run.stop' : 'run.pause')}
      </button>
      <span class="soft" role="status">
        {asked.value && t('run.pausing')}
      </span>
    </p>
  );
}

function Resume({ line }: { readonly line: RunLine }) {
  const { id, status, counts, revision } = line;
  const session = useResource<Session>('/session');
  const work = useResource<{ readonly failure: string | null }>(`${runPath(id)}/work`, {}, `${status} ${revision}`);
  const failure = work.value?.failure ?? null;
  return (
    <>
      {failure !== null && (
        <div class="failure" role="alert">
          <strong>{t('run.failed')}</strong>
          <pre lang="en">{visibleText(failure)}</pre>
        </div>
      )}
      <p class="act">
        <button
          type="button"
          class="primary"
          disabled={session.value?.writable !== true}
          onClick={() => void post(`${runPath(id)}/resume`)}
        >
          {t('run.resume')}
        </button>
        <span class="soft">
          {session.value?.writable === false
            ? t('run.read-only')
            : counts.pending > 0
              ? t('run.waiting', { n: count(counts.pending) })
              : t('run.retry', { n: count(counts.passingErrors) })}
        </span>
      </p>
    </>
  );
}

async function post(path: string): Promise<boolean> {
  try {
    await send('POST', path);
    return true;
  } catch (error) {
    sayProblem(error);
    return false;
  }
}
