import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costUsd, mostUsd, scaledPrices } from '../../core/index.ts';
import { listPrices, loadPriceFile } from './index.ts';

function file(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'fathom-prices-')), 'prices.json');
  writeFileSync(path, content);
  return path;
}

describe('prices', () => {
  it('are found for a model and its dated versions, not for its relatives', () => {
    expect(listPrices('openai/gpt-5-2025-08-07')).toEqual(listPrices('openai/gpt-5'));
    expect(listPrices('openai/gpt-5-mini')).not.toEqual(listPrices('openai/gpt-5'));
    expect(listPrices('openai/gpt-5-turbo')).toBeUndefined();
    expect(listPrices('http://localhost:8000/v1#gpt-5')).toBeUndefined();
  });

  it('charge long prompts more where the provider does, and cached tokens less', () => {
    const prices = listPrices('google/gemini-2.5-pro')!;
    expect(costUsd({ inputTokens: 200_000 }, prices)).toBeCloseTo(0.25);
    expect(costUsd({ inputTokens: 400_000, cachedTokens: 200_000, outputTokens: 1000 }, prices)).toBeCloseTo(0.5 + 0.05 + 0.015);
  });

  it('count what Anthropic writes to its cache, and bound a prompt by it', () => {
    const prices = listPrices('anthropic/claude-sonnet-4-5')!;
    expect(costUsd({ inputTokens: 1e5, cachedTokens: 2e4, cacheWriteTokens: 5e4 }, prices)).toBeCloseTo(
      0.03 * 3 + 0.02 * 0.3 + 0.05 * 3.75,
    );
    expect(mostUsd({ inputTokens: 1e5, outputTokens: 1000 }, prices)).toBeCloseTo(0.375 + 0.015);
    expect(mostUsd({ inputTokens: 3e5 }, prices)).toBeCloseTo(0.3 * 7.5);
    expect(mostUsd({ inputTokens: 1e5 }, listPrices('openai/gpt-5')!)).toBeCloseTo(0.125);
    const own = loadPriceFile(file('{"models":{"anthropic/a":{"input":4,"output":1},"x/b":{"input":4,"output":1,"cacheWrite":8}}}'));
    expect([own.prices('anthropic/a'), own.prices('x/b')].map((each) => each?.cacheWriteUsdPerMTok)).toEqual([5, 8]);
    expect(scaledPrices(prices, 0.5)).toMatchObject({ cacheWriteUsdPerMTok: 1.875, long: { cacheWriteUsdPerMTok: 3.75 } });
  });

  it('come from a file of the user’s own, whose names stand for their dated versions; a byte order mark is passed over', () => {
    const own = loadPriceFile(file('\ufeff{"models":{"openai/gpt-5":{"input":1,"output":2},"*":{"input":9,"output":9}}}'));
    expect(own.prices('openai/gpt-5-2025-08-07')).toEqual({ inputUsdPerMTok: 1, outputUsdPerMTok: 2 });
    expect(own.prices('openai/gpt-5-mini')).toEqual({ inputUsdPerMTok: 9, outputUsdPerMTok: 9 });
  });

  it('come from a file of the user’s own, with one for all others', () => {
    const own = loadPriceFile(
      file('{"asOf":"2026-01-31","models":{"a/b":{"input":1,"output":2},"*":{"input":0,"output":0,"cachedInput":0}}}'),
    );
    expect(own.asOf).toBe('2026-01-31');
    expect(own.prices('a/b')).toEqual({ inputUsdPerMTok: 1, outputUsdPerMTok: 2 });
    expect(own.prices('constructor')).toEqual({ inputUsdPerMTok: 0, outputUsdPerMTok: 0, cachedInputUsdPerMTok: 0 });
  });

  it.each(['', '[]', '{"models":{"a":{"input":-1,"output":1}}}', '{"models":{"a":{"input":"1","output":1}}}'])(
    'of %j are refused',
    (content) => {
      expect(() => loadPriceFile(file(content))).toThrow(/price file .*prices\.json/);
    },
  );
});
