import type { Block, Step } from '../core/index.ts';
import { renderPieces } from '../text/index.ts';
import { rankPassages, type Passage, type RankOptions, type Stretch } from './rank-passages.ts';
import { blockBytes, sliceBlock, type Reading } from './slice-block.ts';
import { withBlocks } from './without-context.ts';

/** A part of a block that is given: bytes `[from, to)` of its text. A block without an id is named by its place, `message/block`, from 0. */
export interface UsedPart {
  readonly block: string;
  readonly from: number;
  readonly to: number;
}

/** A step with passages in place of its context, and what became of the context. */
export interface RetrievedStep {
  readonly step: Step;
  readonly used: readonly UsedPart[];
  /** Ids of the evidence blocks that are given whole, and how many there are. */
  readonly evidence: readonly string[];
  readonly evidenceBlocks: number;
  /** Passages given, and passages that there are. */
  readonly taken: number;
  readonly passages: number;
  /** Tokens of the passages given; of what was left out an estimate from its bytes. */
  readonly takenTokens: number;
  readonly leftOutTokens: number;
}

/** `count` counts tokens; the passages taken have `budgetTokens` in all at most. */
export interface RetrieveOptions extends RankOptions {
  readonly budgetTokens: number;
  readonly count: (text: string) => number;
}

/** Stands between passages that did not follow one another in the context. */
const GAP: Block = { role: 'context', pieces: [{ text: '\n\n' }] };

/** Puts the best passages in place of a step's context, in the order of the context. A passage too long for what is left of the budget is passed over. */
export async function retrieveStep(step: Step, options: RetrieveOptions): Promise<RetrievedStep> {
  const { stretches, passages, ranked } = await rankPassages(step, options);
  const chosen = choose(ranked, passages, { stretches, options });
  const spans = joined(chosen.map(({ passage }) => passages[passage]!));
  const parts = stretches.map((stretch, i) => partsOf(stretch, { spans: spans.filter((span) => span.stretch === i), reading: options }));
  const used = parts.flat(2).map(({ name, from, to }) => ({ block: name, from, to }));
  const whole = parts.flat(2).filter((part) => part.role === 'evidence' && part.to - part.from === part.bytes);
  const takenTokens = chosen.reduce((sum, { tokens }) => sum + tokens, 0);
  const [given, all] = [bytesOf(spans), bytesOf(passages)];
  return {
    step: withBlocks(step, (blocks, message) => {
      const replaced = stretches.map((stretch, i) => ({ ...stretch, parts: parts[i]! })).filter((stretch) => stretch.message === message);
      return blocks.flatMap((block, at) => {
        const own = replaced.find((stretch) => at >= stretch.at && at < stretch.at + stretch.blocks.length);
        if (own === undefined) return [block];
        return at === own.at ? blocksOf(own.parts) : [];
      });
    }),
    used,
    evidence: whole.map(({ name }) => name),
    evidenceBlocks: stretches.flatMap(({ blocks }) => blocks).filter(({ role }) => role === 'evidence').length,
    taken: chosen.length,
    passages: passages.length,
    takenTokens,
    leftOutTokens: Math.round((all - given) * (takenTokens > 0 ? takenTokens / given : 1 / BYTES_PER_TOKEN)),
  };
}

/** About what English and Chinese prose have in the tokenizers in use. */
export const BYTES_PER_TOKEN = 4;

interface Chosen {
  readonly passage: number;
  readonly tokens: number;
}

function choose(
  ranked: readonly number[],
  passages: readonly Passage[],
  { stretches, options }: { readonly stretches: readonly Stretch[]; readonly options: RetrieveOptions },
): readonly Chosen[] {
  const chosen: Chosen[] = [];
  let left = options.budgetTokens;
  for (const passage of ranked) {
    if (chosen.length === options.topK) break;
    const tokens = options.count(passageText(passages[passage]!, { stretches, reading: options }));
    if (tokens > left) continue;
    left -= tokens;
    chosen.push({ passage, tokens });
  }
  return chosen.toSorted((a, b) => a.passage - b.passage);
}

function passageText(
  passage: Passage,
  { stretches, reading }: { readonly stretches: readonly Stretch[]; readonly reading: Reading },
): string {
  const parts = partsOf(stretches[passage.stretch]!, { spans: [passage], reading });
  return renderPieces(
    parts.flat().flatMap((part) => part.block.pieces),
    reading.documents,
    reading.replies,
  ).text();
}

/** Passages in order, with those that follow one another made one. */
function joined(passages: readonly Passage[]): readonly Passage[] {
  const spans: Passage[] = [];
  for (const passage of passages) {
    const last = spans.at(-1);
    if (last?.stretch === passage.stretch && last.to === passage.from) spans[spans.length - 1] = { ...last, to: passage.to };
    else spans.push(passage);
  }
  return spans;
}

interface Part extends Omit<UsedPart, 'block'> {
  readonly name: string;
  readonly role: Block['role'];
  /** Of the whole block. */
  readonly bytes: number;
  readonly block: Block;
}

/** For every span of a stretch the parts of its blocks. */
function partsOf(
  { message, at, blocks }: Stretch,
  { spans, reading }: { readonly spans: readonly Passage[]; readonly reading: Reading },
): readonly (readonly Part[])[] {
  let start = 0;
  const placed = blocks.map((block, i) => {
    const bytes = blockBytes(block, reading);
    start += bytes;
    return { block, bytes, start: start - bytes, name: block.id ?? `${message}/${at + i}` };
  });
  return spans.map((span) =>
    placed.flatMap(({ block, bytes, start: blockStart, name }) => {
      const part = { from: Math.max(0, span.from - blockStart), to: Math.min(bytes, span.to - blockStart) };
      return part.from < part.to ? [{ ...part, name, bytes, role: block.role, block: sliceBlock(block, part, reading) }] : [];
    }),
  );
}

function blocksOf(parts: readonly (readonly Part[])[]): readonly Block[] {
  return parts.flatMap((span, i) => [...(i > 0 ? [GAP] : []), ...span.map((part) => part.block)]);
}

function bytesOf(spans: readonly Passage[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
