import type { Cell, Sample } from '../../core/index.ts';

/** The gap of a place that stands in the order already. */
const TAKEN = -Infinity;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly samples: readonly Sample[];
}

/**
 * The order in which a run that is stopped early leaves a usable heat map: one prompt of every cell before the second of any, and within
 * a round the cells spread over length × depth (each is the one farthest from all before it; lengths on a log scale). Tasks, languages
 * and needle counts take turns.
 */
export function balancedOrder(samples: readonly Sample[]): readonly Sample[] {
  const layers = [...Map.groupBy(samples, ({ task, cell }) => `${task} ${layerOf(cell)}`).values()].map(spread);
  const rounds = Math.max(0, ...layers.flatMap((places) => places.map((place) => place.samples.length)));
  const widest = Math.max(0, ...layers.map((places) => places.length));
  const order: Sample[] = [];
  for (let round = 0; round < rounds; round++)
    for (let place = 0; place < widest; place++)
      for (const places of layers) {
        const sample = places[place]?.samples[round];
        if (sample) order.push(sample);
      }
  return order;
}

/** All that a cell says beside length, depth and repeat. */
function layerOf(cell: Cell): string {
  const { askedTokens: _length, depthPercent: _depth, repeat: _repeat, ...rest } = cell;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function spread(samples: readonly Sample[]): readonly Place[] {
  const cells = [...Map.groupBy(samples, ({ cell }) => `${cell['askedTokens']} ${cell['depthPercent']}`).values()];
  const lengths = cells.map(([first]) => Math.log(number(first!.cell['askedTokens'], 1)));
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  const left = cells.map((members, i) => ({
    x: longest === shortest ? 0 : (lengths[i]! - shortest) / (longest - shortest),
    y: number(members[0]!.cell['depthPercent'], 0) / 100,
    samples: members,
  }));
  return farthestFirst(left);
}

/** Starts nearest to the middle; each next place is the one farthest from all before it (the first of those that tie). */
function farthestFirst(places: readonly Place[]): readonly Place[] {
  const gaps = places.map((place) => -distance(place, { x: 0.5, y: 0.5 }));
  const chosen: Place[] = [];
  while (chosen.length < places.length) {
    const at = gaps.indexOf(Math.max(...gaps));
    const place = places[at]!;
    places.forEach((other, i) => {
      if (gaps[i] === TAKEN) return;
      const gap = distance(place, other);
      gaps[i] = chosen.length === 0 ? gap : Math.min(gaps[i]!, gap);
    });
    gaps[at] = TAKEN;
    chosen.push(place);
  }
  return chosen;
}

function distance(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? value : otherwise;
}
