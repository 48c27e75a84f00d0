import { describe, expect, it } from 'vitest';
import type { Ask, Block, Documents, Sample } from '../../core/index.ts';
import { fakeSample } from '../fake-run.fixture.ts';
import { cacheBreaks, withCacheBreaks } from './index.ts';

/** Two-byte characters, so that a cut at an odd byte would break one. */
const BOOK = Buffer.from('é'.repeat(200_000));
const documents: Documents = { bytes: () => BOOK };

function prompt(id: string, { atBytes, lengthBytes, book = 'book' }: { atBytes: number; lengthBytes: number; book?: string }): Sample {
  const blocks: Block[] = [
    { role: 'instruction', pieces: [{ text: 'x' }] },
    { role: 'context', pieces: [{ doc: book, from: 0, to: atBytes }] },
    { role: 'evidence', pieces: [{ text: `needle ${id}` }] },
    { role: 'context', pieces: [{ doc: book, from: atBytes, to: lengthBytes }], cacheBreak: true },
  ];
  const messages = [{ from: 'user' as const, blocks }];
  return fakeSample(id, {
    promptTokens: lengthBytes / 4,
    ask: { kind: 'generate', steps: [{ messages, output: { maxTokens: 10 } }], fit: { policy: 'exact', tokenizer: 'characters' } },
  });
}

function blocksOf(ask: Ask): readonly Block[] {
  return ask.kind === 'generate' ? ask.steps[0]!.messages[0]!.blocks : [];
}

function textOf(ask: Ask): string {
  const pieces = blocksOf(ask).flatMap((block) => block.pieces);
  return pieces
    .map((piece) => ('doc' in piece ? BOOK.subarray(piece.from, piece.to).toString() : 'text' in piece ? piece.text : ''))
    .join('');
}

const DEPTHS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const GRID = DEPTHS.map((depth) => prompt(`d${depth}`, { atBytes: depth * 4000, lengthBytes: 400_000 }));

describe('cache breaks', () => {
  it('stand at four places that all prompts share, and a prompt marks those before its needle', () => {
    const breaks = cacheBreaks(GRID, 4);
    const leader = breaks.get('d100')!;
    expect(leader).toHaveLength(4);
    for (const [i, sample] of GRID.entries()) {
      const own = breaks.get(sample.id)!;
      expect(own).toEqual(leader.slice(0, own.length));
      expect(own.every((at) => at <= DEPTHS[i]! * 4000 + 1)).toBe(true);
    }
    const readable = GRID.slice(0, -1).reduce((sum, { id }) => sum + (breaks.get(id)!.at(-1) ?? 0), 0);
    const shared = DEPTHS.slice(0, -1).reduce((sum, depth) => sum + depth * 4000, 0);
    expect(readable / shared).toBeGreaterThan(0.75);
  });

  it('change no text, cut no character, and leave marks nowhere else', () => {
    const breaks = cacheBreaks(GRID, 4);
    for (const { id, ask } of GRID) {
      const marked = withCacheBreaks(ask, breaks.get(id)!, documents);
      expect(textOf(marked) === textOf(ask)).toBe(true);
      expect(blocksOf(marked).filter(({ cacheBreak }) => cacheBreak)).toHaveLength(breaks.get(id)!.length);
      const cuts = blocksOf(marked).flatMap(({ pieces }) => pieces.map((piece) => ('doc' in piece ? piece.from % 2 : 0)));
      expect(cuts.every((odd) => odd === 0)).toBe(true);
    }
  });

  it('are left out where nothing is shared: writing a cache that nobody reads costs money', () => {
    const lonely = ['a', 'b'].map((book) => prompt(book, { atBytes: 4000, lengthBytes: 100_000, book }));
    const breaks = cacheBreaks(lonely, 4);
    for (const { id, ask } of lonely)
      expect(blocksOf(withCacheBreaks(ask, breaks.get(id)!, documents)).some((b) => b.cacheBreak)).toBe(false);
  });
});
