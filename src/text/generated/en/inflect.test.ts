import { expect, test } from 'vitest';
import { capitalised, gerund, past, plural, thirdPerson, withArticle } from './inflect.ts';
import { englishTrades } from './trades.ts';

test('inflects the first word of a verb phrase', () => {
  expect(['weigh the clay', 'trim the foot', 'dye it', 'carry it', 'draw the fire', 'quarry the stone'].map(past)).toEqual([
    'weighed the clay',
    'trimmed the foot',
    'dyed it',
    'carried it',
    'drew the fire',
    'quarried the stone',
  ]);
  expect(['shave the staves', 'dye it', 'cut the blanks', 'tie the corks', 'hinge it'].map(gerund)).toEqual([
    'shaving the staves',
    'dyeing it',
    'cutting the blanks',
    'tying the corks',
    'hingeing it',
  ]);
  expect(['press it', 'dry it', 'lay it'].map(thirdPerson)).toEqual(['presses it', 'dries it', 'lays it']);
});

test('makes plurals of the head noun', () => {
  expect(['wheel of cheese', 'rye loaf', 'awl', 'paint box', 'draw knife', 'hand ferry'].map(plural)).toEqual([
    'wheels of cheese',
    'rye loaves',
    'awls',
    'paint boxes',
    'draw knives',
    'hand ferries',
  ]);
});

test('chooses the article by sound and capitalises behind a quotation mark', () => {
  expect(['oven', 'hour', 'unusual cup', 'useful cup', 'one', 'jug'].map(withArticle)).toEqual([
    'an oven',
    'an hour',
    'an unusual cup',
    'a useful cup',
    'a one',
    'a jug',
  ]);
  expect(capitalised('"here," he said')).toBe('"Here," he said');
});

test('every trade is whole: seven lists, ten goods, ten acts in order', () => {
  const sizes = englishTrades().map((t) => [t.goods.length, t.acts.length, t.flaws.length >= 6, t.marks.length, t.parts.length]);
  expect(sizes).toEqual(englishTrades().map(() => [10, 10, true, 4, 5]));
  expect(new Set(englishTrades().map((trade) => trade.worker)).size).toBe(englishTrades().length);
});
