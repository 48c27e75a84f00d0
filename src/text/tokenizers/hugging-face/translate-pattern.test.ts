import { expect, test } from 'vitest';
import { translatePattern } from './translate-pattern.ts';

test.each([
  [String.raw`\s+(?!\S)|\s+`, String.raw`\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+`],
  [String.raw`[^\s\p{L}\d\-\!]`, String.raw`[^\p{White_Space}\p{L}\p{Nd}\x2d!]`],
  ["(?i:'s|'LL)(a|b)", "(?i:'s|'LL)(?:a|b)"],
  [String.raw`.\.\p{Han}{2,3}`, String.raw`[^\n]\.\p{Script=Han}{2,3}`],
])('%s becomes %s', (pattern, source) => {
  expect(translatePattern(pattern)?.source).toBe(source);
});

test.each([
  ['a possessive quantifier', String.raw`\p{L}++`],
  ['a possessive counted repeat', String.raw`\p{N}{1,3}+`],
  ['a lazy counted repeat', 'a{1,3}?'],
  ['an atomic group', '(?>a)'],
  ['a named group', '(?<name>a)'],
  ['anchors, which match at lines', '^a$'],
  ['a nested class', '[a[b]]'],
  ['an intersection of classes', '[a-z&&b]'],
  ['an empty class', '[]'],
  ['a class that does not end', '[a'],
  ['a group that does not end', '(a'],
  ['an unknown property', String.raw`\p{Alphabetic}`],
  ['an unknown escape', String.raw`\h`],
  ['a word boundary', String.raw`\bword`],
  ['a POSIX class', '[[:alpha:]]'],
])('%s has no certain translation', (_, pattern) => {
  expect(translatePattern(pattern)).toBeUndefined();
});
