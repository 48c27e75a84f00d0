import type { Json } from '../core/index.ts';

/** What an answer is compared with, as text: a list of texts a line each, anything else as JSON. */
export function targetText(target: Json): string {
  if (typeof target === 'string') return target;
  if (Array.isArray(target) && target.every((item) => typeof item === 'string')) return target.join('\n');
  return JSON.stringify(target, null, 2);
}
