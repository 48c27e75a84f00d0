import type { Block } from '../../core/index.ts';
import type { Question } from './load-question-file.ts';
import { lettersFor } from './scorers.ts';

const BREAK = '\n\n';

/** The blocks around the documents: the user's words and paragraph breaks, and nothing of ours. */
export interface Frame {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** Instruction, documents, question; with `start`: instruction, question, documents. */
export function frameOf({ instruction, question, choices }: Question, position: 'end' | 'start'): Frame {
  const head: Block[] = instruction === undefined ? [] : [textBlock('instruction', `${instruction.trim()}${BREAK}`)];
  const asked: Block[] = [
    textBlock('question', question.trim()),
    ...(choices ? [textBlock('choices', choices.map((choice, i) => `\n${lettersFor(26)[i]}. ${choice}`).join(''))] : []),
  ];
  const gap = textBlock('instruction', BREAK);
  return position === 'end' ? { before: head, after: [gap, ...asked] } : { before: [...head, ...asked, gap], after: [] };
}

function textBlock(role: Block['role'], text: string): Block {
  return { role, pieces: [{ text }] };
}
