import { halving } from '../../datasets/index.ts';
import type { BuiltDeck } from './built-deck.ts';

/** What a prompt asks about. */
export interface BuiltQuery {
  readonly text: string;
  /** Number of its label. */
  readonly label: number;
}

/**
 * The texts that repeats ask about, one after the other: their labels are spread over all places of a round, halving what is left each time; a label whose
 * texts are all asked about leaves its turn to the next. Fewer when there are no more.
 */
export function queriesOf({ held }: Pick<BuiltDeck, 'held'>, count: number): BuiltQuery[] {
  const used = held.map(() => 0);
  const queries: BuiltQuery[] = [];
  for (let turn = 0; queries.length < count; turn++) {
    const first = Math.floor(halving(turn) * held.length);
    const label = [...held.keys()].map((step) => (first + step) % held.length).find((i) => used[i]! < held[i]!.length);
    if (label === undefined) break;
    queries.push({ text: held[label]![used[label]!++]!, label });
  }
  return queries;
}

/** How far behind the first label of a round one stands, in percent, to the nearest quarter. */
export function placeStep(label: number, labels: number): number {
  return Math.round((4 * label) / (labels - 1)) * 25;
}
