import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapedLength, escapeJson } from './escape-json.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reference = (text: string): string => JSON.stringify(text).slice(1, -1);
const text = fc.string({ unit: 'binary', maxLength: 300 }).map((value) => value.toWellFormed());

it('writes what JSON.stringify writes', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(Buffer.from(escapeJson(utf8(value))).toString()).toBe(reference(value));
    }),
  );
});

it('escapes every byte below 0x80 as JSON.stringify does', () => {
  const all = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));
  expect(Buffer.from(escapeJson(utf8(all))).toString()).toBe(reference(all));
});

it('knows the length beforehand', () => {
  expect(() => fc.assert(fc.property(text, (value) => escapedLength(utf8(value)) === Buffer.byteLength(reference(value))))).not.toThrow();
});

it('may be cut anywhere, inside a character too', () => {
  fc.assert(
    fc.property(text, fc.nat(), (value, at) => {
      const bytes = utf8(value);
      const cut = bytes.length === 0 ? 0 : at % bytes.length;
      const joined = Buffer.concat([escapeJson(bytes.subarray(0, cut)), escapeJson(bytes.subarray(cut))]);
      expect(joined.toString()).toBe(reference(value));
    }),
  );
});
