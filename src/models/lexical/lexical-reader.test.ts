import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ModelError,
  type BlockRole,
  type ModelRequest,
  type RequestBlock,
  type RequestMessage,
  type TextSource,
} from '../../core/index.ts';
import { createLexicalReader } from './index.ts';

/** A source that gives its text in chunks of whole characters. */
function sourceOf(text: string, chunkCharacters = 7): TextSource {
  const bytes = new TextEncoder().encode(text);
  return {
    byteLength: bytes.length,
    digest: () => createHash('sha256').update(bytes).digest('hex'),
    *chunks() {
      const characters = Array.from(text);
      for (let at = 0; at < characters.length; at += chunkCharacters) {
        yield new TextEncoder().encode(characters.slice(at, at + chunkCharacters).join(''));
      }
    },
    text: () => text,
  };
}

const block = (role: BlockRole, text: string): RequestBlock => ({ role, source: sourceOf(text) });
const image: RequestBlock = { role: 'context', source: { image: new Uint8Array(3), mediaType: 'image/png' } };
const user = (...blocks: readonly RequestBlock[]): RequestMessage => ({ from: 'user', blocks });
const requestOf = (...messages: readonly RequestMessage[]): ModelRequest => ({ messages, output: { maxTokens: 100 } });

async function ask(request: ModelRequest, options?: { readonly sentences: number }): Promise<string> {
  const generation = await createLexicalReader(options).generate(request, { signal: new AbortController().signal });
  expect(generation).toEqual({ text: generation.text, finish: 'stop', usage: {}, latencyMs: expect.any(Number) });
  return generation.text;
}

const prose = 'The ship sailed at dawn. Nobody saw the island. They sang old songs. ';
const needle = 'The legendary item hidden on Emerald Island is the Star Prism.';
const question = 'What legendary item is hidden on Emerald Island?';

describe('lexical reader', () => {
  it('says what it is', () => {
    const reader = createLexicalReader();
    expect({ id: reader.id, contextTokens: reader.contextTokens, capabilities: [...reader.capabilities] }).toEqual({
      id: 'baseline/lexical',
      contextTokens: undefined,
      capabilities: ['generate'],
    });
  });

  it('answers with the best sentences word for word, best first, fewer when asked', async () => {
    const request = requestOf(user(block('context', `${prose}${needle} ${prose}`), block('question', question)));
    expect(await ask(request)).toBe(`${needle} Nobody saw the island.`);
    expect(await ask(request, { sentences: 1 })).toBe(needle);
  });

  it('answers in Chinese', async () => {
    const context = '船在黎明起航．没有人看见那座岛．藏在翡翠岛上的传奇物品是星辰棱镜。他们唱着古老的歌．';
    const request = requestOf(user(block('context', context), block('question', '翡翠岛上隐藏的传奇物品是什么？')));
    expect(await ask(request)).toBe('藏在翡翠岛上的传奇物品是星辰棱镜。');
  });

  it('cannot tell evidence from context: the same text in other blocks gives the same answer', async () => {
    const text = `${prose}Once more: ${needle} And so on. ${prose}`;
    const whole = await ask(requestOf(user(block('context', text), block('question', question))));
    expect(whole).toContain(needle);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(text.length), { maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (cuts, isEvidence) => {
          const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
          const blocks = edges.slice(1).map((to, i) => block(isEvidence[i] === true ? 'evidence' : 'context', text.slice(edges[i], to)));
          expect(await ask(requestOf(user(...blocks, block('question', question))))).toBe(whole);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('searches context alone: not instructions, examples, formats or images', async () => {
    const blocks = [
      block('instruction', `Read. ${needle}`),
      image,
      block('context', prose),
      block('example', 'On Emerald Island lies the Moon Cup.'),
      block('format', 'Say: The legendary item hidden on Emerald Island is X.'),
      block('question', question),
    ];
    expect(await ask(requestOf(user(...blocks)))).toBe('Nobody saw the island.');
  });

  it('does not join context over other blocks or messages', async () => {
    const split = [block('context', 'The Star'), block('instruction', ' '), block('context', 'Prism shone')];
    expect(await ask(requestOf(user(...split), user(block('question', 'Star Prism?'))))).toBe('The Star Prism shone');
    expect(await ask(requestOf(user(...split), user(block('question', 'Star Prism?'))), { sentences: 1 })).toBe('The Star');
  });

  it('reads choices with the question, and the last question of a conversation', async () => {
    const context = block('context', 'The king is Oleg. The queen is Mira. The cook is Tamar.');
    const earlier = [
      user(context, block('question', 'Who is the king?')),
      { from: 'assistant', blocks: [block('context', 'Oleg rules.')] } as const,
    ];
    const request = requestOf(...earlier, user(block('question', 'Who is the queen?'), block('choices', '\nA. Tamar\nB. Igor')));
    expect(await ask(request)).toBe('The queen is Mira. The cook is Tamar.');
  });

  it('takes one sentence for each of several questions', async () => {
    const context = 'On Ruby Island lies a cup. On Emerald Island lies a prism. On Jade Island lies a harp. Ruby and jade are stones.';
    const english = 'What lies on Jade Island?、What lies on Ruby Island?、What lies on Jade Island? Answer as “on Emerald Island lies _”.';
    expect(await ask(requestOf(user(block('context', context), block('question', english))))).toBe(
      'On Jade Island lies a harp. On Ruby Island lies a cup.',
    );
    const chinese = requestOf(
      user(block('context', '红宝石岛藏着金杯。翡翠岛藏着棱镜。琥珀岛藏着竖琴。'), block('question', '琥珀岛藏着什么、红宝石岛藏着什么？')),
    );
    expect(await ask(chinese)).toBe('琥珀岛藏着竖琴。 红宝石岛藏着金杯。');
  });

  it('keeps names in a list together', async () => {
    const request = requestOf(
      user(block('context', '宝玉走了。宝玉和黛玉是表亲。黛玉哭了。'), block('question', '宝玉、黛玉是谁的表亲？')),
    );
    expect(await ask(request, { sentences: 1 })).toBe('宝玉和黛玉是表亲。');
  });

  it('gives a repeated sentence once', async () => {
    const request = requestOf(user(block('context', `${needle} ${prose}`.repeat(10)), block('question', question)));
    expect(await ask(request)).toBe(`${needle} Nobody saw the island.`);
  });

  it('takes the last block as the question when none is marked', async () => {
    const blocks = [block('context', `${prose}${needle}`), block('instruction', question), block('format', 'Be brief.')];
    expect(await ask(requestOf(user(...blocks)), { sentences: 1 })).toBe(needle);
  });

  it.each([
    ['paragraphs', `${prose}\n\n${needle}\n${prose}\n\n${question}\nBe brief.\n`],
    ['lines', `${prose}\n${needle}\n${question}`],
    ['sentences', `${prose}${needle} ${question}`],
  ])('splits an opaque prompt before its last part: %s', async (_, prompt) => {
    for (const role of ['instruction', 'context', 'question'] as const) {
      expect(await ask(requestOf(user(block(role, prompt))), { sentences: 1 })).toBe(needle);
    }
  });

  it.each([
    ['no context', requestOf(user(block('question', question)))],
    ['no shared term', requestOf(user(block('context', prose), block('question', 'Who?')))],
    ['an empty context', requestOf(user(block('context', ''), block('question', question)))],
    ['no messages', requestOf()],
    ['only an image', requestOf(user(image))],
  ])('answers nothing to %s', async (_, request) => {
    expect(await ask(request)).toBe('');
  });

  it('cuts sentences without an end', async () => {
    const noise = 'x'.repeat(200_000);
    const answer = await ask(requestOf(user(block('context', `${noise} emerald ${noise}😀`), block('question', 'emerald?'))));
    expect(answer).toContain('emerald');
    expect(answer.length).toBeLessThanOrEqual(600);
  });

  it('stops when told, before and while it reads', async () => {
    const stop = new AbortController();
    const reading = createLexicalReader().generate(requestOf(user(block('context', prose.repeat(10_000)), block('question', question))), {
      signal: stop.signal,
    });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'ModelError', kind: 'aborted' });
    await expect(createLexicalReader().generate(requestOf(), { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(ModelError);
  });
});
