import { z } from 'zod';
import { stripSpace } from '../python-space.ts';
import { dataPattern } from './data-pattern.ts';
import { isPythonJson } from './python-json.ts';
import { defineVerifier } from './verifier.ts';

const noArguments = z.looseObject({});
const ANSWERS = ['yes', 'no', 'maybe'].map((word) => `My answer is ${word}.`);

/** detectable_format:constrained_response — one of three English sentences stands in it, in every language of the data. */
export const constrainedResponse = defineVerifier(noArguments, (response) => ANSWERS.some((answer) => response.includes(answer)));

/** detectable_format:multiple_sections — at least so many times the splitter (“Section”, “SECTION”, “Раздел”) with a number behind it. */
export const multipleSections = defineVerifier(
  z.object({ section_spliter: z.string(), num_sections: z.number().int().nonnegative() }),
  (response, { section_spliter, num_sections }) =>
    dataPattern(String.raw`${stripSpace(section_spliter)}\s?\d+`, { caseSensitive: true }).count(response, num_sections) >= num_sections,
);

/** detectable_format:json_format — valid JSON, in a fence or not. */
export const jsonFormat = defineVerifier(noArguments, (response) => isPythonJson(withoutFence(stripSpace(response))));

function withoutFence(text: string): string {
  let inner = text;
  for (const fence of ['```json', '```Json', '```JSON', '```']) if (inner.startsWith(fence)) inner = inner.slice(fence.length);
  return stripSpace(inner.endsWith('```') ? inner.slice(0, -3) : inner);
}

/** detectable_format:title — a title in <<double angle brackets>> that is not empty, within a line. */
export const title = defineVerifier(noArguments, (response) => response.split('\n').some(holdsTitle));

function holdsTitle(line: string): boolean {
  const from = line.indexOf('<<');
  const to = line.lastIndexOf('>>');
  if (from < 0 || to < from + 3) return false;
  let [start, end] = [from, to + 2];
  while (start < end && line[start] === '<') start++;
  while (end > start && line[end - 1] === '>') end--;
  return stripSpace(line.slice(start, end)) !== '';
}
