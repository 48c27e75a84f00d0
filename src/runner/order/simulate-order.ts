import { seededRandom, type Outcome, type Sample } from '../../core/index.ts';
import { createAdaptiveConcurrency } from '../admission/adaptive-concurrency.ts';
import { createMinuteWindow } from '../admission/minute-window.ts';
import { FIXED_WORK_TOKENS, type AdmissionLimits } from '../admission/admission.ts';
import type { Schedule } from '../schedule.ts';
import { promptTrie, type PromptPath, type PromptTrie } from './prompt-blocks.ts';

/** The provider and the limits that an order is tried against. */
export interface SimulatedServer {
  /** As the run's own admission keeps them. */
  readonly limits: AdmissionLimits;
  /** Tokens that the prefix cache holds, those used last. */
  readonly cacheTokens: number;
  /** Time that a prompt token takes which is not cached. */
  readonly msPerPromptToken: number;
  /** Time of a request beside its prompt: the way there and back, and the answer. */
  readonly msPerRequest: number;
  /** Share by which that time is longer or shorter from request to request, as no server answers in lockstep. Default 0. */
  readonly spread?: number;
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
 * began; its own blocks can be used by others once its answer is there. Requests go out by the rules of the run's own admission: the
 * concurrency that grows, the tokens in flight, the limits by the minute.
 */
export function simulateOrder(
  samples: readonly Sample[],
  schedule: Schedule,
  { server, trie = promptTrie(samples) }: { readonly server: SimulatedServer; readonly trie?: PromptTrie },
): SimulatedOrder {
  const pathOf = new Map(trie.paths.map((path) => [path.sample.id, path]));
  const cache = createBlockCache(trie, server.cacheTokens);
  const gate = simulatedGate(server.limits);
  const waiting: PromptPath[] = [];
  const running: Running[] = [];
  let nowMs = 0;
  let cachedTokens = 0;
  for (;;) {
    while (waiting.length + running.length < gate.limit()) {
      const sample = schedule.next();
      if (!sample) break;
      waiting.push(pathOf.get(sample.id)!);
    }
    const pauseMs = waiting[0] ? gate.pauseMs(nowMs, waiting[0].sample) : Infinity;
    if (pauseMs <= 0) {
      const path = waiting.shift()!;
      const hits = cache.hits(path) * path.tokensPerBlock;
      cachedTokens += hits;
      gate.sent(nowMs, path.sample);
      insert(running, {
        path,
        endMs: nowMs + requestMs(server, path.sample) + (path.sample.promptTokens - hits) * server.msPerPromptToken,
      });
      continue;
    }
    const next = running.at(-1);
    if (!next && pauseMs === Infinity) break;
    if (!next || next.endMs > nowMs + pauseMs) {
      nowMs += pauseMs;
      continue;
    }
    running.pop();
    nowMs = next.endMs;
    cache.put(next.path);
    gate.answered(nowMs, next.path.sample);
    schedule.settled(next.path.sample, answered(next.path.sample));
  }
  return {
    cachedTokens: Math.round(cachedTokens),
    promptTokens: samples.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    wallMs: nowMs,
  };
}

/** The same for a sample every time. */
function requestMs({ msPerRequest, spread = 0 }: SimulatedServer, { id }: Sample): number {
  return spread === 0 ? msPerRequest : msPerRequest * (1 + spread * (2 * seededRandom(0, 'latency', id).random() - 1));
}

/** The run's admission (`createAdmission`) on a clock of its own. */
function simulatedGate(limits: AdmissionLimits) {
  const adaptive = createAdaptiveConcurrency({ start: limits.startConcurrency, most: limits.concurrency });
  const requests = createMinuteWindow(limits.requestsPerMinute ?? Infinity);
  const tokens = createMinuteWindow(limits.tokensPerMinute ?? Infinity);
  const out = { requests: 0, tokens: 0 };
  return {
    limit: adaptive.limit,
    /** Time until a request may go out; infinite: when another has ended. */
    pauseMs(nowMs: number, { promptTokens }: Sample): number {
      const isFull = out.requests >= adaptive.limit() || (out.requests > 0 && out.tokens + promptTokens > limits.tokensInFlight);
      return isFull ? Infinity : Math.max(requests.waitMs(nowMs, 1), tokens.waitMs(nowMs, promptTokens));
    },
    sent(nowMs: number, { promptTokens }: Sample): void {
      adaptive.began(nowMs);
      requests.use(nowMs, 1);
      tokens.use(nowMs, promptTokens);
      out.requests += 1;
      out.tokens += promptTokens;
    },
    answered(nowMs: number, { promptTokens }: Sample): void {
      adaptive.answered(nowMs, { work: promptTokens + FIXED_WORK_TOKENS, inFlight: out.requests });
      out.requests -= 1;
      out.tokens -= promptTokens;
    },
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
