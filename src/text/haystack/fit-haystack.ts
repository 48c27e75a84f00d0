import type { Block, Piece, Placement, Tokenizer } from '../../core/index.ts';
import { textOf } from '../pieces/utf8.ts';
import { countPieces, memoizedCount, type CountText } from './count-pieces.ts';
import { cutPlaces } from './cut-places.ts';
import { sentencePlace } from './sentence-place.ts';
import { comparePositions, positionAt, tapePieces, tokensBefore, type Tape, type TapePosition } from './tape.ts';

/** A needle and the depth it is asked at, in percent (0–100) of the haystack's tokens. */
export interface FitNeedle {
  readonly id: string;
  readonly text: string;
  readonly depthPercent: number;
}

export interface FitOptions {
  readonly tape: Tape;
  readonly tokenizer: Tokenizer;
  /** Tokens that the whole message must have: frame, haystack, needles and question. */
  readonly lengthTokens: number;
  /** Text-only blocks before and after the document. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** In ascending depth. */
  readonly needles: readonly FitNeedle[];
}

export type FitResult =
  | { readonly status: 'ok'; readonly blocks: readonly Block[]; readonly promptTokens: number; readonly placements: readonly Placement[] }
  | { readonly status: 'skipped'; readonly reason: string; readonly detail: string };

/** Below this a haystack is no haystack. */
const MINIMUM_HAYSTACK_TOKENS = 50;
const ROUNDS = 8;
/** Cut places tried on either side of the crossing point. */
const NEIGHBOURS = 12;

interface Layout {
  readonly cut: TapePosition;
  readonly places: readonly TapePosition[];
}

/**
 * Builds a message of exactly `lengthTokens` tokens: needles between sentences at their depths, the tail of the haystack trimmed to fit.
 * The frame never changes and places are found from the front, so prompts of one haystack share their prefix up to the first needle.
 */
export function fitHaystack(options: FitOptions): FitResult {
  const count = memoizedCount(options.tokenizer);
  const haystackTokens = options.lengthTokens - frameTokens(options, count);
  const refusal = refuse(options, haystackTokens);
  if (refusal) return refusal;
  const measure = (layout: Layout) => countPieces(piecesOf(assemble(options, layout)), options.tape.index, { tokenizer: options.tokenizer, count });
  const layout = exactLayout(options, haystackTokens, measure);
  if (!layout) return skip('no-exact-fit', `No place to end the haystack gives exactly ${options.lengthTokens} tokens.`);
  return { status: 'ok', blocks: assemble(options, layout), promptTokens: options.lengthTokens, placements: placementsOf(options, layout) };
}

function frameTokens(options: FitOptions, count: CountText): number {
  const frame = piecesOf([...options.before, ...options.after]).map((piece) => ('text' in piece ? piece.text : ''));
  return count(frame.join('')) + options.needles.reduce((sum, needle) => sum + count(needle.text), 0);
}

function refuse(options: FitOptions, haystackTokens: number): FitResult | undefined {
  const { tape, lengthTokens } = options;
  if (haystackTokens < MINIMUM_HAYSTACK_TOKENS) {
    const room = `question and needles take ${lengthTokens - haystackTokens} of ${lengthTokens} tokens`;
    return skip('too-short', `${room}; at least ${MINIMUM_HAYSTACK_TOKENS} must be left for the haystack`);
  }
  if (haystackTokens > tape.tokens) {
    return skip('haystack-too-short', `needs ${haystackTokens} tokens of haystack, and the corpus has ${Math.floor(tape.tokens)}`);
  }
  return undefined;
}

function skip(reason: string, detail: string): FitResult {
  return { status: 'skipped', reason, detail };
}

/** Moves the cut until the whole counts exactly right. */
function exactLayout(options: FitOptions, haystackTokens: number, measure: (layout: Layout) => number): Layout | undefined {
  let tokens = haystackTokens;
  for (let round = 0; round < ROUNDS; round++) {
    const layout = place(options, positionAt(options.tape, tokens));
    const missing = options.lengthTokens - measure(layout);
    if (Math.abs(missing) <= 8) return trimmed(options, layout, measure);
    tokens = Math.max(1, Math.min(options.tape.tokens, tokens + missing));
  }
  return trimmed(options, place(options, positionAt(options.tape, tokens)), measure);
}

function place(options: FitOptions, cut: TapePosition): Layout {
  const { tape, tokenizer, needles } = options;
  const total = tokensBefore(tape, cut);
  let floor: TapePosition = { segment: 0, byte: tape.segments[0]!.from };
  const places = needles.map(({ depthPercent }) => {
    if (depthPercent > 0) {
      const target = depthPercent >= 100 ? cut : positionAt(tape, (total * depthPercent) / 100);
      const found = sentencePlace(tape, target, { limit: cut, tokenizer });
      if (comparePositions(found, floor) > 0) floor = found;
    }
    return floor;
  });
  return { cut, places };
}

/** Finds the cut near the given one that makes the count exact: after a word if one does, else after a character. */
function trimmed(options: FitOptions, layout: Layout, measure: (layout: Layout) => number): Layout | undefined {
  for (const unit of ['word', 'character'] as const) {
    const cuts = cutPlaces(options.tape, layout.cut, unit);
    const lengthAt = (at: number) => measure(placeAgain(options, layout, cuts[at]!));
    const crossing = firstAtLeast(cuts.length, (at) => lengthAt(at) >= options.lengthTokens);
    const candidates = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, i) => crossing + (i % 2 === 0 ? i / 2 : -(i + 1) / 2));
    const found = candidates.find((at) => at >= 0 && at < cuts.length && lengthAt(at) === options.lengthTokens);
    if (found !== undefined) return placeAgain(options, layout, cuts[found]!);
  }
  return undefined;
}

/** The same places with another cut; places are searched anew only where the cut would swallow one. */
function placeAgain(options: FitOptions, layout: Layout, cut: TapePosition): Layout {
  const last = layout.places.at(-1);
  return last && comparePositions(last, cut) > 0 ? place(options, cut) : { cut, places: layout.places };
}

/** Smallest index for which a test that turns true once holds; `length` if it never does. */
function firstAtLeast(length: number, test: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The blocks of the message: haystack and needles in turn, between the frame. */
function assemble(options: FitOptions, { cut, places }: Layout): readonly Block[] {
  const { tape, needles, before, after } = options;
  const blocks: Block[] = [...before];
  let from: TapePosition = { segment: 0, byte: tape.segments[0]!.from };
  let last = lastCharacter(before);
  const context = (pieces: readonly Piece[]) => {
    if (pieces.length > 0) blocks.push({ role: 'context', pieces });
  };
  needles.forEach((needle, i) => {
    const pieces = tapePieces(tape, from, places[i]!);
    from = places[i]!;
    const tail = lastOf(tape, pieces) ?? last;
    const space = needsSpace(tail, needle.text[0]) ? [{ text: ' ' }] : [];
    context([...spaceAfter(i === 0 ? undefined : last, tape, pieces), ...pieces, ...space]);
    blocks.push({ role: 'evidence', id: needle.id, pieces: [{ text: needle.text }] });
    last = needle.text.at(-1);
  });
  const rest = tapePieces(tape, from, cut);
  context([...spaceAfter(needles.length > 0 ? last : undefined, tape, rest), ...rest]);
  return [...markCacheBreak(blocks), ...after];
}

/** The document ends a prefix that other questions can share. */
function markCacheBreak(blocks: Block[]): Block[] {
  const end = blocks.pop();
  return end ? [...blocks, { ...end, cacheBreak: true }] : blocks;
}

function spaceAfter(last: string | undefined, tape: Tape, pieces: readonly Piece[]): Piece[] {
  return needsSpace(last, firstOf(tape, pieces)) ? [{ text: ' ' }] : [];
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Two sentences that touch need a space, except where either side is Chinese. */
function needsSpace(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && !/\s/.test(left + right) && !WIDE.test(left) && !WIDE.test(right);
}

function lastCharacter(blocks: readonly Block[]): string | undefined {
  const piece = blocks.at(-1)?.pieces.at(-1);
  return piece && 'text' in piece ? [...piece.text].at(-1) : undefined;
}

function firstOf(tape: Tape, pieces: readonly Piece[]): string | undefined {
  const [piece] = pieces;
  if (piece === undefined || !('doc' in piece)) return piece && 'text' in piece ? piece.text[0] : undefined;
  return [...textOf(tape.index.corpus.bytes, piece.from, Math.min(piece.to, piece.from + 4))][0];
}

function lastOf(tape: Tape, pieces: readonly Piece[]): string | undefined {
  const piece = pieces.at(-1);
  if (piece === undefined || !('doc' in piece)) return piece && 'text' in piece ? piece.text.at(-1) : undefined;
  return [...textOf(tape.index.corpus.bytes, Math.max(piece.from, piece.to - 4), piece.to)].at(-1);
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block) => block.pieces);
}

function placementsOf({ tape, needles }: FitOptions, { cut, places }: Layout): Placement[] {
  const total = tokensBefore(tape, cut);
  return needles.map(({ id, depthPercent }, i) => ({
    id,
    askedDepthPercent: depthPercent,
    depthPercent: Math.round((tokensBefore(tape, places[i]!) / total) * 100_000) / 1000,
  }));
}
