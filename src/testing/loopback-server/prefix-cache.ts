import { createHash } from 'node:crypto';

const BLOCK_CHARACTERS = 4096;

/** A provider's prefix cache in small: remembers blocks of prompts by a hash of everything up to their end. */
export interface PrefixCache {
  /** Begins to read a prompt. With `marks` only prefixes of these lengths are kept and found, as providers do that want them marked. */
  begin(prompt: string, marks?: readonly number[]): CachedPrefix;
}

/** A prompt that is being read. */
export interface CachedPrefix {
  /** Characters of the prompt's longest remembered prefix (whole blocks) when it began. */
  readonly characters: number;
  /** Characters that its end adds to what is remembered: up to the last mark, or the last whole block. */
  readonly newCharacters: number;
  /** The prompt is read: others can use its beginning from now on. */
  end(): void;
}

/** Keeps the `maxBlocks` blocks of 4,096 characters that were used last. Default: 64 MiB of text. */
export function createPrefixCache(maxBlocks = 16_384): PrefixCache {
  const blocks = new Set<string>();
  return {
    begin: (prompt, marks) => {
      const hashes = marks ? marks.map((length) => prefixHash(prompt, length)) : [...blockHashes(prompt)];
      const miss = hashes.findIndex((hash) => !blocks.has(hash));
      const hits = miss < 0 ? hashes.length : miss;
      const marked = marks?.findLast((_, i) => blocks.has(hashes[i]!)) ?? 0;
      const characters = marks ? marked : hits * BLOCK_CHARACTERS;
      return {
        characters,
        newCharacters: (marks ? (marks.at(-1) ?? 0) : hashes.length * BLOCK_CHARACTERS) - characters,
        end: () => {
          for (const hash of hashes) {
            blocks.delete(hash);
            blocks.add(hash);
          }
          for (const oldest of blocks) {
            if (blocks.size <= maxBlocks) break;
            blocks.delete(oldest);
          }
        },
      };
    },
  };
}

function prefixHash(prompt: string, length: number): string {
  return createHash('sha256').update(prompt.slice(0, length)).digest('base64');
}

/** Blocks that hold about so many tokens. */
export function blocksFor(tokens: number, charactersPerToken: number): number {
  return Math.floor((tokens * charactersPerToken) / BLOCK_CHARACTERS);
}

/** One hash a whole block, over everything up to its end. */
function* blockHashes(prompt: string): Generator<string> {
  let hash = '';
  for (let from = 0; from + BLOCK_CHARACTERS <= prompt.length; from += BLOCK_CHARACTERS) {
    hash = createHash('sha256')
      .update(hash)
      .update(prompt.slice(from, from + BLOCK_CHARACTERS))
      .digest('base64');
    yield hash;
  }
}
