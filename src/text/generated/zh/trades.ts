import { templateLines } from '../grammar.ts';
import { LAND_TRADES } from './land-trades.ts';
import { WORKSHOP_TRADES } from './workshop-trades.ts';

/** A thing for sale with the classifier that counts it. */
export interface Good {
  readonly name: string;
  readonly classifier: string;
}

/** A trade with its own vocabulary. `acts` stand in the order of the work. */
export interface Trade {
  readonly worker: string;
  readonly craft: string;
  readonly shop: string;
  readonly goods: readonly Good[];
  readonly stuff: readonly string[];
  readonly tools: readonly string[];
  readonly acts: readonly string[];
  readonly flaws: readonly string[];
  readonly marks: readonly string[];
  readonly parts: readonly string[];
}

let trades: readonly Trade[] | undefined;

/** All trades, read from their lists at the first call. */
export function chineseTrades(): readonly Trade[] {
  return (trades ??= [...groupsOfEight(WORKSHOP_TRADES), ...groupsOfEight(LAND_TRADES)].map(tradeOf));
}

function groupsOfEight(text: string): string[][] {
  const lines = templateLines(text);
  return Array.from({ length: lines.length / 8 }, (_, i) => lines.slice(i * 8, i * 8 + 8));
}

function tradeOf([head, ...lists]: readonly string[]): Trade {
  const [worker, craft, shop] = head!.split('；');
  const [goods, stuff, tools, acts, flaws, marks, parts] = lists.map((line) => line.split('、'));
  return {
    worker: worker!,
    craft: craft!,
    shop: shop!,
    goods: goods!.map((good) => ({ name: good.slice(0, -1), classifier: good.at(-1)! })),
    stuff: stuff!,
    tools: tools!,
    acts: acts!,
    flaws: flaws!,
    marks: marks!,
    parts: parts!,
  };
}
