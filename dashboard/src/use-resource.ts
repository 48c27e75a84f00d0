import { useEffect, useState } from 'preact/hooks';
import { ApiProblem, getJson, type Query } from './api.ts';

/** What came so far: the last value stays while a newer one is on its way. */
export interface Resource<T> {
  readonly value: T | undefined;
  readonly problem: ApiProblem | undefined;
  readonly loading: boolean;
}

/** Loads JSON and loads it again whenever path, query or `revision` change. No path: nothing is loaded. */
export function useResource<T>(path: string | undefined, query: Query = {}, revision = ''): Resource<T> {
  const [state, setState] = useState<Resource<T> & { readonly path?: string | undefined }>({
    value: undefined,
    problem: undefined,
    loading: true,
  });
  const key = JSON.stringify(query);
  useEffect(() => {
    if (path === undefined) return;
    const gone = new AbortController();
    setState((old) => ({ ...old, value: old.path === path ? old.value : undefined, loading: true, path }));
    getJson<T>(path, query, gone.signal).then(
      (value) => setState({ value, problem: undefined, loading: false, path }),
      (error: unknown) => {
        if (gone.signal.aborted) return;
        const problem = error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) });
        setState((old) => ({ ...old, problem, loading: false }));
      },
    );
    return () => gone.abort();
  }, [path, key, revision]);
  return state;
}
