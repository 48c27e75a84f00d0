import { describe, expect, it } from 'vitest';
import type { Outcome } from '../core/index.ts';
import { fakeSample, reply } from './fake-run.fixture.ts';
import { suspectTruncation, type AlarmContext } from './truncation-alarm.ts';

const sample = fakeSample('s', { promptTokens: 1000 });
const same: AlarmContext = { strategy: 'direct', tokenizer: 'characters' };

function outcome(...inputTokens: readonly (number | undefined)[]): Outcome {
  const calls = inputTokens.map((tokens) => reply('yes', { usage: tokens === undefined ? {} : { inputTokens: tokens } }));
  const result = { status: 'ok', score: { value: 1, mode: 'own', metric: 'exact' } } as const;
  return { sampleId: 's', result, calls, attempts: 1, cached: false, recordedAt: '' };
}

describe('suspectTruncation', () => {
  it.each([
    ['the same tokenizer', same, 980, 979],
    ['another tokenizer', { strategy: 'direct', tokenizer: 'words' }, 900, 899],
    ['an unknown tokenizer', { strategy: 'direct' }, 900, 899],
  ] as const)('by %s', (_, context, enough, tooFew) => {
    expect([suspectTruncation(sample, outcome(enough), context), suspectTruncation(sample, outcome(tooFew), context)]).toEqual([
      undefined,
      tooFew,
    ]);
  });

  it('stays silent where it cannot know', () => {
    const silent = [
      suspectTruncation(sample, outcome(undefined), same),
      suspectTruncation(sample, outcome(), same),
      suspectTruncation(sample, outcome(5, 5), same),
      suspectTruncation(sample, outcome(5), { ...same, strategy: 'retrieval' }),
    ];
    expect(silent).toEqual([undefined, undefined, undefined, undefined]);
  });
});
