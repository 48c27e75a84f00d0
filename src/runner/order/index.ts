export { cacheBreaks, withCacheBreaks, type CacheBreaks } from './cache-breaks.ts';
export { ORDERS, DEFAULT_CACHE_TOKENS, scheduleOf, type OrderName } from './order-name.ts';
export { promptTrie, type PromptTrie } from './prompt-blocks.ts';
export { trieBound } from './prefix-groups.ts';
export { simulateOrder, type SimulatedOrder, type SimulatedServer } from './simulate-order.ts';
