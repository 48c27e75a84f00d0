import type { Cell } from '../core/index.ts';

/** A coordinate on an axis. `undefined` stands for cells that do not have the axis. */
export type AxisValue = Cell[string];

/** Axes in the order in which tables show them; an axis that is not listed comes after, by name. */
const AXIS_ORDER = ['language', 'askedTokens', 'depthPercent', 'needles', 'hops', 'question', 'position'];

const AXIS_TITLES: { readonly [axis: string]: string } = {
  askedTokens: 'Context length (tokens)',
  depthPercent: 'Needle depth (% of context)',
  needles: 'Needles',
  hops: 'Hops',
  language: 'Language',
  question: 'Question type',
  position: 'Position',
  level: 'Level (length)',
  bucket: 'Length bucket',
  words: 'Length in words',
  size: 'Size of the context',
  rounds: 'Rounds of demonstrations',
  turn: 'Turn',
  turns: 'Turns of the conversation',
  type: 'Type of question',
  topic: 'Topic',
  source: 'Source',
  domain: 'Domain',
  difficulty: 'Difficulty',
  category: 'Category',
  code: 'Programming language',
  part: 'Part of the text',
};

/** Words for sizes, which have an order of their own. */
const SIZES = ['easy', 'short', 'medium', 'long', 'hard'];

const collator = new Intl.Collator('en', { numeric: true });

/** The axis as words, with its unit. */
export function axisTitle(axis: string): string {
  return Object.hasOwn(AXIS_TITLES, axis) ? AXIS_TITLES[axis]! : axis;
}

/** A coordinate as a short label: `4k` tokens, `40 %` deep, anything else as it is. */
export function axisLabel(axis: string, value: AxisValue): string {
  if (typeof value !== 'number') return String(value);
  if (axis.endsWith('Tokens')) return tokensLabel(value);
  return axis.endsWith('Percent') ? `${round(value)} %` : String(round(value));
}

/** `4k` is 4,000, `4Ki` is 4,096, `1M` a million; a number that fits neither is written out. */
export function tokensLabel(tokens: number): string {
  if (tokens >= 1e6 && tokens % 1e5 === 0) return `${tokens / 1e6}M`;
  if (tokens >= 1000 && tokens % 100 === 0) return `${tokens / 1000}k`;
  if (tokens >= 1024 && tokens % 1024 === 0) return `${tokens / 1024}Ki`;
  return String(tokens);
}

/** Numbers by size, then everything else in natural order. As strings, `100` would come before `20`. */
export function compareAxisValues(a: AxisValue, b: AxisValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  const [left, right] = [SIZES.indexOf(String(a)), SIZES.indexOf(String(b))];
  if (left >= 0 && right >= 0) return left - right;
  return collator.compare(String(a), String(b));
}

/** The distinct coordinates of cells on an axis, in order; cells without the axis add none. */
export function axisValues(cells: Iterable<Cell>, axis: string): AxisValue[] {
  const values = new Set<AxisValue>();
  for (const cell of cells) {
    const value = cell[axis];
    if (value !== undefined) values.add(value);
  }
  return [...values].sort(compareAxisValues);
}

/** All axes that cells use, in table order. */
export function axesOf(cells: Iterable<Cell>): string[] {
  const axes = new Set<string>();
  for (const cell of cells) for (const axis of Object.keys(cell)) axes.add(axis);
  return [...axes].sort(compareAxes);
}

/** Two axes to begin with: length and depth where cells have both, else the pair that spreads cells which have both over most places. Not language: maps are by language. */
export function firstAxes(cells: readonly Cell[]): { readonly x: string; readonly y: string } {
  const usual = { x: 'askedTokens', y: 'depthPercent' };
  if (cells.some((cell) => cell[usual.x] !== undefined && cell[usual.y] !== undefined)) return usual;
  const axes = axesOf(cells).filter((axis) => axis !== 'repeat' && axis !== 'language');
  let best = { ...usual, places: 1 };
  for (const [i, a] of axes.entries()) {
    for (const b of axes.slice(i + 1)) {
      const both = cells.filter((cell) => cell[a] !== undefined && cell[b] !== undefined);
      const [across, down] = [axisValues(both, a).length, axisValues(both, b).length];
      if (across * down <= best.places) continue;
      best = { ...(across >= down ? { x: a, y: b } : { x: b, y: a }), places: across * down };
    }
  }
  return { x: best.x, y: best.y };
}

/** Orders cells axis by axis; a cell without an axis comes before those with it. */
export function compareCells(a: Cell, b: Cell): number {
  for (const axis of axesOf([a, b])) {
    const left = a[axis];
    const right = b[axis];
    if (left === right) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = compareAxisValues(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** The same text for the same coordinates, whatever the order of their keys. */
export function cellKey(cell: Cell): string {
  return JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The cell that repeats of a sample share. */
export function withoutRepeat(cell: Cell): Cell {
  return Object.fromEntries(Object.entries(cell).filter(([axis]) => axis !== 'repeat'));
}

/** A cell as words: `en · 4k · 40 %`, `3 needles`. */
export function cellLabel(cell: Cell): string {
  return axesOf([cell])
    .map((axis) => (BARE_AXES.has(axis) ? axisLabel(axis, cell[axis]!) : `${axis} ${axisLabel(axis, cell[axis]!)}`))
    .join(' · ');
}

/** Axes whose labels explain themselves. */
const BARE_AXES = new Set(['language', 'askedTokens', 'depthPercent', 'question']);

function compareAxes(a: string, b: string): number {
  const rank = (axis: string) => (AXIS_ORDER.includes(axis) ? AXIS_ORDER.indexOf(axis) : AXIS_ORDER.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
