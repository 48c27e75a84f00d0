import type { Sample } from '../core/index.ts';
import { cacheBreaks, withCacheBreaks } from './order/index.ts';
import type { RunSession } from './run-session.ts';

/** Marks are placed for the samples of this sitting: only what is asked in it can share. */
export function markedAsks({ model, documents }: Pick<RunSession, 'model' | 'documents'>, pending: readonly Sample[]): RunSession['askOf'] {
  if (model.cacheMarks === undefined) return ({ ask }) => ask;
  const breaks = cacheBreaks(pending, model.cacheMarks);
  return ({ id, ask }) => withCacheBreaks(ask, breaks.get(id) ?? [], documents);
}
