import { tellParent } from './tell-parent.ts';

/** Ctrl-C over all that one command asks, over several sittings: what was said once holds for those that follow. */
export interface Interruption {
  /** `drain`: finish what is in flight and begin nothing new · `stop`: at once. */
  readonly signals: { readonly drain: AbortSignal; readonly stop: AbortSignal };
  /** Lets go of the process's signals. */
  dispose(): void;
}

/** Listens from now on: the first Ctrl-C finishes what is in flight, the second stops at once, as does a request to end or a terminal that closes. */
export function listenForInterruption(): Interruption {
  const [drain, stop] = [new AbortController(), new AbortController()];
  const onInterrupt = () => {
    (drain.signal.aborted ? stop : drain).abort();
    tellParent({ type: 'drains' });
  };
  const onTerminate = () => {
    drain.abort();
    stop.abort();
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate).on('SIGHUP', onTerminate);
  return {
    signals: { drain: drain.signal, stop: stop.signal },
    dispose: () => void process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate).off('SIGHUP', onTerminate),
  };
}
