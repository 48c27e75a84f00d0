import { z } from 'zod';
import type { InstructionColumns } from '../../scoring/index.ts';
import { languageCode } from './languages.ts';

/** One turn: what the user says, and the two columns of its instructions, which hold those of the turns before as well. */
export interface Turn {
  readonly prompt: string;
  readonly columns: InstructionColumns;
}

/** A conversation of up to three turns. */
export interface Conversation {
  readonly key: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly turns: readonly Turn[];
}

/** A row by the official columns. Turns are read by {@link readConversation}. */
export const rowSchema = z.looseObject({ key: z.string().min(1), language: z.string().min(1) });

/** A row of the data. */
export type Row = z.infer<typeof rowSchema>;

/** Turns of a conversation. */
export const TURNS = [1, 2, 3] as const;

const messageSchema = z.object({ content: z.string() });

/** The conversation of a row, or what is wrong with it. A turn whose prompt is "None" or empty ends it. */
export function readConversation(row: Row): Conversation | { readonly problem: string } {
  const turns: Turn[] = [];
  for (const turn of TURNS) {
    const said = row[`turn_${turn}_prompt`];
    if (isAbsent(said)) break;
    const prompt = contentOf(said);
    if (prompt === undefined) return { problem: `turn_${turn}_prompt is no JSON object with the key content` };
    turns.push({ prompt, columns: { ids: row[`turn_${turn}_instruction_id_list`], kwargs: row[`turn_${turn}_kwargs`] } });
  }
  if (turns.length === 0) return { problem: 'there is no turn_1_prompt' };
  return { key: row.key, language: languageCode(row.language), turns };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && /^(?:|none|nan)$/i.test(value.trim()));
}

function contentOf(said: unknown): string | undefined {
  try {
    return messageSchema.safeParse(typeof said === 'string' ? JSON.parse(said) : said).data?.content;
  } catch {
    return undefined;
  }
}
