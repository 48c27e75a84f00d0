import type { JsonObject } from '../core/index.ts';
import type { ReadyRun } from './ready-run.ts';

/** The response cache for a sitting that uses it: an answer depends on the model's settings and on the room to think, asked for or by default. */
export function cacheOptions({ flags, record, model }: Pick<ReadyRun, 'flags' | 'record' | 'model'>) {
  if (!flags.cache) return {};
  const settings = (record.options['model'] ?? {}) as JsonObject;
  const isAsked = settings['reasoningEffort'] !== undefined || settings['reasoningBudget'] !== undefined;
  const room = isAsked || !model.thinkingTokens ? {} : { thinkingTokens: model.thinkingTokens };
  return { cache: { modelOptions: { ...settings, ...room } } };
}
