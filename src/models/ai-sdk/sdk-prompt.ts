import type { LanguageModelV4FilePart, LanguageModelV4Message, LanguageModelV4Prompt, LanguageModelV4TextPart } from '@ai-sdk/provider';
import { ModelError, type RequestBlock, type RequestMessage } from '../../core/index.ts';

type Part = LanguageModelV4TextPart | LanguageModelV4FilePart;
type PartOptions = NonNullable<LanguageModelV4TextPart['providerOptions']>;

/**
 * A request's messages as an SDK prompt. Neighbouring texts are one part, as a provider may put something between parts; a block with
 * `cacheBreak` ends its part when `cacheMark` is given, and carries it. Here texts become strings: the SDKs take nothing else.
 * Throws ModelError `invalid` for an image outside a user's message.
 */
export function sdkPrompt(messages: readonly RequestMessage[], cacheMark?: PartOptions): LanguageModelV4Prompt {
  return messages.map((message) => sdkMessage(message, cacheMark));
}

function sdkMessage({ from, blocks }: RequestMessage, cacheMark: PartOptions | undefined): LanguageModelV4Message {
  if (from === 'user') return { role: 'user', content: parts(blocks, cacheMark) };
  const texts = parts(blocks, cacheMark).map((part) => {
    if (part.type === 'text') return part;
    throw new ModelError('invalid', `Images can stand in a user's message only, and the ${from} message has one`);
  });
  if (from === 'assistant') return { role: 'assistant', content: texts };
  const marked = cacheMark !== undefined && blocks.some(({ cacheBreak }) => cacheBreak);
  return { role: 'system', content: texts.map(({ text }) => text).join(''), ...(marked ? { providerOptions: cacheMark } : {}) };
}

function parts(blocks: readonly RequestBlock[], cacheMark: PartOptions | undefined): Part[] {
  const done: Part[] = [];
  let texts: string[] = [];
  const endText = (mark?: PartOptions) => {
    if (texts.length > 0) done.push({ type: 'text', text: texts.join(''), ...(mark === undefined ? {} : { providerOptions: mark }) });
    texts = [];
  };
  for (const { source, cacheBreak } of blocks) {
    const mark = cacheBreak ? cacheMark : undefined;
    if ('image' in source) {
      endText();
      const data = { type: 'data', data: source.image } as const;
      done.push({ type: 'file', mediaType: source.mediaType, data, ...(mark === undefined ? {} : { providerOptions: mark }) });
    } else {
      texts.push(source.text());
      if (mark !== undefined) endText(mark);
    }
  }
  endText();
  return done;
}
