import type { SummaryStore } from '../summary-store.ts';

/** Keeps nothing: every summary is made anew. */
export const NO_SUMMARIES: SummaryStore = { read: () => undefined, write: () => undefined, keepOnly: () => undefined };
