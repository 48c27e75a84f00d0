import { hash } from 'node:crypto';
import type { Piece, Sample } from '../../core/index.ts';

/** Least size of a block, near the unit in which providers cache prompts (128–1024 tokens). */
const BLOCK_BYTES = 4096;
/** Blocks are made larger so that no plan needs more of them than this, however long its prompts are. */
const MOST_BLOCKS = 400_000;

/** A prompt as the path that it takes through the trie of all prompts: a block's number stands for it and everything before it. */
export interface PromptPath {
  readonly sample: Sample;
  /** Numbers of the prompt's whole blocks, in order. Two prompts begin alike as far as their numbers do. */
  readonly blocks: readonly number[];
  readonly tokensPerBlock: number;
}

/** The prompts of a plan with the blocks that they share. */
export interface PromptTrie {
  readonly paths: readonly PromptPath[];
  readonly blockBytes: number;
  /** Prompts through each block, by its number. */
  readonly uses: readonly number[];
}

/** A stretch of a prompt that is told apart by its name alone. */
interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly bytes: number;
}

/**
 * Cuts prompts into blocks of at least 4 KiB and numbers them, reading the recipes alone: no text is rendered. Only the first step of a
 * prompt counts; what follows depends on answers.
 */
export function promptTrie(samples: readonly Sample[]): PromptTrie {
  const recipes = samples.map((sample) => ({ sample, stretches: stretchesOf(sample) }));
  const blockBytes = blockSize(recipes.reduce((sum, { stretches }) => sum + bytesOf(stretches), 0));
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const paths = recipes.map(({ sample, stretches }) => {
    const blocks: number[] = [];
    for (const name of blockNames(stretches, blockBytes)) {
      const full = `${blocks.at(-1) ?? ''}\n${name}`;
      const number = numbers.get(full) ?? uses.push(0) - 1;
      numbers.set(full, number);
      uses[number]! += 1;
      blocks.push(number);
    }
    return { sample, blocks, tokensPerBlock: (sample.promptTokens * blockBytes) / Math.max(1, bytesOf(stretches)) };
  });
  return { paths, uses, blockBytes };
}

function blockSize(totalBytes: number): number {
  let size = BLOCK_BYTES;
  while (totalBytes / size > MOST_BLOCKS) size *= 2;
  return size;
}

function bytesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { bytes }) => sum + bytes, 0);
}

function stretchesOf({ ask }: Sample): readonly Stretch[] {
  if (ask.kind !== 'generate') return [];
  const messages = ask.steps[0]?.messages ?? [];
  return messages.flatMap(({ from, blocks }) => [
    { name: `message ${from}`, from: 0, bytes: 0 },
    ...blocks.flatMap((block) => block.pieces.map(stretchOf)),
  ]);
}

function stretchOf(piece: Piece): Stretch {
  if ('text' in piece) return { name: digest(piece.text), from: 0, bytes: Buffer.byteLength(piece.text) };
  if ('doc' in piece) return { name: piece.doc, from: piece.from, bytes: piece.to - piece.from };
  return { name: 'image' in piece ? digest(piece.image) : `reply ${piece.reply}`, from: 0, bytes: 0 };
}

function digest(text: string): string {
  return text.length < 64 ? text : hash('sha256', text, 'base64');
}

/** Names of the whole blocks: which stretches they hold, from where to where. The rest at the end makes no block. */
function* blockNames(stretches: readonly Stretch[], blockBytes: number): Generator<string> {
  let name = '';
  let room = blockBytes;
  for (const { name: stretch, from, bytes } of stretches) {
    let at = 0;
    do {
      const taken = Math.min(room, bytes - at);
      name += `${stretch}@${from + at}+${taken};`;
      at += taken;
      room -= taken;
      if (room === 0) {
        yield name;
        name = '';
        room = blockBytes;
      }
    } while (at < bytes);
  }
}
