import { describe, expect, it } from 'vitest';
import { ModelError } from '../../core/index.ts';
import { createAnswerCollector, type CollectedAnswer } from './collect-answer.ts';

function collect(...chunks: readonly unknown[]): CollectedAnswer {
  const collector = createAnswerCollector((json) => new ModelError('server', json));
  for (const chunk of chunks) collector.take(typeof chunk === 'string' ? chunk : JSON.stringify(chunk));
  return collector.finish();
}

function failure(...chunks: readonly unknown[]): { readonly kind: string; readonly message: string } | undefined {
  try {
    collect(...chunks);
    return undefined;
  } catch (error) {
    return error instanceof ModelError ? { kind: error.kind, message: error.message } : { kind: 'not ours', message: String(error) };
  }
}

const delta = (words: object, finish: string | null = null) => ({ choices: [{ index: 0, delta: words, finish_reason: finish }] });

describe('text', () => {
  it('joins deltas and keeps reasoning apart, under either name', () => {
    expect(
      collect(
        delta({ reasoning_content: 'a' }),
        delta({ reasoning: 'b', content: null }),
        delta({ content: 'c' }),
        delta({ content: 'd' }, 'stop'),
      ),
    ).toEqual({
      text: 'cd',
      reasoning: 'ab',
      finish: 'stop',
      usage: {},
    });
  });

  it('counts reasoning that comes under both names once', () => {
    expect(collect(delta({ reasoning_content: 'a', reasoning: 'a', content: 'b' }, 'stop'))).toMatchObject({ text: 'b', reasoning: 'a' });
  });

  it('reads lists of parts with thinking', () => {
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
      { type: 'text', text: 'Twelve' },
    ];
    expect(collect({ choices: [{ message: { content }, finish_reason: 'stop' }] })).toEqual({
      text: 'Twelve',
      reasoning: 'hm',
      finish: 'stop',
      usage: {},
    });
  });

  it('takes thinking tags off, also when they come in pieces', () => {
    expect(collect(delta({ content: '<thi' }), delta({ content: 'nk>hm</think> Twelve' }, 'stop'))).toMatchObject({
      text: 'Twelve',
      reasoning: 'hm',
    });
  });

  it('reads completions and leaves other choices out', () => {
    const other = { index: 1, text: 'no', finish_reason: 'length' };
    expect(collect({ choices: [{ index: 0, text: 'a' }, other] }, { choices: [{ index: 0, text: 'b', finish_reason: 'stop' }] }).text).toBe(
      'ab',
    );
  });

  it('takes a refusal for a refused answer', () => {
    expect(collect(delta({ refusal: 'I cannot' }), delta({ refusal: ' say.' }, 'stop'))).toEqual({
      text: 'I cannot say.',
      finish: 'refused',
      usage: {},
    });
  });

  it('takes an answer without text', () => {
    expect(collect(delta({ role: 'assistant', content: '' }), delta({}, 'stop'))).toEqual({ text: '', finish: 'stop', usage: {} });
  });
});

it.each([
  ['stop', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['content_filter', 'refused'],
  ['tool_calls', 'other'],
])('finish reason %s is %s', (reason, finish) => {
  expect(collect(delta({ content: 'a' }, reason)).finish).toBe(finish);
});

describe('the end', () => {
  it('is a finish reason, [DONE] or a count', () => {
    expect(collect(delta({ content: 'a' }), '[DONE]').finish).toBe('other');
    expect(collect(delta({ content: 'a' }), { choices: [], usage: { prompt_tokens: 1 } }).finish).toBe('other');
  });

  it('is missed when it does not come', () => {
    expect(failure(delta({ content: 'a' }))).toEqual({ kind: 'protocol', message: 'The answer broke off before its end' });
    expect(failure()?.kind).toBe('protocol');
  });
});

describe('usage', () => {
  it('is what was reported, with the whole object', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 4,
      prompt_tokens_details: { cached_tokens: 8 },
      completion_tokens_details: { reasoning_tokens: 3 },
      extra: [1],
    };
    expect(collect(delta({ content: 'a' }, 'stop'), { choices: [], usage }).usage).toEqual({
      inputTokens: 10,
      cachedTokens: 8,
      outputTokens: 4,
      reasoningTokens: 3,
      raw: usage,
    });
  });

  it('leaves out what was not reported or makes no sense', () => {
    const usage = { prompt_tokens: 10, completion_tokens: null, prompt_tokens_details: null };
    expect(collect(delta({ content: 'a' }, 'stop'), { choices: [], usage }).usage).toEqual({ inputTokens: 10, raw: usage });
    expect(collect(delta({ content: 'a' }, 'stop'), { usage: { prompt_tokens: 'many' } }).usage).toEqual({
      raw: { prompt_tokens: 'many' },
    });
  });

  it("knows DeepSeek's name for cached tokens", () => {
    expect(collect(delta({}, 'stop'), { usage: { prompt_cache_hit_tokens: 6 } }).usage.cachedTokens).toBe(6);
  });
});

describe('trouble', () => {
  it('hands an error object on', () => {
    expect(failure(delta({ content: 'a' }), { error: { message: 'broke' } })).toEqual({
      kind: 'server',
      message: '{"error":{"message":"broke"}}',
    });
    expect(failure({ object: 'error', message: 'broke' })?.kind).toBe('server');
  });

  it('is malformed JSON or a wrong shape', () => {
    expect(failure('{"choices": [')).toEqual({ kind: 'protocol', message: `The server's answer is not JSON: "{\\"choices\\": ["` });
    expect(failure({ choices: [{ delta: { content: 5 } }] })?.kind).toBe('protocol');
    expect(failure([1])?.kind).toBe('protocol');
  });
});
