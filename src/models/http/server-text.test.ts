import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanServerText } from './server-text.ts';

it('never holds control characters or the key, is well-formed and at most 500 characters long', () => {
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('sk-secret-123'), fc.constant('😀'.repeat(200))), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const clean = cleanServerText(parts.join('').toWellFormed(), ['sk-secret-123']);
      // oxlint-disable-next-line no-control-regex
      expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|sk-secret-123/);
      expect(clean.length).toBeLessThanOrEqual(500);
      expect(clean.isWellFormed()).toBe(true);
    }),
  );
});

it('reads a page as text', () => {
  const page = '<!DOCTYPE html><html><style>b { x }</style><h1>502</h1>\r\n<p>Bad <b>gateway</b></p></html>';
  expect(cleanServerText(page)).toBe('502 Bad gateway');
});

it('leaves short texts alone', () => {
  expect(cleanServerText('a < b, „c“')).toBe('a < b, „c“');
});
