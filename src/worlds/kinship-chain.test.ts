import { describe, expect, test } from 'vitest';
import { PythonRandom } from '../core/index.ts';
import { drawKinshipChain } from './index.ts';

const names = Array.from({ length: 1000 }, (_, i) => `P${String(i).padStart(3, '0')}`);
const terms = Array.from({ length: 10 }, (_, i) => ({ word: `t${i}`, generations: i < 4 ? 1 : 2 }));
const draw = (seed: number, edges: number, templates: number) =>
  drawKinshipChain(new PythonRandom(seed), { names, people: edges + 1, templates, terms });
const told = (seed: number, edges: number, templates = 7) => {
  const chain = draw(seed, edges, templates);
  return [
    chain.names.map((name) => name.slice(1)).join(' '),
    chain.edges.map(({ edge, template, term }) => `${edge},${template},${term}`).join(' '),
    chain.generations,
  ];
};

// Golden vectors: computed with CPython 3 over the published generator's order of draws.
describe('draws as the published generator does', () => {
  test.each([
    { seed: 1, n: 2, people: '137 582 867', edges: '0,6,1 1,2,1', total: 2 },
    { seed: 1, n: 4, people: '137 582 867 821 782', edges: '2,6,7 3,3,6 0,0,4 1,0,7', total: 8 },
    { seed: 10001, n: 4, people: '364 064 844 889 122', edges: '3,1,1 1,3,1 0,3,9 2,4,4', total: 6 },
    { seed: 20001, n: 4, people: '328 335 447 579 510', edges: '0,0,9 3,4,4 1,4,7 2,4,5', total: 8 },
    { seed: 30001, n: 4, people: '840 637 576 661 293', edges: '2,5,4 0,2,2 1,3,9 3,2,3', total: 6 },
    { seed: 1, n: 4, people: '137 582 867 821 782', edges: '2,3,7 3,5,6 0,0,4 1,0,7', total: 8, templates: 6 },
  ])('ATC %j', ({ seed, n, people, edges, total, templates }) => {
    expect(told(seed, n, templates)).toEqual([people, edges, total]);
  });

  test.each([
    [0, '864 394 776 911', '0,3,0 2,3,6 1,2,8'],
    [1, '137 582 867 821', '0,6,1 2,3,7 1,2,1'],
    [2, '978 883 970 869', '0,0,1 1,0,5 2,6,2'],
  ])('M-RS repeat %i, 3 needles', (seed, people, edgeText) => {
    expect(told(seed, 3).slice(0, 2)).toEqual([people, edgeText]);
  });

  test('ATC seed 1, N=512', () => {
    const chain = draw(1, 512, 7);
    expect([chain.names[0], chain.names.at(-1), chain.edges[0], chain.edges.at(-1), chain.generations]).toEqual([
      'P137',
      'P774',
      { edge: 436, template: 6, term: 0 },
      { edge: 432, template: 0, term: 4 },
      824,
    ]);
  });
});

test('an ordered chain tells from the eldest on', () => {
  const chain = drawKinshipChain(new PythonRandom(3), { names, people: 6, templates: 7, terms, order: 'ordered' });
  expect(chain.edges.map(({ edge }) => edge)).toEqual([0, 1, 2, 3, 4]);
});
