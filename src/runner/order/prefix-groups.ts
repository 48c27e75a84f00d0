import type { PromptPath, PromptTrie } from './prompt-blocks.ts';

/** Prompts that begin alike, so that one of them can warm a provider's prefix cache for the others. */
export interface PrefixGroup {
  /** The leader first: the prompt that shares most with the others. Then longest first, and what shares most with the leader first. */
  readonly paths: readonly PromptPath[];
  /** Tokens of the group's blocks, each counted once: what a cache must hold to keep all of it. */
  readonly distinctTokens: number;
}

/** Parts prompts by their first block, in order of their first prompt. A prompt that shares nothing is a group of its own. */
export function prefixGroups({ paths, uses }: PromptTrie): readonly PrefixGroup[] {
  const groups = Map.groupBy(paths, ({ blocks, sample }) => (blocks.length === 0 ? sample.id : blocks[0]!));
  return [...groups.values()].map((members) => {
    const shared = new Map(members.map((path) => [path, path.blocks.reduce((sum, block) => sum + uses[block]! - 1, 0)]));
    const leader = members.reduce((best, path) => (shared.get(path)! > shared.get(best)! ? path : best));
    const distinct = new Set(members.flatMap(({ blocks }) => blocks)).size;
    const followers = members
      .filter((path) => path !== leader)
      .map((path) => ({ path, common: commonBlocks(path.blocks, leader.blocks) }))
      .sort((a, b) => b.path.blocks.length - a.path.blocks.length || b.common - a.common);
    return { paths: [leader, ...followers.map(({ path }) => path)], distinctTokens: distinct * leader.tokensPerBlock };
  });
}

/** Number of blocks for which two prompts are alike. */
export function commonBlocks(a: readonly number[], b: readonly number[]): number {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common += 1;
  return common;
}

/**
 * The most that any order can get from a prefix cache, 0–1: every block is paid for once (the bound of the prompt trie), at the least of what
 * its prompts count for it.
 */
export function trieBound({ paths }: PromptTrie): number {
  const paid = new Map<number, number>();
  let totalTokens = 0;
  let blockTokens = 0;
  for (const { sample, blocks, tokensPerBlock } of paths) {
    totalTokens += sample.promptTokens;
    blockTokens += blocks.length * tokensPerBlock;
    for (const block of blocks) paid.set(block, Math.min(paid.get(block) ?? Infinity, tokensPerBlock));
  }
  const paidTokens = [...paid.values()].reduce((sum, tokens) => sum + tokens, 0);
  // Sums of shares may come out a hair below zero.
  return totalTokens === 0 ? 0 : Math.max(0, (blockTokens - paidTokens) / totalTokens);
}
