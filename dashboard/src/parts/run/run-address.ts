import type { Cell } from '../../../../src/core/index.ts';
import { runPath } from '../../api.ts';
import { sampleHref, type SampleFilter } from '../../sample-address.ts';

/** What the address says of a run's page: axes of the maps, and which samples are listed. */
export interface RunAddress {
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly task?: string | undefined;
  readonly status?: (typeof STATUSES)[number] | undefined;
  /** Coordinates that samples must have. */
  readonly where?: Cell | undefined;
  readonly sort?: 'score' | undefined;
  /** Pages of the list, from 1. */
  readonly page?: number | undefined;
}

/** What may have become of a sample. */
export const STATUSES = ['ok', 'error', 'skipped', 'pending'] as const;

/** Where the list of samples stands on the page. */
export const SAMPLES = '#samples';

/** Reads a query; what cannot be understood is left out. */
export function readRunAddress({ x, y, task, status, where, sort, page }: Readonly<Record<string, string | undefined>>): RunAddress {
  const number = Number(page);
  return {
    x,
    y,
    task,
    status: oneOf(STATUSES, status),
    where: readWhere(where),
    sort: oneOf(['score'], sort),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}

/** The address of a run's page. */
export function runAddress(id: string, { where, page, ...rest }: RunAddress): string {
  const all = { ...rest, where: where && JSON.stringify(where), page: page !== undefined && page > 1 ? String(page) : undefined };
  const query = new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return `${runPath(id)}${query.size > 0 ? `?${query}` : ''}`;
}

/** The address of a sample's page, from which one goes on within `filter`. */
export const sampleAddress = (runId: string, sampleId: string, filter: SampleFilter = {}): string => sampleHref(runId, sampleId, filter);

function oneOf<Name extends string>(names: readonly Name[], text: string | undefined): Name | undefined {
  return names.find((name) => name === text);
}

function readWhere(text: string | undefined): Cell | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '');
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const plain = Object.values(found).every((value) => ['string', 'number', 'boolean'].includes(typeof value));
    return plain && Object.keys(found).length > 0 ? (found as Cell) : undefined;
  } catch {
    return undefined;
  }
}
