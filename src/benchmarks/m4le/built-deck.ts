import { seededRandom, type Piece, type TokenIndex } from '../../core/index.ts';
import type { BuiltKind } from './built-tasks.ts';
import { passagesOf } from './passages.ts';

/** A text that a prompt may hold. */
export interface Card {
  readonly id: string;
  readonly piece: Piece;
  /** Its class; absent for passages. */
  readonly label?: string;
  /** Number of the passage, for what goes on from what. */
  readonly number: number;
}

/** All texts that there are for one repeat of a task, shuffled, each with its id. */
export interface Deck {
  readonly cards: readonly Card[];
  /** The card that goes on from a passage. */
  next(card: Card): Card | undefined;
  /** Classes, in the order in which repeats ask for them. */
  readonly labels: readonly string[];
}

/** Where a deck is dealt: draws depend on this and the seed alone, so that longer prompts have the texts of shorter ones. */
export interface Seat {
  readonly kind: BuiltKind;
  readonly language: string;
  readonly repeat: number;
  readonly seed: number;
}

/** A deck of classified texts: document i of the corpus has class i. */
export function deckOfTexts({ corpus }: TokenIndex, labels: readonly string[], seat: Seat): Deck {
  const texts = labels.map((label, i) => ({ label, from: corpus.documents[i]!, to: corpus.documents[i + 1]! }));
  const cards = dealt(corpus.digest, texts, seat);
  return { cards, labels: [...new Set(labels)].toSorted(), next: () => undefined };
}

/** Decks of the passages of running text, for one seat after another. */
export function deckOfPassages({ corpus }: TokenIndex): (seat: Seat) => Deck {
  const { passages, follows } = passagesOf(corpus);
  return (seat) => {
    const cards = dealt(corpus.digest, passages, seat);
    const byNumber = new Map(cards.map((card) => [card.number, card]));
    return { cards, labels: [], next: ({ number }) => (follows[number + 1] ? byNumber.get(number + 1) : undefined) };
  };
}

function dealt(
  doc: string,
  texts: readonly { readonly from: number; readonly to: number; readonly label?: string }[],
  { kind, language, repeat, seed }: Seat,
): Card[] {
  const random = seededRandom(seed, 'm4le', kind, language, repeat);
  const ids = new Set<string>();
  return random.shuffle([...texts.entries()]).map(([number, { from, to, label }]): Card => {
    let id = '';
    do id = random.bits(24).toString(16).padStart(6, '0').toUpperCase();
    while (ids.has(id));
    ids.add(id);
    return { id, piece: { doc, from, to }, number, ...(label !== undefined && { label }) };
  });
}
