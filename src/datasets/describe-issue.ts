import type { z } from 'zod';

/** The first issue of a failed check in one line: `at needle.arg2: Invalid input: expected string, received number (and 2 more)`. */
export function describeIssue(error: z.ZodError): string {
  const [first, ...more] = error.issues;
  if (!first) return 'not valid';
  const place = first.path.length > 0 ? `at ${first.path.join('.')}: ` : '';
  return `${place}${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
}
