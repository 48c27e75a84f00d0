import type { Block, Step } from '../core/index.ts';

/** Whether a block is part of the text that the question is about: haystack or needle. */
export function isContext({ role }: Pick<Block, 'role'>): boolean {
  return role === 'context' || role === 'evidence';
}

/** The step with all context and evidence left out; a message of nothing else goes with them. */
export function withoutContext(step: Step): Step {
  return withBlocks(step, (blocks) => blocks.filter((block) => !isContext(block)));
}

/** The step with other blocks in its messages. A message that is left with none is left out. */
export function withBlocks(step: Step, change: (blocks: readonly Block[], message: number) => readonly Block[]): Step {
  const messages = step.messages.map((message, i) => ({ ...message, blocks: change(message.blocks, i) }));
  return { ...step, messages: messages.filter(({ blocks }) => blocks.length > 0) };
}
