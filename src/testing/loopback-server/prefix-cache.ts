import { createHash } from 'node:crypto';

const BLOCK_CHARACTERS = 4096;

/** A provider's prefix cache in small: remembers blocks of prompts by a hash of everything up to their end. */
export interface PrefixCache {
  /** Characters of the prompt's longest remembered prefix (whole blocks). Remembers the prompt. */
  use(prompt: string): number;
}

/** Keeps the `maxBlocks` blocks of 4,096 characters that were used last. Default: 64 MiB of text. */
export function createPrefixCache(maxBlocks = 16_384): PrefixCache {
  const blocks = new Set<string>();
  return {
    use: (prompt) => {
      let hash = '';
      let hits = 0;
      for (let from = 0; from + BLOCK_CHARACTERS <= prompt.length; from += BLOCK_CHARACTERS) {
        hash = createHash('sha256')
          .update(hash)
          .update(prompt.slice(from, from + BLOCK_CHARACTERS))
          .digest('base64');
        if (blocks.delete(hash) && hits === from) hits += BLOCK_CHARACTERS;
        blocks.add(hash);
      }
      for (const oldest of blocks) {
        if (blocks.size <= maxBlocks) break;
        blocks.delete(oldest);
      }
      return hits;
    },
  };
}
