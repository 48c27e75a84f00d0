import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from './api.ts';

/** What came for a key. `value` is the last that came, of its own `key`: it may be an older one while `busy`. */
export interface Settled<T> {
  readonly value: { readonly key: string; readonly value: T } | undefined;
  readonly problem: ApiProblem | undefined;
  readonly busy: boolean;
}

/** A pause in typing. */
const PAUSE_MS = 450;

/** Loads what belongs to a key once it has rested for a moment. Only the latest answer counts; older requests are called off. No key: nothing. */
export function useSettled<T>(key: string | undefined, load: (key: string, signal: AbortSignal) => Promise<T>): Settled<T> {
  const [state, setState] = useState<Settled<T>>({ value: undefined, problem: undefined, busy: false });
  useEffect(() => {
    if (key === undefined) return setState({ value: undefined, problem: undefined, busy: false });
    const gone = new AbortController();
    setState((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      load(key, gone.signal).then(
        (value) => setState({ value: { key, value }, problem: undefined, busy: false }),
        (error: unknown) => {
          if (gone.signal.aborted) return;
          const problem = error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) });
          setState({ value: undefined, problem, busy: false });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [key]);
  return state;
}
