import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOfTemplate, packDigest, parseTemplate } from './prompt-template.ts';

const text = (piece: string) => ({ role: 'question' as const, piece: { text: piece } });

test('any template gives its words back, and what fills it is never read as a template', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('{input}', '{', '}', '{{', '$', '{0}', '{:>5}', '%s'));
  const words = fc.array(part.map((each) => each.replaceAll(/\{[A-Za-z_]\w*\}/g, (slot) => (slot === '{input}' ? slot : ''))));
  fc.assert(
    fc.property(words, fc.constantFrom('{input}', '{context}', '{x}', '$Q$', '\uD800'), (parts, filled) => {
      // Joining may make a placeholder of two halves.
      const template = parts.join('').replaceAll(/\{(?!input\})[A-Za-z_]\w*\}/g, '');
      fc.pre(!/\{(?!input\})[A-Za-z_]\w*\}/.test(template));
      const { before } = frameOfTemplate(parseTemplate(template, { dialect: 'braces', slots: { '{input}': 'any' }, source: 'x' }), {
        fill: { '{input}': text(filled) },
      });
      const made = before.flatMap(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : ''))).join('');
      expect(made).toBe(template.split('{input}').join(filled));
    }),
  );
});

test('the document stands between what is before and after its place', () => {
  const rules = { dialect: 'dollars', slots: { $DOC$: 'once', $Q$: 'once' }, source: 'x.txt' } as const;
  const frame = frameOfTemplate(parseTemplate('a$DOC$b$Q$', rules), { document: '$DOC$', fill: { $Q$: text('why?') } });
  expect([frame.before, frame.after].map((blocks) => blocks.map(({ role, pieces }) => [role, ...pieces]))).toEqual([
    [['instruction', { text: 'a' }]],
    [
      ['instruction', { text: 'b' }],
      ['question', { text: 'why?' }],
    ],
  ]);
  expect(() => parseTemplate('$DOC$ $DOC$ $Q$', rules)).toThrow('x.txt has the placeholder $DOC$ 2 times, not once.');
  expect(packDigest(['ab', 'c'])).not.toBe(packDigest(['a', 'bc']));
});
