import { z } from 'zod';

/** Bytes of a prompt in one answer: a screenful many times over, and nothing beside a million tokens. */
const MOST_BYTES = 64 * 1024;

/** A part of a prompt, as a query string says it. Longer parts are cut. */
export const textPart = z
  .object({
    message: z.coerce.number().int().min(0),
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
  })
  .refine(({ from, to }) => from <= to, 'A part of a prompt ends before it begins.')
  .transform(({ message, from, to }) => ({ message, fromByte: from, toByte: Math.min(to, from + MOST_BYTES) }));
