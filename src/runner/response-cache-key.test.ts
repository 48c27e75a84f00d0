import { describe, expect, it } from 'vitest';
import { responseCacheKey, type CacheKeyParts } from './response-cache-key.ts';

const parts: CacheKeyParts = {
  model: { id: 'm' },
  strategy: { id: 'direct', version: 1 },
  modelOptions: { effort: 'low', top: 1 },
  outputs: [{ maxTokens: 5, temperature: 0 }],
  promptDigest: 'd',
  sampleId: 's/0',
};

describe('responseCacheKey', () => {
  it('does not depend on the order in which options were given', () => {
    const turned = { ...parts, modelOptions: { top: 1, effort: 'low' }, outputs: [{ temperature: 0, maxTokens: 5 }] };
    expect(responseCacheKey(turned)).toBe(responseCacheKey(parts));
    expect(responseCacheKey(parts)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with every part', () => {
    const others: readonly CacheKeyParts[] = [
      parts,
      { ...parts, model: { id: 'n' } },
      { ...parts, strategy: { id: 'rag', version: 1 } },
      { ...parts, strategy: { id: 'direct', version: 2 } },
      { ...parts, modelOptions: { effort: 'high', top: 1 } },
      { ...parts, outputs: [{ maxTokens: 6, temperature: 0 }] },
      { ...parts, outputs: [...parts.outputs, ...parts.outputs] },
      { ...parts, promptDigest: 'e' },
      { ...parts, sampleId: 's/1' },
    ];
    expect(new Set(others.map(responseCacheKey)).size).toBe(others.length);
  });
});
