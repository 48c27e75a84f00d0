/** What the address of a comparison says: the reference, those compared with it, and the axes of the maps. */
export interface CompareAddress {
  readonly runs: readonly string[];
  readonly x?: string | undefined;
  readonly y?: string | undefined;
}

/** Reads an address: every run once. */
export function readCompare(url: string): CompareAddress {
  const query = new URL(url, location.origin).searchParams;
  return { runs: [...new Set(query.getAll('run').filter(Boolean))], x: query.get('x') ?? undefined, y: query.get('y') ?? undefined };
}

/** The address of a comparison. */
export function compareHref({ runs, x, y }: CompareAddress): string {
  const query = new URLSearchParams(runs.map((run) => ['run', run]));
  if (x) query.set('x', x);
  if (y) query.set('y', y);
  return `/compare?${query}`;
}
