import { expect, it } from 'vitest';
import { splitThinking } from './split-thinking.ts';

it.each([
  ['plain', { text: 'plain' }],
  ['', { text: '' }],
  ['<think>why</think>\n\nBecause.', { text: 'Because.', reasoning: 'why' }],
  ['\n <think>\nwhy\n</think>Because.', { text: 'Because.', reasoning: 'why' }],
  ['<think></think>Because.', { text: 'Because.' }],
  ['<think>cut off', { text: '', reasoning: 'cut off' }],
  ['Say <think>x</think>', { text: 'Say <think>x</think>' }],
  ['<think>a</think>b<think>c</think>', { text: 'b<think>c</think>', reasoning: 'a' }],
  ['<thinking>a</thinking>', { text: '<thinking>a</thinking>' }],
])('%j', (answer, expected) => {
  expect(splitThinking(answer)).toEqual(expected);
});
