import { runPath } from './api.ts';

/** Which samples of a run are walked through, as the list of the run's page says it: `where` is JSON of coordinates. */
export interface SampleFilter {
  readonly task?: string;
  readonly status?: string;
  readonly where?: string;
  readonly sort?: string;
}

const FIELDS = ['task', 'status', 'where', 'sort'] as const;

/** The filter that an address holds. */
export function readFilter(query: { readonly [field in keyof SampleFilter]?: string | undefined }): SampleFilter {
  return Object.fromEntries(FIELDS.flatMap((field) => (query[field] ? [[field, query[field]]] : [])));
}

/** Whether a filter leaves all samples as they are planned. */
export const isWhole = (filter: SampleFilter): boolean => Object.keys(filter).length === 0;

/** The page of a sample, within a filter. */
export const sampleHref = (run: string, id: string, filter: SampleFilter = {}): string =>
  `${runPath(run)}/sample?${new URLSearchParams({ id, ...filter })}`;

/** The page of a run, with its list under a filter. */
export const runHref = (run: string, filter: SampleFilter = {}): string =>
  isWhole(filter) ? runPath(run) : `${runPath(run)}?${new URLSearchParams({ ...filter })}#samples`;
