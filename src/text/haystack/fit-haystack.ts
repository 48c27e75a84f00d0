import type { Block, Piece, Placement, Tokenizer } from '../../core/index.ts';
import { countPieces, jointCounter } from './count-pieces.ts';
import { assembleHaystack, type Layout } from './assemble-haystack.ts';
import { cutPlaces } from './cut-places.ts';
import { sentencePlace } from './sentence-place.ts';
import { comparePositions, positionAt, tokensBefore, type Tape, type TapePosition } from './tape.ts';

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

/** Stands after a cut tail where needed: a character can be three tokens, so in some texts no cut alone gives the length. */
const CUT_MARKS = ['', '…', '……', '………', '… …', '… … …'] as const;

/** Ways to end a haystack, the best first: after a word, after a word with a mark that it was cut, inside a word. */
const ENDINGS = (['word', 'character'] as const).flatMap((unit) => CUT_MARKS.map((mark) => ({ unit, mark })));

/**
 * Builds a message of exactly `lengthTokens` tokens: needles between sentences at their depths, the tail of the haystack trimmed to fit.
 * The frame never changes and places are found from the front, so prompts of one haystack share their prefix up to the first needle.
 */
export function fitHaystack(options: FitOptions): FitResult {
  const haystackTokens = options.lengthTokens - frameTokens(options);
  const refusal = refuse(options, haystackTokens);
  if (refusal) return refusal;
  const measure = (layout: Layout) => countPieces(piecesOf(assembleHaystack(options, layout)), options.tape.index, options.tokenizer);
  const layout = exactLayout(options, haystackTokens, measure);
  if (!layout) return skip('no-exact-fit', `No place to end the haystack gives exactly ${options.lengthTokens} tokens.`);
  return {
    status: 'ok',
    blocks: assembleHaystack(options, layout),
    promptTokens: options.lengthTokens,
    placements: placementsOf(options, layout),
  };
}

function frameTokens(options: FitOptions): number {
  const joints = jointCounter(options.tape.index, options.tokenizer);
  const frame = piecesOf([...options.before, ...options.after]).map((piece) => ('text' in piece ? piece.text : ''));
  return joints.count(frame) + options.needles.reduce((sum, needle) => sum + joints.count([needle.text]), 0);
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
    const layout = place(options, positionAt(options.tape, tokens, options.tokenizer));
    const missing = options.lengthTokens - measure(layout);
    if (Math.abs(missing) <= 8) return trimmed(options, layout, measure);
    tokens = Math.max(1, Math.min(options.tape.tokens, tokens + missing));
  }
  return trimmed(options, place(options, positionAt(options.tape, tokens, options.tokenizer)), measure);
}

function place(options: FitOptions, cut: TapePosition): Layout {
  const { tape, tokenizer, needles } = options;
  const total = tokensBefore(tape, cut, tokenizer);
  let floor: TapePosition = { segment: 0, byte: tape.segments[0]!.from };
  const places = needles.map(({ depthPercent }) => {
    if (depthPercent > 0) {
      const target = depthPercent >= 100 ? cut : positionAt(tape, (total * depthPercent) / 100, tokenizer);
      const found = sentencePlace(tape, target, { limit: cut, tokenizer });
      if (comparePositions(found, floor) > 0) floor = found;
    }
    return floor;
  });
  return { cut, places, mark: '' };
}

/** Finds the ending near the given cut that makes the count exact. */
function trimmed(options: FitOptions, layout: Layout, measure: (layout: Layout) => number): Layout | undefined {
  for (const { unit, mark } of ENDINGS) {
    const cuts = cutPlaces(options.tape, layout.cut, unit);
    const layoutAt = (at: number) => ({ ...placeAgain(options, layout, cuts[at]!), mark });
    const lengthAt = (at: number) => measure(layoutAt(at));
    const crossing = firstAtLeast(cuts.length, (at) => lengthAt(at) >= options.lengthTokens);
    const candidates = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, i) => crossing + (i % 2 === 0 ? i / 2 : -(i + 1) / 2));
    const found = candidates.find((at) => at >= 0 && at < cuts.length && lengthAt(at) === options.lengthTokens);
    if (found !== undefined) return layoutAt(found);
  }
  return undefined;
}

/** The same places with another cut; places are searched anew only where the cut would swallow one. */
function placeAgain(options: FitOptions, layout: Layout, cut: TapePosition): Layout {
  const last = layout.places.at(-1);
  return last && comparePositions(last, cut) > 0 ? place(options, cut) : { ...layout, cut };
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

function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block) => block.pieces);
}

function placementsOf({ tape, tokenizer, needles }: FitOptions, { cut, places }: Layout): Placement[] {
  const total = tokensBefore(tape, cut, tokenizer);
  return needles.map(({ id, depthPercent }, i) => ({
    id,
    askedDepthPercent: depthPercent,
    depthPercent: Math.round((tokensBefore(tape, places[i]!, tokenizer) / total) * 100_000) / 1000,
  }));
}
