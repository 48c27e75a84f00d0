import type { Block, Piece, SkippedSample } from '../../core/index.ts';
import { textBlock } from '../../datasets/index.ts';
import { arrange, type Arrangement } from './built-arrange.ts';
import type { Card, Deck, Seat } from './built-deck.ts';
import { WORDINGS } from './built-prompts.ts';

/** Texts kept for the solved example. */
const EXAMPLE_CARDS = 3;

/** A prompt that fits, or why there is none. */
export type Fitted =
  { readonly arrangement: Arrangement; readonly blocks: readonly Block[]; readonly promptTokens: number } | Pick<SkippedSample, 'skipped'>;

/** As many texts as fit: counted one by one first, then all together, and fewer until the whole prompt fits. */
export function fitDeck(
  whole: Deck,
  {
    seat,
    lengthTokens,
    count,
  }: { readonly seat: Seat; readonly lengthTokens: number; readonly count: (blocks: readonly Block[]) => number },
): Fitted {
  const example = exampleOf(whole, seat);
  const isFree = (card: Card | undefined) => card !== undefined && !example.held.has(card);
  const next = (card: Card) => (isFree(whole.next(card)) ? whole.next(card) : undefined);
  const deck: Deck = { ...whole, cards: whole.cards.filter(isFree), next };
  let most = 0;
  for (let left = lengthTokens - count(example.blocks); most < deck.cards.length && left > 0; most++)
    left -= count([itemBlock(deck.cards[most]!, { seat, role: 'context' })]);
  for (let n = most; n >= 2; n--) {
    const arrangement = arrange(deck, n, seat);
    if (!arrangement) continue;
    const blocks = [
      ...example.blocks,
      ...arrangement.cards.map((card) => itemBlock(card, { seat, role: arrangement.gold.has(card) ? 'evidence' : 'context' })),
      ...questionBlocks(arrangement, { seat, role: 'question' }),
    ];
    const promptTokens = count(blocks);
    if (promptTokens > lengthTokens) continue;
    if (promptTokens * 2 >= lengthTokens) return { arrangement, blocks, promptTokens };
    return { skipped: { reason: 'too-short', detail: `the texts at hand fill ${promptTokens} of ${lengthTokens} tokens` } };
  }
  return {
    skipped: { reason: 'length', detail: `two texts and the words around them have more than ${lengthTokens} tokens, or there are no two` },
  };
}

/** Instruction and solved example, and the texts that it holds. */
function exampleOf(deck: Deck, seat: Seat): { readonly blocks: readonly Block[]; readonly held: ReadonlySet<Card> } {
  const { instruction, example, texts, comma, gap } = wordingOf(seat);
  const head = textBlock('instruction', instruction[seat.kind](deck.labels.join(comma)));
  const cards = exampleCards(deck);
  const few = { ...deck, cards, labels: [...new Set(cards.flatMap(({ label }) => label ?? []))] };
  const first = { ...seat, repeat: 0 };
  const solved = arrange(few, EXAMPLE_CARDS, first) ?? arrange(few, 2, first);
  if (!solved) return { blocks: [head], held: new Set() };
  const answer = Array.isArray(solved.target) ? solved.target.join(comma) : String(solved.target);
  const blocks = [
    head,
    textBlock('example', example),
    ...solved.cards.map((card) => itemBlock(card, { seat, role: 'example' })),
    ...questionBlocks(solved, { seat, role: 'example' }),
    textBlock('example', `${gap}${answer}\n\n${texts}`),
  ];
  return { blocks, held: new Set([...solved.cards, ...(typeof solved.about === 'string' ? [] : [solved.about])]) };
}

/** Cards from the end of the deck: one and two of other classes; of passages one with what goes on from it, and two more. */
function exampleCards({ cards, next, labels }: Deck): readonly Card[] {
  const isPassage = labels.length === 0;
  const shown = isPassage ? cards.findLast((card) => next(card)) : cards.at(-1);
  if (!shown) return [];
  const others = cards.filter(({ number, label }) => (isPassage ? Math.abs(number - shown.number) > 3 : label !== shown.label));
  return [shown, ...others.slice(1 - EXAMPLE_CARDS)];
}

function itemBlock(card: Card, { seat, role }: { readonly seat: Seat; readonly role: Block['role'] }): Block {
  return { role, id: card.id, pieces: [{ text: wordingOf(seat).item(card.id) }, card.piece, { text: '\n\n' }] };
}

function questionBlocks({ about }: Arrangement, { seat, role }: { readonly seat: Seat; readonly role: Block['role'] }): readonly Block[] {
  const { question, answer } = wordingOf(seat);
  const ask = question[seat.kind];
  if (typeof about === 'string') return [textBlock(role, ask(about))];
  const pieces: Piece[] = [{ text: ask('') }, about.piece, { text: answer }];
  return [{ role, pieces }];
}

function wordingOf({ language }: Seat) {
  return WORDINGS[language as keyof typeof WORDINGS];
}
