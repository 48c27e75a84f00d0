import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSseReader } from './sse.ts';

/** All events of a stream that arrives cut at the given places. */
function read(stream: Uint8Array, cuts: readonly number[] = []): string[] {
  const reader = createSseReader();
  const places = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].sort((a, b) => a - b);
  const events: string[] = [];
  let from = 0;
  for (const to of [...places, stream.length]) {
    events.push(...reader.push(stream.subarray(from, to)));
    from = to;
  }
  return [...events, ...reader.end()];
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = fc.string({ unit: fc.constantFrom('a', 'é', '鯨', '😀', ' ', ':', '"', '\u2028') });
const event = fc.record({
  data: fc.array(line, { minLength: 1, maxLength: 3 }),
  before: fc.constantFrom('', ': ping', 'event: x', 'id: 1'),
});
const newline = fc.constantFrom('\n', '\r', '\r\n');

it('reads events however lines end and wherever the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(event), newline, fc.array(fc.nat(), { maxLength: 8 }), (events, end, cuts) => {
      const lines = events.flatMap(({ data, before }) => [...(before === '' ? [] : [before]), ...data.map((text) => `data: ${text}`), '']);
      const stream = bytes(lines.map((text) => text + end).join(''));
      expect(read(stream, cuts)).toEqual(events.map(({ data }) => data.join('\n')));
    }),
    { numRuns: 500 },
  );
});

it('reads a stream byte by byte', () => {
  const stream = bytes('data: {"a":"鯨"}\r\n\r\ndata:two\r\rdata\n\n');
  expect(read(stream, [...stream.keys()])).toEqual(['{"a":"鯨"}', 'two', '']);
});

it('skips comments, other fields, blank lines and a byte order mark', () => {
  expect(read(bytes('\ufeff: hello\n\n\nevent: x\nretry: 5\n\nid: 7\ndata: a\n\n'))).toEqual(['a']);
});

it('gives an event whose last blank line is missing', () => {
  expect(read(bytes('data: a\n\ndata: b'))).toEqual(['a', 'b']);
  expect(read(bytes('data: a\r'))).toEqual(['a']);
});

it('reads a line of many megabytes in linear time', () => {
  const reader = createSseReader();
  const piece = bytes('x'.repeat(16));
  reader.push(bytes('data: '));
  for (let i = 0; i < 200_000; i++) reader.push(piece);
  expect(reader.end()[0]?.length).toBe(3_200_000);
});
