import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../core/index.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { createFakeModel, reply } from './fake-run.fixture.ts';
import { requestOnce } from './request-once.ts';

const request = {
  messages: [{ from: 'user' as const, blocks: [{ role: 'question' as const, source: { image: new Uint8Array(), mediaType: '' } }] }],
  output: { maxTokens: 1 },
};

describe('requestOnce', () => {
  it('lets go of the run’s signal and of its timer, however the request ends', async () => {
    const clock = createFakeClock();
    const stop = new AbortController();
    const models = [
      createFakeModel(() => reply('yes')),
      createFakeModel(() => {
        throw new ModelError('server', 'broken');
      }),
      createFakeModel(() => new Promise<never>(() => {})),
    ];
    const ends = [];
    for (const model of models) {
      const [end] = await Promise.allSettled([requestOnce(model, request, { stop: stop.signal, timeoutMs: 50, clock })]);
      ends.push(end.status === 'fulfilled' ? end.value.text : (end.reason as ModelError).kind);
      expect([getEventListeners(stop.signal, 'abort').length, clock.open()]).toEqual([0, 0]);
    }
    expect(ends).toEqual(['yes', 'server', 'timeout']);
  });

  it('says why it ended a request, whatever the model says', async () => {
    const clock = createFakeClock();
    const stubborn = createFakeModel(
      (_id, _nth, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new TypeError('terminated')))),
    );
    const timed = requestOnce(stubborn, request, { stop: new AbortController().signal, timeoutMs: 50, clock });
    await expect(timed).rejects.toMatchObject({ name: 'ModelError', kind: 'timeout' });
    const stop = new AbortController();
    const stopped = requestOnce(stubborn, request, { stop: stop.signal, timeoutMs: undefined, clock });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'ModelError', kind: 'aborted' });
  });

  it('asks nothing when the run was stopped before', async () => {
    const model = createFakeModel(() => reply('yes'));
    const asked = requestOnce(model, request, { stop: AbortSignal.abort(), timeoutMs: undefined, clock: createFakeClock() });
    await expect(asked).rejects.toMatchObject({ kind: 'aborted' });
    expect(model.asked).toEqual([]);
  });
});
