import type { Sample } from '../../core/index.ts';
import { inGivenOrder, type Schedule } from '../schedule.ts';
import { balancedOrder } from './balanced-order.ts';
import { cacheSchedule, type CacheOptions } from './cache-schedule.ts';
import { prefixGroups } from './prefix-groups.ts';
import { promptTrie } from './prompt-blocks.ts';

/**
 * In which order a run's samples are asked. `plan`: as planned. `cache`: cheapest, prompts that begin alike wait for the first of them.
 * `fast`: the same order without waiting. `balanced`: a run that is stopped early is a usable heat map.
 */
export const ORDERS = ['cache', 'fast', 'balanced', 'plan'] as const;

export type OrderName = (typeof ORDERS)[number];

/** Tokens that a provider's prefix cache is taken to hold when nothing is said. */
export const DEFAULT_CACHE_TOKENS = 1_000_000;

/** The schedule that asks samples in the named order. `cacheTokens` matters to `cache` alone; default one million. */
export function scheduleOf(
  order: OrderName,
  { cacheTokens = DEFAULT_CACHE_TOKENS }: Partial<CacheOptions> = {},
): (pending: readonly Sample[]) => Schedule {
  if (order === 'cache') return (pending) => cacheSchedule(pending, { cacheTokens });
  if (order === 'fast')
    return (pending) => inGivenOrder(prefixGroups(promptTrie(pending)).flatMap(({ paths }) => paths.map(({ sample }) => sample)));
  if (order === 'balanced') return (pending) => inGivenOrder(balancedOrder(pending));
  return inGivenOrder;
}
