/** The published ways of asking (`pred.py`): directly, with a chain of thought in two calls, from memory, with retrieved passages. */
export const VARIANTS = ['direct', 'cot', 'no-context', 'rag'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Room for an answer, and for the reasoning before it. */
export const MAX_TOKENS = 128;
export const REASONING_TOKENS = 1024;

/** The variant that was asked for. */
export function variantOf(name: string | undefined): Variant {
  return VARIANTS.find((known) => known === name) ?? 'direct';
}
