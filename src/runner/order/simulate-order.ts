import type { Outcome, Sample } from '../../core/index.ts';
import type { Schedule } from '../schedule.ts';
import { promptTrie, type PromptPath, type PromptTrie } from './prompt-blocks.ts';

/** The provider and the limits that an order is tried against. */
export interface SimulatedServer {
  /** Requests at once. */
  readonly concurrency: number;
  /** Tokens that the prefix cache holds, those used last. */
  readonly cacheTokens: number;
  /** Time that a prompt token takes which is not cached. */
  readonly msPerPromptToken: number;
  /** Time of a request beside its prompt: the way there and back, and the answer. */
  readonly msPerRequest: number;
}

/** What an order costs. */
export interface SimulatedOrder {
  readonly cachedTokens: number;
  readonly promptTokens: number;
  readonly wallMs: number;
}

interface Running {
  readonly path: PromptPath;
  readonly endMs: number;
}

/**
 * Plays a schedule against a server with a prefix cache (discrete events). A prompt is served from the cache as it was when the request
 * began; its own blocks can be used by others once its answer is there.
 */
export function simulateOrder(
  samples: readonly Sample[],
  schedule: Schedule,
  { server, trie = promptTrie(samples) }: { readonly server: SimulatedServer; readonly trie?: PromptTrie },
): SimulatedOrder {
  const pathOf = new Map(trie.paths.map((path) => [path.sample.id, path]));
  const cache = createBlockCache(trie, server.cacheTokens);
  const running: Running[] = [];
  let nowMs = 0;
  let cachedTokens = 0;
  for (;;) {
    const sample = running.length < server.concurrency ? schedule.next() : undefined;
    if (sample) {
      const path = pathOf.get(sample.id)!;
      const hits = cache.hits(path) * path.tokensPerBlock;
      cachedTokens += hits;
      const endMs = nowMs + server.msPerRequest + (sample.promptTokens - hits) * server.msPerPromptToken;
      insert(running, { path, endMs });
      continue;
    }
    const done = running.pop();
    if (!done) break;
    nowMs = done.endMs;
    cache.put(done.path);
    schedule.settled(done.path.sample, answered(done.path.sample));
  }
  return {
    cachedTokens: Math.round(cachedTokens),
    promptTokens: samples.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    wallMs: nowMs,
  };
}

/** Latest end first, so that the next to end is popped. */
function insert(running: Running[], item: Running): void {
  const at = running.findIndex(({ endMs }) => endMs <= item.endMs);
  running.splice(at < 0 ? running.length : at, 0, item);
}

/** The blocks used last. */
function createBlockCache({ paths, uses }: PromptTrie, cacheTokens: number) {
  const tokensPerBlock = paths.length === 0 ? 1 : paths.reduce((sum, path) => sum + path.tokensPerBlock, 0) / paths.length;
  const most = Math.min(uses.length, Math.floor(cacheTokens / tokensPerBlock));
  const blocks = new Set<number>();
  return {
    hits: ({ blocks: path }: PromptPath): number => {
      const miss = path.findIndex((block) => !blocks.has(block));
      return miss < 0 ? path.length : miss;
    },
    put(path: PromptPath): void {
      for (const block of path.blocks) {
        blocks.delete(block);
        blocks.add(block);
      }
      for (const oldest of blocks) {
        if (blocks.size <= most) break;
        blocks.delete(oldest);
      }
    },
  };
}

/** Stands for any answer: the schedule wants to know that there was one. */
function answered({ id }: Sample): Outcome {
  const call = { text: '', finish: 'stop', usage: {}, latencyMs: 0 } as const;
  return {
    sampleId: id,
    result: { status: 'skipped', reason: 'simulated', detail: '' },
    calls: [call],
    attempts: 1,
    cached: false,
    recordedAt: '',
  };
}
