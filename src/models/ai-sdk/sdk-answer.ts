import type {
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { ModelError, type FinishReason, type Usage } from '../../core/index.ts';

/** Counts of a provider's own usage object, as far as they are there. */
export type UsageCounts = { readonly [K in Exclude<keyof Usage, 'raw'>]?: number | null | undefined };

/** Reads a provider's own usage object. The SDKs' counts are no use: they put 0 where nothing was reported. */
export type UsageReader = (raw: unknown) => UsageCounts;

/** What a provider answered, before timing. */
export interface SdkAnswer {
  readonly text: string;
  readonly reasoning?: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
}

/** Reads an answer that came in one piece. */
export function wholeAnswer({ content, finishReason, usage }: LanguageModelV4GenerateResult, readUsage: UsageReader): SdkAnswer {
  const join = (type: 'text' | 'reasoning') => content.map((part) => (part.type === type ? part.text : '')).join('');
  return sdkAnswer({ text: join('text'), reasoning: join('reasoning') }, { finishReason, usage }, readUsage);
}

/** Reads a stream. Throws an error part as it is, and ModelError `protocol` when the stream has no end. */
export async function streamedAnswer(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  readUsage: UsageReader,
  { onFirstText }: { readonly onFirstText: () => void },
): Promise<SdkAnswer> {
  let text = '';
  let reasoning = '';
  let end: SdkEnd | undefined;
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'finish') end = part;
    if ((part.type !== 'text-delta' && part.type !== 'reasoning-delta') || part.delta === '') continue;
    if (text === '' && reasoning === '') onFirstText();
    if (part.type === 'text-delta') text += part.delta;
    else reasoning += part.delta;
  }
  if (end === undefined) throw new ModelError('protocol', 'The answer broke off before its end');
  return sdkAnswer({ text, reasoning }, end, readUsage);
}

interface SdkEnd {
  readonly finishReason: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
}

function sdkAnswer(words: { readonly text: string; readonly reasoning: string }, end: SdkEnd, readUsage: UsageReader): SdkAnswer {
  if (end.finishReason.unified === 'interrupted') throw new ModelError('protocol', 'The answer broke off before its end');
  return {
    text: words.text,
    ...(words.reasoning === '' ? {} : { reasoning: words.reasoning }),
    finish: finishOf(end.finishReason),
    usage: reportedUsage(end.usage.raw, readUsage),
  };
}

function reportedUsage(raw: LanguageModelV4Usage['raw'], readUsage: UsageReader): Usage {
  if (raw === undefined) return {};
  const counts = Object.entries(readUsage(raw)).filter(([, value]) => typeof value === 'number');
  // The SDKs write absent fields as undefined, which is no JSON.
  return { ...Object.fromEntries(counts), raw: JSON.parse(JSON.stringify(raw)) };
}

function finishOf({ unified }: LanguageModelV4FinishReason): FinishReason {
  if (unified === 'stop' || unified === 'length') return unified;
  return unified === 'content-filter' ? 'refused' : 'other';
}
