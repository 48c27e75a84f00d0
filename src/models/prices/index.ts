export { withCacheWrites } from './cache-writes.ts';
export { listPrices, PRICES_AS_OF } from './price-table.ts';
export { loadPriceFile, type PriceFile } from './load-price-file.ts';
