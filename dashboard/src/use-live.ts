import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, getJson, type Query } from './api.ts';
import { connection } from './live.ts';
import { paced, type Paced } from './paced.ts';
import type { Resource } from './use-resource.ts';

/** Least time between two loads of what changes, milliseconds. */
const EVERY_MS = 2000;

/**
 * Loads JSON at once when path or query change, and again, at its pace, when `revision` does. The last value stays until a newer one is there.
 * `revision` undefined: not known yet. `isFresh` tells that a value is of a revision already.
 */
export function useLive<T>(
  path: string,
  query: Query,
  {
    revision,
    isFresh = () => false,
  }: { readonly revision: string | undefined; readonly isFresh?: (value: T, revision: string) => boolean },
): Resource<T> {
  const [state, setState] = useState<Resource<T>>({ value: undefined, problem: undefined, loading: true });
  const loads = useRef<Paced | undefined>(undefined);
  const asked = useRef(revision);
  const now = useRef(revision);
  now.current = revision;
  useEffect(() => {
    const gone = new AbortController();
    const current = paced(async () => {
      asked.current = now.current;
      setState((old) => ({ ...old, loading: true }));
      const next = await getJson<T>(path, query, gone.signal).then(
        (value) => ({ value, problem: undefined }),
        (error: unknown) => ({ problem: error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) }) }),
      );
      if (!gone.signal.aborted) setState((old) => ({ ...old, ...next, loading: false }));
    }, EVERY_MS);
    loads.current = current;
    current.ask();
    return () => {
      gone.abort();
      current.stop();
    };
  }, [path, JSON.stringify(query)]);
  const { value } = state;
  useEffect(() => {
    if (revision === undefined || revision === asked.current || value === undefined) return;
    if (asked.current === undefined && isFresh(value, revision)) asked.current = revision;
    else loads.current?.ask();
  }, [revision, value]);
  const isBack = connection.value === 'open' && state.problem?.status === 0;
  useEffect(() => {
    if (isBack) loads.current?.ask();
  }, [isBack]);
  return state;
}
