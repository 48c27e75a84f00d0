import { loadStoredScorer, storedScorerIds } from '../../benchmarks/index.ts';
import { FathomError, nearestName, type DataOrigin } from '../../core/index.ts';
import { allFamilies } from '../wire.ts';

/** A benchmark whose data is not in Fathom. */
export interface DataFamily {
  readonly id: string;
  readonly title: string;
  readonly data: DataOrigin;
  /** It is scored from stored answers alone. */
  readonly storedOnly?: true;
}

/** All of them, in the order of `fathom list`. */
export async function dataFamilies(): Promise<readonly DataFamily[]> {
  const families = (await allFamilies()).flatMap(({ id, title, data }) => (data ? [{ id, title, data }] : []));
  const scorers = await Promise.all(storedScorerIds.filter((id) => families.every((family) => family.id !== id)).map(loadStoredScorer));
  return [...families, ...scorers.flatMap(({ id, title, data }) => (data ? [{ id, title, data, storedOnly: true as const }] : []))];
}

/** One by its name. Throws FathomError `misuse` for a name of none. */
export async function dataFamily(id: string | undefined): Promise<DataFamily> {
  const all = await dataFamilies();
  const found = all.find((family) => family.id === id);
  if (found) return found;
  const ids = all.map((family) => family.id);
  const nearest = id === undefined ? undefined : nearestName(id, ids);
  throw new FathomError(
    'misuse',
    id === undefined ? 'No benchmark was named.' : `There is no benchmark ${JSON.stringify(id)} with data to pull.`,
    {
      fix: nearest === undefined ? `These have some: ${ids.join(', ')}.` : `Did you mean ${nearest}?`,
    },
  );
}

/** Where the data comes from, in a line. */
export function originOf(data: DataOrigin): string {
  if (data.kind === 'hub') return `hub: ${data.repos.map(({ repo }) => repo).join(' and ')}`;
  return data.kind === 'git' ? `git: ${data.url} (folder ${data.folder})` : `by hand: ${data.url} (${data.note})`;
}

/** What fetches it. */
export function fetchCommands({ id, data }: Pick<DataFamily, 'id' | 'data'>, folder: string): readonly string[] {
  if (data.kind === 'hub') return [`fathom data pull ${id}`];
  if (data.kind === 'git') return [`git clone --depth 1 ${data.url} ${quoted(folder)}`, `fathom run ${id}`];
  return [`# ${data.url}: ${data.note}; put them into ${quoted(folder)}, then`, `fathom run ${id}`];
}

function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
