import { z } from 'zod';
import { streamRows, type JsonlRow } from '../../datasets/index.ts';
import { TURNS } from './conversation.ts';

/** Stored answers of a conversation, a turn each. */
export interface StoredReplies {
  readonly key: string;
  readonly replies: readonly string[];
}

const rowSchema = z.looseObject({ key: z.string().min(1) });
const repliesSchema = z.array(z.string());

/** Reads stored answers: rows with `key`, and either `responses` (a list, or JSON text of one) or `turn_1_response` to `turn_3_response`. */
export async function readReplies(file: string): Promise<readonly JsonlRow<StoredReplies>[]> {
  return (await Array.fromAsync(streamRows({ path: file }, rowSchema))).map((read) => {
    if (!('row' in read)) return read;
    const { line, row } = read;
    const replies = row['responses'] === undefined ? columnsOf(row) : listOf(row['responses']);
    return replies ? { line, row: { key: row.key, replies } } : { line, problem: 'responses is no JSON list of texts' };
  });
}

function listOf(value: unknown): readonly string[] | undefined {
  try {
    return repliesSchema.safeParse(typeof value === 'string' ? JSON.parse(value) : value).data;
  } catch {
    return undefined;
  }
}

function columnsOf(row: { readonly [column: string]: unknown }): readonly string[] {
  const replies = TURNS.map((turn) => row[`turn_${turn}_response`]);
  const given = replies.findIndex((reply) => typeof reply !== 'string');
  return (given < 0 ? replies : replies.slice(0, given)) as string[];
}
