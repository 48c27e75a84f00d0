import type { JsonObject, RunRecord, Sample } from '../core/index.ts';
import { scheduleOf, type OrderName, type Schedule } from '../runner/index.ts';
import { defaultOrder, type LimitFlags } from './limit-flags.ts';

/** The order of a sitting: what the flags say, else what the run began with. */
export function scheduleFor(record: RunRecord, flags: Pick<LimitFlags, 'order' | 'cacheTokens'>): (pending: readonly Sample[]) => Schedule {
  const kept = (record.options['plan'] ?? {}) as JsonObject;
  const order = flags.order ?? (kept['order'] as OrderName | undefined) ?? defaultOrder(record.model);
  const cacheTokens = flags.cacheTokens ?? (kept['cacheTokens'] as number | undefined);
  return scheduleOf(order, cacheTokens === undefined ? {} : { cacheTokens });
}
