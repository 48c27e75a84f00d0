import { expect, it } from 'vitest';
import type { Block, Sample } from '../core/index.ts';
import { documentCut, sumCuts } from './document-cuts.ts';

const sample = (blocks: readonly Block[], { promptTokens = 100, droppedTokens = 0 } = {}): Sample => ({
  id: 'a',
  task: 'demo/read',
  taskVersion: 1,
  target: '',
  cell: {},
  promptTokens,
  ask: {
    kind: 'generate',
    steps: [{ messages: [{ from: 'user', blocks }], output: { maxTokens: 5 } }],
    fit: { policy: 'truncate', keep: 'middle', on: 'prompt', tokenizer: 'words', droppedTokens },
  },
});
const context = (bytes: number): Block => ({ role: 'context', pieces: [{ doc: 'd', from: 0, to: bytes }] });
const question: Block = { role: 'question', pieces: [{ text: 'x'.repeat(100) }] };

it('counts what is left of a document by its share of the bytes, and says when it is as good as gone', () => {
  expect(documentCut(sample([context(300), question]))).toEqual({ droppedTokens: 0, keptTokens: 75, isGone: false });
  expect(documentCut(sample([context(300), question], { droppedTokens: 600 }))).toEqual({
    droppedTokens: 600,
    keptTokens: 75,
    isGone: false,
  });
  expect(documentCut(sample([context(300), question], { droppedTokens: 700 }))).toMatchObject({ isGone: true });
  expect(documentCut(sample([question], { droppedTokens: 1 }))).toEqual({ droppedTokens: 1, keptTokens: 0, isGone: true });
  expect(documentCut(sample([question]))).toMatchObject({ isGone: false });
});

it('leaves out prompts that are never cut', () => {
  const asIs: Sample = { ...sample([question]), ask: { kind: 'generate', steps: [], fit: { policy: 'as-is', tokenizer: 'words' } } };
  expect([documentCut(asIs), documentCut({ id: 'b', task: 't', cell: {}, skipped: { reason: 'r', detail: '' } })]).toEqual([
    undefined,
    undefined,
  ]);
  expect(sumCuts([])).toBeUndefined();
});

it('adds up', () => {
  const cuts = [0, 700, 100].map((droppedTokens) => documentCut(sample([context(300), question], { droppedTokens }))!);
  expect(sumCuts(cuts)).toEqual({ prompts: 3, cut: 2, gone: 1, droppedTokens: 800, droppedShare: 800 / 1025 });
});
