import { expect, test } from 'vitest';
import { follow, readInstructions, turnScore, type BoundInstruction, type Followed } from './index.ts';
import { looseVariants } from './loose-variants.ts';
import type { VerifierTools } from './verifier.ts';

const tools: VerifierTools = { detect: () => 'en', mode: 'official' };

function bound(ids: unknown, kwargs: unknown): readonly BoundInstruction[] {
  const read = readInstructions({ ids, kwargs });
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

test('loose scoring looks at eight forms, blank ones left out', () => {
  expect(looseVariants('*Sure:*\nbody\nBye *')).toEqual([
    '*Sure:*\nbody\nBye *',
    'body\nBye *',
    '*Sure:*\nbody',
    'body',
    'Sure:\nbody\nBye ',
    'body\nBye ',
    'Sure:\nbody',
    'body',
  ]);
  expect(looseVariants('*')).toEqual(['*']);
  expect(looseVariants(' \n')).toEqual([]);
});

test('arguments are JSON in JSON, or values already, with unused ones null', () => {
  const ids = '["punctuation:no_comma", "startend:end_checker"]';
  const kwargs = JSON.stringify(['{}', JSON.stringify({ end_phrase: 'Done.', num_words: null })]);
  expect(bound(ids, kwargs).map(({ id }) => id)).toEqual(['punctuation:no_comma', 'startend:end_checker']);
  expect(follow('All good, done.', bound(ids, kwargs), tools)).toEqual({ strict: [false, true], loose: [false, true] });
  expect(follow('done.', bound(JSON.parse(ids), [null, { end_phrase: 'Done.' }]), tools).strict).toEqual([true, true]);
});

test.each([
  ['no list', { ids: 'None', kwargs: '[]' }, 'the instruction ids are no JSON list of strings'],
  ['numbers for ids', { ids: [1], kwargs: [{}] }, 'the instruction ids are no JSON list of strings'],
  ['no kwargs', { ids: '[]', kwargs: '' }, 'the kwargs are no JSON list'],
  ['another number of kwargs', { ids: '["startend:quotation"]', kwargs: '[]' }, '1 instructions, but 0 kwargs'],
  ['an unknown id', { ids: '["constructor"]', kwargs: '["{}"]' }, 'no verifier for the instruction "constructor"'],
  ['kwargs that are text', { ids: '["startend:end_checker"]', kwargs: '["end_phrase"]' }, 'startend:end_checker: at kwargs: '],
])('%s: told, not thrown', (_, columns, problem) => {
  expect(readInstructions(columns)).toEqual({ problem: expect.stringContaining(problem) });
});

test('a preamble is forgiven loosely, not strictly', () => {
  const instructions = bound(['startend:quotation', 'detectable_format:json_format'], [{}, {}]);
  expect(follow('Here you are:\n"so"', instructions, tools)).toEqual({ strict: [false, false], loose: [true, true] });
});

test('a blank response follows nothing, not even no_comma', () => {
  expect(follow(' \n', bound(['punctuation:no_comma'], [{}]), tools)).toEqual({ strict: [false], loose: [false] });
});

const all: Followed = { strict: [true], loose: [true] };
const half: Followed = { strict: [false, true, false], loose: [true, true, false] };

test('a turn: rows, instructions, and the mean of the four', () => {
  const { interval, ...score } = turnScore([all, half], { resamples: 500 });
  expect(score).toEqual({
    rows: 2,
    instructions: 4,
    promptStrict: 1 / 2,
    promptLoose: 1 / 2,
    instructionStrict: 2 / 4,
    instructionLoose: 3 / 4,
    average: (1 / 2 + 1 / 2 + 2 / 4 + 3 / 4) / 4,
  });
  // Resamples are: twice the first row, twice the second, or one of each.
  expect(interval).toEqual({ low: (0 + 0 + 1 / 3 + 2 / 3) / 4, high: 1 });
});

test('the interval does not depend on the order of the rows, and is the same every time', () => {
  const rows = [all, half, all, half, half, all, all];
  expect(turnScore(rows.toReversed(), { resamples: 200 })).toEqual(turnScore(rows, { resamples: 200 }));
});

test('no rows, no numbers', () => {
  expect(turnScore([])).toEqual({
    rows: 0,
    instructions: 0,
    promptStrict: null,
    promptLoose: null,
    instructionStrict: null,
    instructionLoose: null,
    average: null,
    interval: { low: null, high: null },
  });
});
