import { ModelError, type FinishReason, type Json, type Usage } from '../../core/index.ts';
import { answerSchema, usageSchema, type AnswerChunk, type AnswerWords, type ContentPart } from './answer-schema.ts';
import { splitThinking } from './split-thinking.ts';

/** What a server answered, before timing. */
export interface CollectedAnswer {
  readonly text: string;
  readonly reasoning?: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
}

/** Puts an answer together from one JSON answer or from the events of a stream. */
export interface AnswerCollector {
  /** Takes one JSON text. Returns true when it held answer or reasoning text. Throws what `fail` makes of an error, ModelError `protocol` otherwise. */
  take(json: string): boolean;
  /** The whole answer. Throws ModelError `protocol` when the answer never ended: no finish reason, no `[DONE]`, no usage. */
  finish(): CollectedAnswer;
}

/** `fail` classifies an `error` object that came with status 200. */
export function createAnswerCollector(fail: (errorJson: string) => Error): AnswerCollector {
  let text = '';
  let reasoning = '';
  let refusal = '';
  let reason: string | undefined;
  let ended = false;
  let usage: unknown;

  const hear = (words: AnswerWords) => {
    const parts = typeof words.content === 'string' ? [{ text: words.content }] : (words.content ?? []);
    text += parts.map((part) => part.text ?? '').join('');
    // Some servers send the same reasoning under both names.
    reasoning += (words.reasoning_content || words.reasoning) ?? '';
    reasoning += parts.map(thinkingOf).join('');
    refusal += words.refusal ?? '';
  };

  const hearChoice = (choice: NonNullable<AnswerChunk['choices']>[number]) => {
    if ((choice.index ?? 0) !== 0) return;
    const words = choice.delta ?? choice.message;
    if (words) hear(words);
    text += choice.text ?? '';
    reason = choice.finish_reason ?? reason;
  };

  return {
    take: (json) => {
      if (json.trim() === '[DONE]') {
        ended = true;
        return false;
      }
      const before = text.length + reasoning.length + refusal.length;
      const chunk = parseChunk(json, fail);
      chunk.choices?.forEach(hearChoice);
      usage = chunk.usage ?? usage;
      return text.length + reasoning.length + refusal.length > before;
    },
    finish: () => {
      if (reason === undefined && !ended && usage === undefined) throw new ModelError('protocol', 'The answer broke off before its end');
      const split = splitThinking(text);
      const thought = [reasoning, split.reasoning ?? ''].filter((part) => part !== '').join('\n');
      const refused = refusal !== '' && split.text === '';
      return {
        text: refused ? refusal : split.text,
        ...(thought === '' ? {} : { reasoning: thought }),
        finish: refused ? 'refused' : finishReason(reason),
        usage: readUsage(usage),
      };
    },
  };
}

function thinkingOf(part: ContentPart): string {
  return typeof part.thinking === 'string' ? part.thinking : (part.thinking ?? []).map((inner) => inner.text ?? '').join('');
}

function parseChunk(json: string, fail: (errorJson: string) => Error): AnswerChunk {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelError('protocol', `The server's answer is not JSON: ${JSON.stringify(json.slice(0, 100))}`);
  }
  const chunk = answerSchema.safeParse(value);
  if (!chunk.success) throw new ModelError('protocol', `The server's answer has the wrong shape: ${issueText(chunk.error)}`);
  if (chunk.data.error != null || chunk.data.object === 'error') throw fail(json);
  return chunk.data;
}

const issueText = ({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string =>
  issues
    .map(({ path, message }) => `${path.map(String).join('.') || 'the whole'}: ${message}`)
    .join('; ')
    .slice(0, 300);

/** Counts as reported. An absent count stays absent. */
function readUsage(raw: unknown): Usage {
  const parsed = usageSchema.safeParse(raw);
  if (!parsed.success) return {};
  const counts = {
    inputTokens: parsed.data.prompt_tokens,
    cachedTokens: parsed.data.prompt_tokens_details?.cached_tokens ?? parsed.data.prompt_cache_hit_tokens,
    outputTokens: parsed.data.completion_tokens,
    reasoningTokens: parsed.data.completion_tokens_details?.reasoning_tokens,
  };
  return { ...Object.fromEntries(Object.entries(counts).filter(([, value]) => typeof value === 'number')), raw: raw as Json };
}

function finishReason(reason: string | undefined): FinishReason {
  if (reason === undefined) return 'other';
  if (/^(stop|stop_sequence|eos|eos_token|end_turn)$/i.test(reason)) return 'stop';
  if (/^(length|max_tokens|max_length)$/i.test(reason)) return 'length';
  return /^(content_filter|refusal|safety)$/i.test(reason) ? 'refused' : 'other';
}
