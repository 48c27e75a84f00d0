import type { Command } from 'commander';
import { FathomError, nearestName } from '../core/index.ts';
import { ORDERS, type OrderName, type RunLimits } from '../runner/index.ts';
import { parseLength, parseWhole } from './parse-numbers.ts';

/** How hard a model may be pushed, and in which order prompts go. */
export interface LimitFlags {
  readonly limits: Partial<RunLimits>;
  /** Undefined: `cache` for models that are reached over a network, else `plan`. */
  readonly order?: OrderName;
  readonly cacheTokens?: number;
}

/** Flags of `plan`, `run` and `resume`. */
export function addLimitFlags(command: Command): Command {
  return command
    .option('--concurrency <n>', 'requests in flight at once, at most (default: 4 to begin with, up to 16)')
    .option('--tokens-in-flight <n>', 'prompt tokens in flight at once (default: 4m)')
    .option('--rpm <n>', 'requests in any minute')
    .option('--tpm <tokens>', 'prompt tokens in any minute')
    .option('--order <order>', `${ORDERS.join(', ')} (default: cache; plan for models on this computer)`)
    .option('--cache-tokens <n>', 'tokens that the provider’s prefix cache is taken to hold (default: 1m)');
}

/** Reads the flags of {@link addLimitFlags}. */
export function readLimitFlags(flags: Readonly<Record<string, unknown>>): LimitFlags {
  const whole = (name: string, label: string) =>
    flags[name] === undefined ? undefined : parseWhole(String(flags[name]), { name: label, min: 1, max: 100_000 });
  const tokens = (name: string) => (flags[name] === undefined ? undefined : parseLength(String(flags[name])));
  const limits = {
    concurrency: whole('concurrency', 'concurrency'),
    tokensInFlight: tokens('tokensInFlight'),
    requestsPerMinute: whole('rpm', 'number of requests'),
    tokensPerMinute: tokens('tpm'),
  };
  const order = readOrder(flags['order']);
  const cacheTokens = tokens('cacheTokens');
  return {
    limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    ...(order && { order }),
    ...(cacheTokens !== undefined && { cacheTokens }),
  };
}

function readOrder(value: unknown): OrderName | undefined {
  if (value === undefined) return undefined;
  const order = ORDERS.find((known) => known === value);
  if (order) return order;
  const nearest = nearestName(String(value), ORDERS);
  throw new FathomError('misuse', `There is no order "${String(value)}".`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Orders: ${ORDERS.join(', ')}.`,
  });
}

/** Models on this computer have no prefix cache to warm. */
export function defaultOrder(model: string): OrderName {
  return /^(baseline|mock)\//.test(model) ? 'plan' : 'cache';
}
