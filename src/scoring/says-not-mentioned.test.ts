import { expect, test } from 'vitest';
import { saysNotMentioned } from './index.ts';

test.each([
  'The statement does not provide any projections.',
  "It isn't mentioned in the text.",
  'There is no information on this.',
  'Not specified.',
  'The price is unknown',
  '文中未提及价格。',
])('%j says that it is not in the text', (answer) => {
  expect(saysNotMentioned(answer)).toBe(true);
});

test.each(['$1,204.', 'Notes of 2019 provide for it.', 'The rate was 4 %. It rose in May.', '', `${'x '.repeat(400)}not mentioned`])(
  '%j does not',
  (answer) => {
    expect(saysNotMentioned(answer)).toBe(false);
  },
);
