import { streamRows, type JsonlRow } from '../../datasets/index.ts';
import { loadIfeval } from '../../scoring/index.ts';
import { readConversation, rowSchema, type Conversation } from './conversation.ts';
import { distinctKeys } from './distinct-keys.ts';

/** The conversations of a data file; a row whose instructions cannot be checked is told with its problem. */
export async function loadConversations(file: string): Promise<readonly JsonlRow<Conversation>[]> {
  const { readInstructions } = await loadIfeval();
  const distinct = distinctKeys();
  return (await Array.fromAsync(streamRows({ path: file }, rowSchema))).map((read) => {
    if (!('row' in read)) return read;
    const conversation = readConversation(read.row);
    if ('problem' in conversation) return { line: read.line, ...conversation };
    for (const [i, { columns }] of conversation.turns.entries()) {
      const instructions = readInstructions(columns);
      if ('problem' in instructions) return { line: read.line, problem: `turn ${i + 1}: ${instructions.problem}` };
    }
    return { line: read.line, row: { ...conversation, key: distinct(conversation.key) } };
  });
}
