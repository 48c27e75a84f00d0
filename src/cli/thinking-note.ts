import { parseModelName, thinkingTokens, thinksByDefault } from '../models/index.ts';
import type { ModelFlags } from './model-flags.ts';

/** Says that a model gets room to think which nobody asked for; undefined for any other model. */
export function thinkingNote({ model, settings }: Pick<ModelFlags, 'model' | 'settings'>): string | undefined {
  if (settings['reasoningEffort'] !== undefined || settings['reasoningBudget'] !== undefined) return undefined;
  const { model: name } = parseModelName(model);
  const known = thinksByDefault(name);
  if (known === undefined) return undefined;
  const tokens = thinkingTokens({ model: name }).toLocaleString('en');
  return `${model} thinks by default (list of ${known.asOf}): room for ${tokens} more tokens an answer; --reasoning-effort or --reasoning-budget change it.`;
}
