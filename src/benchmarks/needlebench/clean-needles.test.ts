import { expect, test } from 'vitest';
import { seededRandom } from '../../core/index.ts';
import { corpusOf } from '../../text/index.ts';
import { drawCleanNeedles } from './clean-needles.ts';
import type { NeedleRow } from './needle-row.ts';

const corpus = corpusOf(['A long walk by the sea, with a Golden Cup.'], { language: 'en', origin: {} });
const row = (key: string, value: string, more: Partial<NeedleRow> = {}): NeedleRow => ({
  language: 'en',
  needle: `${key} hides ${value}.`,
  question: `What does ${key} hide?`,
  key,
  value,
  ...more,
});

/** Offers the rows in turn, and starts again. */
function drawFrom(rows: readonly NeedleRow[], count: number) {
  let at = 0;
  return drawCleanNeedles(seededRandom(0), { count, draw: () => rows[at++ % rows.length]!, corpus })?.map(
    ({ key, value }) => `${key}=${value}`,
  );
}

test.each([
  ['a keyword in the haystack, in any case', [row('Ka', 'golden cup')]],
  ['a key in the haystack', [row('sea', 'rope')]],
  ['a keyword in its own question', [row('Ka', 'lamp', { question: 'Does Ka hide a Lamp?' })]],
])('%s is refused', (_, rows) => {
  expect(drawFrom(rows, 1)).toBeUndefined();
  expect(drawFrom([...rows, row('Bo', 'salt')], 1)).toEqual(['Bo=salt']);
});

const first = row('Ka', 'lamp');
test.each([
  ['a second needle with the same key', row('Ka', 'rope')],
  ['a keyword inside another keyword', row('Mi', 'lampshade')],
  ['a keyword that holds another', row('Mi', 'am')],
  ['a keyword inside another needle', row('Mi', 'hides')],
  ['a keyword inside another question', row('Mi', 'does')],
  ['a question that gives another away', row('Mi', 'rope', { question: 'Mi has a lamp and?' })],
])('%s is refused', (_, second) => {
  expect(drawFrom([first, second], 2)).toBeUndefined();
  expect(drawFrom([first, second, row('Bo', 'salt')], 2)).toEqual(['Ka=lamp', 'Bo=salt']);
});
