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

/** What pages of this server in one browser tell each other. */
type Shared =
  | { readonly kind: 'hello' }
  | { readonly kind: 'runs'; readonly lines: readonly RunLine[] }
  | { readonly kind: 'connection'; readonly state: (typeof connection)['value'] };

const channel = new BroadcastChannel('fathom-live');
let leads = false;

/**
 * Listens to what changes, for as long as the page is open. Of all pages of this server one holds the stream and tells the others: a browser has six
 * connections for a server, and pages that each held one would leave none. When that page closes, the next one takes over.
 */
export async function listen(): Promise<void> {
  channel.addEventListener('message', ({ data }: MessageEvent<Shared>) => hear(data));
  tell({ kind: 'hello' });
  await navigator.locks.request('fathom-live', lead);
}

function hear(said: Shared): void {
  if (said.kind === 'hello') return leads ? tellAll() : undefined;
  if (leads) return;
  if (said.kind === 'runs') runLines.value = new Map(said.lines.map((line) => [line.id, line]));
  else connection.value = said.state;
}

function tellAll(): void {
  tell({ kind: 'connection', state: connection.value });
  if (runLines.value !== undefined) tell({ kind: 'runs', lines: [...runLines.value.values()] });
}

// A channel of pages of one origin has no target to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (what: Shared): void => channel.postMessage(what);

function connected(state: (typeof connection)['value']): void {
  connection.value = state;
  tell({ kind: 'connection', state });
}

/** Holds the stream and opens it again, until the server refuses the token. */
async function lead(): Promise<void> {
  leads = true;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      const response = await ask('/events');
      connected('open');
      waitMs = FIRST_WAIT_MS;
      await read(response.body!);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) break;
    }
    connected('lost');
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  leads = false;
  connection.value = 'refused';
}

async function read(body: ReadableStream<Uint8Array>): Promise<void> {
  const told = new Map<string, RunLine>();
  let waiting = false;
  // Many events come at once: they are shown together. By a timer, as nothing is drawn on a hidden page, and others may wait for what it hears.
  const show = () => {
    waiting = false;
    runLines.value = new Map(told);
    tell({ kind: 'runs', lines: [...told.values()] });
  };
  const parser = createParser({
    onEvent({ data }) {
      const change = JSON.parse(data) as LiveEvent;
      if (change.type === 'ready') return show();
      if (change.type === 'run') told.set(change.line.id, change.line);
      else told.delete(change.id);
      if (!waiting && runLines.value !== undefined) setTimeout(show);
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
