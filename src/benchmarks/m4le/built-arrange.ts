import { seededRandom, type Json } from '../../core/index.ts';
import type { Card, Deck, Seat } from './built-deck.ts';
import { goldPlace } from './gold-places.ts';

/** A prompt's texts in order, what is asked about them, and the answer. */
export interface Arrangement {
  readonly cards: readonly Card[];
  /** Those that the answer is in. */
  readonly gold: ReadonlySet<Card>;
  /** What the question names: an id or a class; for passages the one to go on from. */
  readonly about: string | Card;
  readonly target: Json;
  /** Where the one gold text stands among the others. */
  readonly place?: number;
}

/** The most texts of the asked class that are counted (M4LE). */
const MOST_COUNTED = 6;

/** Arranges n of the deck's texts; undefined where so few, or so many, cannot be asked about. */
export function arrange(deck: Deck, n: number, seat: Seat): Arrangement | undefined {
  if (n < 2 || n > deck.cards.length) return undefined;
  if (seat.kind === 'explicit-single') return oneText(deck, n, seat);
  if (seat.kind === 'semantic-single') return continuation(deck, n, seat);
  return seat.kind === 'explicit-multiple' ? textsOfClass(deck, n, seat) : countedTexts(deck, n, seat);
}

function oneText({ cards }: Deck, n: number, { repeat }: Seat): Arrangement {
  const [gold, ...others] = cards.slice(0, n);
  return { ...withGold(gold!, others, goldPlace(n, repeat)), about: gold!.id, target: gold!.label! };
}

/** Others are no neighbours of the two: a passage before or shortly after could be taken for the answer. */
function continuation({ cards, next }: Deck, n: number, { repeat }: Seat): Arrangement | undefined {
  const shown = cards.find((card) => next(card));
  if (!shown) return undefined;
  const gold = next(shown)!;
  const others = cards.filter(({ number }) => Math.abs(number - shown.number) > 3).slice(0, n - 1);
  if (others.length < n - 1) return undefined;
  return { ...withGold(gold, others, goldPlace(n, repeat)), about: shown, target: gold.id };
}

function withGold(gold: Card, others: readonly Card[], place: number): Pick<Arrangement, 'cards' | 'gold' | 'place'> {
  return { cards: others.toSpliced(place, 0, gold), gold: new Set([gold]), place };
}

function textsOfClass({ cards, labels }: Deck, n: number, { repeat }: Seat): Arrangement {
  const chosen = cards.slice(0, n);
  const present = labels.filter((label) => chosen.some((card) => card.label === label));
  const about = present[repeat % present.length]!;
  const gold = chosen.filter(({ label }) => label === about);
  return { cards: chosen, gold: new Set(gold), about, target: gold.map(({ id }) => id) };
}

/** The number asked for goes round from 1 to 6, or to two less than there are texts. */
function countedTexts({ cards, labels }: Deck, n: number, { kind, language, repeat, seed }: Seat): Arrangement | undefined {
  if (n < 3 || labels.length < 2) return undefined;
  const about = labels[repeat % labels.length]!;
  const wanted = 1 + (repeat % Math.min(MOST_COUNTED, n - 2));
  const gold = cards.filter(({ label }) => label === about).slice(0, wanted);
  const others = cards.filter(({ label }) => label !== about).slice(0, n - gold.length);
  if (gold.length < wanted || gold.length + others.length < n) return undefined;
  const order = seededRandom(seed, 'm4le', kind, language, repeat, 'order', n).shuffle([...gold, ...others]);
  return { cards: order, gold: new Set(gold), about, target: String(wanted) };
}
