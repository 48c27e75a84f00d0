import { expect, test } from 'vitest';
import { chainProgress } from './index.ts';

const question = { path: ['Dora', 'Carl', 'Bea', 'Ann', "Al O'Hara"], people: ['Dora', 'Carl', 'Bea', 'Ann', "Al O'Hara", 'Zed'] };
const box = (name: string) => `Hence \\boxed{${name}}`;

test('a person on the way tells how far the answer got', () => {
  expect(chainProgress(box('Bea'), question)).toEqual({ progress: 0.5, errorClass: 'under-thinking', why: 'stopped at link 2 of 4' });
  expect(chainProgress(box('Dora'), question).progress).toBe(0);
});

test('each failure has its class', () => {
  const classOf = (answer: string, more = {}) => chainProgress(answer, { ...question, ...more }).errorClass;
  expect(classOf(box('Zed'))).toBe('off-chain-name');
  expect(classOf(box('Nobody Known'))).toBe('hallucination');
  expect(classOf('It is Ann.')).toBe('no-box');
  expect(classOf(box(' '))).toBe('no-box');
  expect(classOf('and Ann is his mother '.repeat(20))).toBe('repetition');
  expect(classOf(box('7'), { numeric: true })).toBe('wrong-number');
  expect(classOf(box('unknown'), { unknown: { word: 'unknown', right: false } })).toBe('under-thinking');
  expect(classOf(box('Ann'), { unknown: { word: 'unknown', right: true } })).toBe('unanswerable-missed');
  expect(chainProgress('It is', question, { cut: true }).errorClass).toBe('cut-off');
});

test('a hostile answer is quoted short', () => {
  const { why } = chainProgress(box('é'.repeat(1_000_000)), question);
  expect(why.length).toBeLessThan(120);
});
