import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxedEquals, boxedEqualsPublished, cleanBoxed, lastBoxed, plain } from './index.ts';

describe('lastBoxed', () => {
  test.each([
    ['so \\boxed{Ada} or \\boxed{Bo}.', 'Bo', 'Bo'],
    ['\\boxed{{Ada}}', 'Ada', 'Ada'],
    ['\\boxed{\\text{Ada {B}}}', '\\text{Ada {B}}', '\\text{Ada {B}}'],
    ['\\boxed{Ada} and then \\boxed{torn', null, 'Ada'],
    ['\\boxed {Ada}', null, 'Ada'],
    ['\\fbox{Ada}', 'Ada', 'Ada'],
    ['\\boxed torn, \\fbox{Ada}', null, 'Ada'],
    ['\\boxed{\\boxed{Ada}}', 'Ada', 'Ada'],
    ['\\boxed{{a\nb}}', '{a\nb}', '{a\nb}'],
    ['nothing', null, null],
    ['', null, null],
  ])('%j', (text, published, lenient) => {
    expect([lastBoxed(text), lastBoxed(text, 'lenient')]).toEqual([published, lenient]);
  });
});

test.each([
  ['\\text{Ada Lo}', 'Ada Lo'],
  ['\\boxed{\\text{Ada}}', 'Ada'],
  ['\\[Ada\\]', 'Ada'],
  ['Ada\\ \\\\Lo', 'Ada Lo'],
  ['"Ada~Lo"', 'Ada Lo'],
  ["O'Neil", 'ONeil'],
  ['\\text{}x}', 'text{}x}'],
  ['\\text{torn', 'text{torn'],
  ['  a \n b ', 'a b'],
  ['', 'None'],
  [null, 'None'],
])('cleanBoxed %j', (content, expected) => {
  expect(cleanBoxed(content)).toBe(expected);
});

test('as published, the gold answer is only stripped: an apostrophe can never match', () => {
  expect(boxedEqualsPublished("O'Neil", "O'Neil")).toBe(false);
  expect(boxedEquals('O’Neil', "O'Neil")).toBe(true);
  expect([boxedEqualsPublished('ada lo', 'Ada Lo'), boxedEquals('ada  lo.', 'Ada Lo')]).toEqual([false, true]);
  expect([boxedEqualsPublished(null, 'None'), boxedEquals(null, 'None')]).toEqual([true, false]);
});

test.each([
  '\\textbf{Ada Lo}',
  '\\mathrm{Ada\\ Lo}',
  '\\boldsymbol{Ada~Lo}',
  '\\mathbf{\\text{Ada Lo.}}',
  '\\emph {Ada} \\textit{Lo}',
  '{\\bm{Ada Lo}}',
])('the repaired comparison takes %j out of its wrapper, the published one does not', (inside) => {
  const answer = `so \\boxed{${inside}}`;
  expect(boxedEquals(lastBoxed(answer, 'lenient'), 'Ada Lo')).toBe(true);
  expect(boxedEqualsPublished(lastBoxed(answer), 'Ada Lo')).toBe(false);
});

test('hostile megabytes are read in linear time', () => {
  let read = 0;
  for (const unit of ['\\boxed{', '\\text{', '\\textbf{a', '{', '}', '\\fbox{}', "'", '\\boxed {}']) {
    const text = unit.repeat(1_000_000 / unit.length);
    for (const reading of ['published', 'lenient'] as const) boxedEquals(lastBoxed(text, reading), 'x');
    cleanBoxed(text);
    plain(text);
    cleanBoxed(lastBoxed(`\\boxed{${text.replaceAll('}', '')}}`, 'lenient'));
    read++;
  }
  // Quadratic time would outlast the time limit of any test by hours.
  expect(read).toBe(8);
});

test('a balanced box is found whatever stands before it', () => {
  const inside = fc.string().filter((text) => !/[{}\\\n]/.test(text));
  fc.assert(
    fc.property(fc.string(), inside, (before, content) => {
      expect(lastBoxed(`${before} \\boxed{${content}}`)).toBe(content);
    }),
  );
});
