import type { Message, OutputSpec, Step } from '../../core/index.ts';
import type { Turn } from './conversation.ts';

/** One call for each turn: all messages before, the model's own replies among them, and the turn's prompt as it stands in the data. */
export function conversationSteps(turns: readonly Turn[], output: OutputSpec): readonly Step[] {
  const messages: Message[] = [];
  return turns.map(({ prompt }, i) => {
    if (i > 0) messages.push({ from: 'assistant', blocks: [{ role: 'context', pieces: [{ reply: i - 1 }], id: `reply-${i}` }] });
    messages.push({ from: 'user', blocks: [{ role: 'question', pieces: [{ text: prompt }], id: `turn-${i + 1}` }] });
    return { messages: [...messages], output };
  });
}
