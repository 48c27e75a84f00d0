import { expect, test } from 'vitest';
import { choiceLetters, cleanCodeOutput, codeOutputWindow, examMatch, goldLetters, gsmNumber, truthPair } from '../index.ts';

test('choiceLetters, one right letter: the first A–D anywhere, quirks included', () => {
  const read = (answer: string) => choiceLetters(answer, 'one');
  expect(['B', '(C) the lamp', 'According to it, B', 'But D', 'no letter here', ' \n', 'BC'].map(read)).toEqual([
    'B',
    'C',
    'A',
    'B',
    'A',
    'None',
    'BC',
  ]);
});

test('choiceLetters, several: leading run, then marked capitals, then any run, then A', () => {
  const read = (answer: string) => choiceLetters(answer, 'several');
  expect(read('DCA, all of them')).toBe('ACD');
  expect(read('B. and also D.')).toBe('BD');
  expect(read('The answers are A) and C)')).toBe('AC');
  expect(read('I pick xBDx')).toBe('BD');
  expect(read('I pick C. Question 2: D.')).toBe('C');
  expect(read('none')).toBe('A');
  expect(read('ACB')).toBe('ABC');
  expect(read('BC')).toBe('BC');
});

test('goldLetters reads the first word', () => {
  expect(['(B) A lamp', 'ACD', 'Because', ''].map(goldLetters)).toEqual(['B', 'ACD', 'B', 'A']);
});

test('gsmNumber: after the phrase, else the last word with a digit of the first paragraph; sign, comma and decimals are lost', () => {
  expect(gsmNumber('3 + 4. The answer is $1,234.50 now')).toBe('1234');
  expect(gsmNumber('He has -5 apples, then 7kg left.\n\nOr 9.')).toBe('7');
  expect(gsmNumber('no number')).toBe('');
});

test('code output: published cleaning and window', () => {
  expect(cleanCodeOutput("['a',  'b'] [ [1.0]\n]")).toBe('[a b][[1]]');
  expect(codeOutputWindow('So this is it: the final output will be 6 15 and some more words', '6 15')).toBe(' 6 15 and some');
  expect(codeOutputWindow('It prints 1 2 3 4 5', '5')).toBe('2 3 4 5');
  expect(codeOutputWindow('this', '1')).toBe('th');
});

test('truthPair reads both sides', () => {
  expect(truthPair('True. [fact: It is FALSE]')).toEqual({ loyalty: 'true', fact: 'false' });
  expect(truthPair('maybe')).toEqual({ loyalty: '<error>', fact: '<error>' });
});

test('examMatch: letters with a quarter for a part, numbers, substrings', () => {
  expect([examMatch('AC', 'AC'), examMatch('A', 'AC'), examMatch('B', 'AC'), examMatch('', 'AC')]).toEqual([1, 0.25, 0, 0.25]);
  expect([examMatch('18', '18.0'), examMatch('1_8', '18'), examMatch('19', '18'), examMatch('nan', 'nan')]).toEqual([1, 1, 0, 0]);
  expect([examMatch('It was: the Role of Art.', 'the role of art'), examMatch('art', 'the role')]).toEqual([1, 0]);
  expect(examMatch('abcd', 'abcd')).toBe(1);
});
