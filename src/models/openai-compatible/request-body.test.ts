import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError, type RequestBlock, type RequestMessage, type TextSource } from '../../core/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import { chatBody, completionBody, type RequestBody } from './request-body.ts';

const block = (text: string): RequestBlock => ({ role: 'context', source: memoryText(text) });
const sent = (body: RequestBody): Buffer => Buffer.concat([...body.chunks()]);
const textMessages = fc.array(
  fc.record({
    from: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
    texts: fc.array(
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 4 },
);
const toRequest = (messages: readonly { from: RequestMessage['from']; texts: readonly string[] }[]): RequestMessage[] =>
  messages.map(({ from, texts }) => ({ from, blocks: texts.map(block) }));

describe('chat', () => {
  it('is the JSON of fields and messages, its length known beforehand', () => {
    fc.assert(
      fc.property(textMessages, (messages) => {
        const body = chatBody({ model: 'm "q"', max_tokens: 5 }, toRequest(messages));
        const bytes = sent(body);
        expect(bytes.length).toBe(body.byteLength);
        expect(JSON.parse(bytes.toString())).toEqual({
          model: 'm "q"',
          max_tokens: 5,
          messages: messages.map(({ from, texts }) => ({ role: from, content: texts.join('') })),
        });
      }),
    );
  });

  it('needs no fields', () => {
    expect(sent(chatBody({}, [{ from: 'user', blocks: [block('a')] }])).toString()).toBe('{"messages":[{"role":"user","content":"a"}]}');
  });

  it('sends images as parts between joined texts', () => {
    const image = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    const picture: RequestBlock = { role: 'context', source: { image, mediaType: 'image/png' } };
    const body = chatBody({}, [{ from: 'user', blocks: [block('a'), block('b\n'), picture, picture, block('c')] }]);
    const bytes = sent(body);
    const url = `data:image/png;base64,${Buffer.from(image).toString('base64')}`;
    expect(bytes.length).toBe(body.byteLength);
    expect(JSON.parse(bytes.toString())).toEqual({
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'ab\n' },
            { type: 'image_url', image_url: { url } },
            { type: 'image_url', image_url: { url } },
            { type: 'text', text: 'c' },
          ],
        },
      ],
    });
  });

  it('ends with an image where the message does', () => {
    const picture: RequestBlock = { role: 'context', source: { image: Uint8Array.of(1, 2, 3), mediaType: 'image/"x' } };
    const content = [{ type: 'image_url', image_url: { url: 'data:image/"x;base64,AQID' } }];
    const body = chatBody({}, [{ from: 'user', blocks: [picture] }]);
    expect(JSON.parse(sent(body).toString())).toEqual({ messages: [{ role: 'user', content }] });
  });

  it('holds one small slice at a time of a document that is one chunk', () => {
    const bytes = new TextEncoder().encode('„Krieg“ und\nFrieden '.repeat(50_000));
    const source: TextSource = { byteLength: bytes.length, digest: () => '', chunks: () => [bytes], text: () => expect.unreachable() };
    const sizes = [...chatBody({}, [{ from: 'user', blocks: [{ role: 'context', source }] }]).chunks()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThan(2 * 64 * 1024);
    expect(sizes.length).toBeGreaterThan(15);
  });

  it('can be sent a second time', () => {
    const body = chatBody({ model: 'm' }, [{ from: 'user', blocks: [block('again')] }]);
    expect(sent(body)).toEqual(sent(body));
  });
});

describe('completion', () => {
  it('is one prompt of all blocks with nothing between', () => {
    fc.assert(
      fc.property(textMessages, (messages) => {
        const body = completionBody({ model: 'm' }, toRequest(messages));
        const bytes = sent(body);
        expect(bytes.length).toBe(body.byteLength);
        expect(JSON.parse(bytes.toString())).toEqual({ model: 'm', prompt: messages.flatMap(({ texts }) => texts).join('') });
      }),
    );
  });

  it('takes no images', () => {
    const picture: RequestBlock = { role: 'context', source: { image: Uint8Array.of(1), mediaType: 'image/png' } };
    expect(() => completionBody({}, [{ from: 'user', blocks: [picture] }])).toThrow(ModelError);
  });
});
