export { cacheBreaks, withCacheBreaks } from './cache-breaks.ts';
export { ORDERS, DEFAULT_CACHE_TOKENS, scheduleOf, type OrderName } from './order-name.ts';
export { promptTrie } from './prompt-blocks.ts';
export { trieBound } from './prefix-groups.ts';
export { simulateOrder } from './simulate-order.ts';
