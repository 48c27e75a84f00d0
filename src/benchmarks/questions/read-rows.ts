import type { z } from 'zod';
import { nearestName } from '../../core/index.ts';
import { describeIssue } from '../../datasets/index.ts';
import { FIELD_NAMES, questionRowSchema, type QuestionRow } from './question-row.ts';
import { elementLines } from './row-lines.ts';

/** A row, or what is wrong with it. `line`: where it begins, from 1. */
export type ReadRow = { readonly line: number } & ({ readonly row: QuestionRow } | { readonly problem: string });

/** Reads the text of a question file: one JSON object a line, or one JSON array of them. Never throws. */
export function readRows(text: string, format: 'jsonl' | 'json'): ReadRow[] {
  return format === 'jsonl' ? readLines(text) : readArray(text);
}

function readLines(text: string): ReadRow[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const value = parsed(line);
    return [
      value === undefined ? { line: i + 1, problem: `not a whole JSON value (${line.length} characters)` } : checked(value.json, i + 1),
    ];
  });
}

function readArray(text: string): ReadRow[] {
  const value = parsed(text);
  if (value === undefined) return [{ line: 1, problem: 'not valid JSON' }];
  if (!Array.isArray(value.json)) return [{ line: 1, problem: 'expected an array of questions' }];
  const lines = elementLines(text);
  return value.json.map((row: unknown, i) => checked(row, lines[i]!));
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function checked(value: unknown, line: number): ReadRow {
  const result = questionRowSchema.safeParse(value);
  return result.success ? { line, row: result.data } : { line, problem: unknownField(result.error) ?? describeIssue(result.error) };
}

/** A misspelled field goes before what is missing because of it. */
function unknownField({ issues }: z.ZodError): string | undefined {
  const issue = issues.find(({ code, path }) => code === 'unrecognized_keys' && path.length === 0);
  if (issue?.code !== 'unrecognized_keys') return undefined;
  const [key] = issue.keys;
  const nearest = nearestName(key!, FIELD_NAMES);
  return `there is no field ${JSON.stringify(key)}${nearest === undefined ? '' : `, did you mean ${nearest}?`}`;
}
