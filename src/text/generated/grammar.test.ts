import { expect, test } from 'vitest';
import { seededRandom } from '../../core/index.ts';
import { compileGrammar, type Draws } from './grammar.ts';

const noSlots = { slots: {}, filters: {} };
const scene = (alternatives: number): Draws => ({ random: seededRandom(1, 'test'), used: new Uint8Array(alternatives) });

test('writes rules, slots, filters and nested choices', () => {
  const grammar = compileGrammar<Draws>({
    rules: { open: '{loud:animal} [is [here]|is here], {who}.', animal: 'ox' },
    slots: { who: (_, expand) => `said the ${expand('animal', scene(2))}` },
    filters: { loud: (text) => text.toUpperCase() },
  });
  expect(grammar.expand('open', scene(grammar.alternatives))).toBe('OX is here, said the ox.');
});

test('spends every alternative before it repeats one', () => {
  const grammar = compileGrammar<Draws>({ rules: { letter: 'a\nb\n\nc\nd' }, ...noSlots });
  const one = scene(grammar.alternatives);
  const drawn = Array.from({ length: 4 }, () => grammar.expand('letter', one));
  expect(drawn.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect('abcd').toContain(grammar.expand('letter', one));
});

test('refuses unknown names and unbalanced brackets when it compiles', () => {
  const compile = (text: string) => () => compileGrammar<Draws>({ rules: { open: text }, ...noSlots });
  expect(compile('{nobody}')).toThrow('no rule or slot named nobody');
  expect(compile('{a:open}')).toThrow('no filter named a');
  expect(compile('[this|that')).toThrow('"[" without "]"');
  expect(compile('{open')).toThrow('"{" without "}"');
  expect(compile('this]')).toThrow('stray "]" at 4');
  expect(compile('  ')).toThrow('at least one template');
});
