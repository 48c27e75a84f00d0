import type { z } from 'zod';
import { parsedRow, rowText, type JsonlRow } from './checked-row.ts';
import { jsonElements } from './json-elements.ts';

/**
 * The elements of a JSON array, row by row: memory holds one. Of an object the entries, each an object of one key. A torn text gives its whole elements
 * and then the problem.
 */
export async function* jsonRows<T>(chunks: AsyncIterable<Buffer>, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  for await (const element of jsonElements(chunks)) {
    const { line } = element;
    if ('fault' in element) yield { line, problem: element.fault, torn: true };
    else {
      const read = rowText(element.bytes);
      if ('problem' in read) yield { line, problem: read.problem };
      else yield { line, ...parsedRow(element.of === 'object' ? `{${read.text}}` : read.text, schema) };
    }
  }
}
