import { describe, expect, it } from 'vitest';
import type { Outcome } from '../core/index.ts';
import { fakeSample, reply } from './fake-run.fixture.ts';
import { createTruncationAlarm, type AlarmContext } from './truncation-alarm.ts';

const sample = fakeSample('s', { promptTokens: 1000 });
const same: AlarmContext = { strategy: 'direct', tokenizer: 'characters' };

function outcome(...inputTokens: readonly (number | undefined)[]): Outcome {
  const calls = inputTokens.map((tokens) => reply('yes', { usage: tokens === undefined ? {} : { inputTokens: tokens } }));
  const result = { status: 'ok', score: { value: 1, mode: 'own', metric: 'exact' } } as const;
  return { sampleId: 's', result, calls, attempts: 1, cached: false, recordedAt: '' };
}

describe('the alarm during a run', () => {
  it('gives the count of a prompt that looks cut', () => {
    const alarm = createTruncationAlarm(same);
    expect([alarm.saw(sample, outcome(980)), alarm.saw(sample, outcome(979)), alarm.suspected()]).toEqual([undefined, 979, 1]);
  });

  it('learns from what it saw, and counts anew what it passed over', () => {
    const alarm = createTruncationAlarm({ strategy: 'direct' });
    const seen = [5000, 5500, 6000].map((promptTokens) => alarm.saw({ ...sample, promptTokens }, outcome(4096)));
    expect([seen, alarm.suspected()]).toEqual([[undefined, 4096, 4096], 3]);
  });

  it('stays silent where it cannot know', () => {
    const silent = [
      createTruncationAlarm(same).saw(sample, outcome(undefined)),
      createTruncationAlarm(same).saw(sample, outcome()),
      createTruncationAlarm(same).saw(sample, outcome(5, 5)),
      createTruncationAlarm({ ...same, strategy: 'retrieval' }).saw(sample, outcome(5)),
    ];
    expect(silent).toEqual([undefined, undefined, undefined, undefined]);
  });
});
