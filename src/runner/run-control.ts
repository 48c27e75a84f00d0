/** How a run is being ended before its last sample. */
export type StopCause = 'drain' | 'stop' | 'error' | 'budget' | 'deadline';

/** Signals from the user. `drain`: begin no new sample or retry, finish what is in flight. `stop`: also abort the requests in flight. */
export interface RunSignals {
  readonly drain?: AbortSignal;
  readonly stop?: AbortSignal;
}

/** The one place that knows whether a run still goes on. */
export interface RunControl {
  /** Aborted when nothing new may begin. */
  readonly drain: AbortSignal;
  /** Aborted when requests in flight must end. */
  readonly stop: AbortSignal;
  /** Why the run is ending; undefined while it goes on. */
  cause(): StopCause | undefined;
  /** The first error that was given to `halt`. */
  error(): unknown;
  /** Drains the run because it reached a limit of its own. */
  end(limit: 'budget' | 'deadline'): void;
  /** Drains the run because of `error`. */
  halt(error: unknown): void;
  /** Lets go of the user's signals. */
  dispose(): void;
}

/** Joins the user's signals with errors that end a run. */
export function createRunControl(signals: RunSignals = {}): RunControl {
  const drain = new AbortController();
  const stop = new AbortController();
  let cause: StopCause | undefined;
  let error: unknown;

  const onDrain = (): void => {
    cause ??= 'drain';
    drain.abort();
  };
  const onStop = (): void => {
    if (cause !== 'error') cause = 'stop';
    drain.abort();
    stop.abort();
  };
  if (signals.drain?.aborted) onDrain();
  if (signals.stop?.aborted) onStop();
  signals.drain?.addEventListener('abort', onDrain);
  signals.stop?.addEventListener('abort', onStop);

  return {
    drain: drain.signal,
    stop: stop.signal,
    cause: () => cause,
    error: () => error,
    end(limit) {
      cause ??= limit;
      drain.abort();
    },
    halt(reason) {
      if (cause === 'error') return;
      cause = 'error';
      error = reason;
      drain.abort();
    },
    dispose() {
      signals.drain?.removeEventListener('abort', onDrain);
      signals.stop?.removeEventListener('abort', onStop);
    },
  };
}
