import type { Outcome, Sample } from '../../core/index.ts';
import type { Schedule } from '../schedule.ts';
import { prefixGroups, type PrefixGroup } from './prefix-groups.ts';
import { promptTrie, type PromptPath } from './prompt-blocks.ts';

/** Haystacks that are worked on at once at most, so that a cache holds what is shared by those in work. */
const MOST_ACTIVE = 3;

/** Share of the cache that the rest of the open groups and the next leader may take together for the leader to go ahead. */
const SHARE_AHEAD = 0.9;

/** What is known of the provider's prefix cache. */
export interface CacheOptions {
  /** Tokens that it holds. */
  readonly cacheTokens: number;
}

interface OpenGroup {
  readonly waiting: PromptPath[];
}

/**
 * Order for prefix caches: prompts that begin alike go together, the one that shares most first (leader), and a prompt waits while one in
 * flight is about to cache more of its beginning. At most 3 groups, and no more than the cache holds, are open at once. A leader that
 * fails is followed by the next best.
 */
export function cacheSchedule(samples: readonly Sample[], { cacheTokens }: CacheOptions): Schedule {
  const groups = prefixGroups(promptTrie(samples));
  const pathOf = new Map(groups.flatMap(({ paths }) => paths.map((path) => [path.sample.id, path])));
  const state = createPrefixState();
  const closed = [...groups];
  const mostActive = activeGroups(groups, cacheTokens);
  let open: readonly OpenGroup[] = [];

  const takeFromOpen = (): PromptPath | undefined => {
    for (const { waiting } of open) {
      const at = waiting.findIndex((path) => !state.mustWait(path));
      if (at >= 0) return waiting.splice(at, 1)[0];
    }
    return undefined;
  };
  /** The next leader may be read while the rest of the open groups is: what it warms stays in the cache until they are done. */
  const fitsBeside = ({ paths: [leader] }: PrefixGroup): boolean => {
    const left = open.reduce((sum, { waiting }) => sum + tokensOf(waiting), tokensOf([leader!]));
    return left <= cacheTokens * SHARE_AHEAD;
  };
  const openNext = (): PromptPath => {
    const [leader, ...waiting] = closed.shift()!.paths;
    open = [...open, { waiting }];
    return leader!;
  };
  const take = (): PromptPath | undefined => {
    open = open.filter(({ waiting }) => waiting.length > 0);
    const [next] = closed;
    if (next && open.length === mostActive && fitsBeside(next)) return openNext();
    return takeFromOpen() ?? (next && open.length < mostActive ? openNext() : undefined);
  };
  return {
    next() {
      const path = take();
      if (path) state.begun(path);
      return path?.sample;
    },
    settled: (sample: Sample, outcome?: Outcome) => state.ended(pathOf.get(sample.id)!, (outcome?.calls.length ?? 0) > 0),
  };
}

function tokensOf(paths: readonly PromptPath[]): number {
  return paths.reduce((sum, { sample }) => sum + sample.promptTokens, 0);
}

/** clamp(floor(cache ÷ distinct tokens of the largest group), 1, 3). */
function activeGroups(groups: readonly PrefixGroup[], cacheTokens: number): number {
  const largest = groups.reduce((most, { distinctTokens }) => Math.max(most, distinctTokens), 1);
  return Math.max(1, Math.min(MOST_ACTIVE, Math.floor(cacheTokens / largest)));
}

/** Which blocks a provider has read, and which it is reading. */
function createPrefixState() {
  const read = new Set<number>();
  const reading = new Map<number, number>();
  /** First block of each prompt that was not read when last looked at: it only grows. */
  const firstNew = new Map<PromptPath, number>();
  const count = (path: PromptPath, change: number): void => {
    for (const block of path.blocks) reading.set(block, (reading.get(block) ?? 0) + change);
  };
  return {
    mustWait(path: PromptPath): boolean {
      let at = firstNew.get(path) ?? 0;
      while (at < path.blocks.length && read.has(path.blocks[at]!)) at += 1;
      firstNew.set(path, at);
      return at < path.blocks.length && (reading.get(path.blocks[at]!) ?? 0) > 0;
    },
    begun: (path: PromptPath) => count(path, 1),
    ended(path: PromptPath, wasRead: boolean): void {
      count(path, -1);
      if (wasRead) for (const block of path.blocks) read.add(block);
    },
  };
}
