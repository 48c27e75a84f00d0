import { signal } from '@preact/signals';
import { createParser } from 'eventsource-parser';
import type { LiveEvent, RunLine } from '../../src/server/api.ts';
import { ApiProblem, ask } from './api.ts';

/** All runs, by id, as they are now. Undefined until the server has said so. */
export const runLines = signal<ReadonlyMap<string, RunLine> | undefined>(undefined);

/** `lost`: the server does not answer, and is tried again · `refused`: the token is not of this start. */
export const connection = signal<'connecting' | 'open' | 'lost' | 'refused'>('connecting');

/** First wait before trying again, and the longest one. */
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [500, 5000];

/** Listens to what changes, for as long as the page is open. */
export async function listen(): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      const response = await ask('/events');
      connection.value = 'open';
      waitMs = FIRST_WAIT_MS;
      await read(response.body!);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        connection.value = 'refused';
        return;
      }
    }
    connection.value = 'lost';
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

async function read(body: ReadableStream<Uint8Array>): Promise<void> {
  const told = new Map<string, RunLine>();
  let waiting = false;
  // Many events come at once: they are shown together.
  const show = () => {
    waiting = false;
    runLines.value = new Map(told);
  };
  const parser = createParser({
    onEvent({ data }) {
      const change = JSON.parse(data) as LiveEvent;
      if (change.type === 'ready') return show();
      if (change.type === 'run') told.set(change.line.id, change.line);
      else told.delete(change.id);
      if (!waiting && runLines.value !== undefined) requestAnimationFrame(show);
      waiting = true;
    },
  });
  const decoder = new TextDecoder();
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}
