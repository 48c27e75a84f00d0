import type { PromptStrip } from '../../../../src/server/api.ts';

/** Where the reader is asked to go: a byte of a message, at a needle where it is one. A new object asks again. */
export interface Goal {
  readonly message: number;
  readonly byte: number;
  readonly needle?: number;
}

/** What the reader shows just now: bytes of a message. */
export interface Seen {
  readonly message: number;
  readonly fromByte: number;
  readonly toByte: number;
}

/** The place of a needle. */
export function needleGoal({ needles }: PromptStrip, index: number): Goal {
  const { message, fromByte } = needles[index]!;
  return { message, byte: fromByte, needle: index };
}

/** What one wants to see first: the first needle, else the question, else the start of the longest message. */
export function firstGoal(strip: PromptStrip): Goal {
  if (strip.needles.length > 0) return needleGoal(strip, 0);
  return questionGoal(strip) ?? { message: longest(strip), byte: 0 };
}

/** The place of the question; undefined where no block is one. */
export function questionGoal({ messages }: PromptStrip): Goal | undefined {
  for (const [message, { blocks }] of messages.entries()) {
    const block = blocks.find(({ role, fromByte, toByte }) => role === 'question' && toByte > fromByte);
    if (block) return { message, byte: block.fromByte };
  }
  return undefined;
}

/** The needle before or after what is seen, in reading order; undefined at the ends. */
export function needleBeside({ needles }: PromptStrip, seen: Seen, step: 1 | -1): number | undefined {
  const middle = (seen.fromByte + seen.toByte) / 2;
  const after = (index: number) => {
    const { message, fromByte } = needles[index]!;
    return message > seen.message || (message === seen.message && fromByte > middle);
  };
  const first = needles.findIndex((_, index) => after(index));
  const at = step === 1 ? first : (first < 0 ? needles.length : first) - 1;
  return needles[at] === undefined ? undefined : at;
}

function longest({ messages }: PromptStrip): number {
  const most = Math.max(...messages.map(({ bytes }) => bytes));
  return Math.max(
    0,
    messages.findIndex(({ bytes }) => bytes === most),
  );
}
