import type { Slot } from '../grammar.ts';
import { MONTHS, seasonOf, WEEKDAYS } from './calendar.ts';
import { plural } from './inflect.ts';
import { cardinal, dayOfMonth, ordinal } from './numbers.ts';
import type { EnglishScene } from './scene.ts';

type EnglishSlot = Slot<EnglishScene>;

const other = (list: readonly string[], main: string, scene: EnglishScene) => {
  const i = scene.random.below(list.length);
  return list[i] === main ? list[(i + 1) % list.length]! : list[i]!;
};
const amount = (n: number, coin: string) => `${cardinal(n)} ${plural(coin)}`;

/** Where the detail begins in `a damp that spoiled …`: told once, left out afterwards. */
const TROUBLE_DETAIL = / (?:that|of|in|about|on|made) .*/;

/** One of `count` values that the essay keeps, each drawn once from the rule. */
const kept =
  (rule: string, count: number): EnglishSlot =>
  (scene, expand) => {
    const key = `${rule} ${scene.random.below(count)}`;
    let value = scene.kept.get(key);
    if (value === undefined) scene.kept.set(key, (value = expand(rule, scene)));
    return value;
  };

const date: EnglishSlot = ({ random, day, month }) => {
  const name = MONTHS[month]!;
  const week = ordinal(Math.min(4, Math.ceil(day / 7)));
  switch (random.below(4)) {
    case 0:
      return `in the ${week} week of ${name}`;
    case 1:
      return `on ${name} ${day}`;
    case 2:
      return `on ${random.choice(WEEKDAYS)}, the ${dayOfMonth(day)} of ${name}`;
    default:
      return `on the ${dayOfMonth(day)} of ${name}`;
  }
};

const money: EnglishSlot = ({ random, coin }) => {
  const large = random.integer(2, 96);
  switch (random.below(4)) {
    case 0:
      return `${large} ${plural(coin[0])}`;
    case 1:
      return amount(random.integer(3, 60), coin[1]);
    case 2:
      return `${amount(large, coin[0])} and ${amount(random.integer(2, 11), coin[1])}`;
    default:
      return amount(large, coin[0]);
  }
};

/** Words that belong to the essay: its trade, place and matter. */
const ESSAY: Readonly<Record<string, EnglishSlot>> = {
  worker: ({ trade }) => trade.worker,
  workers: ({ trade }) => plural(trade.worker),
  craft: ({ trade }) => trade.craft,
  shop: ({ trade }) => trade.shop,
  good: ({ good }) => good,
  goods: ({ good }) => plural(good),
  'order.good': ({ good }) => good,
  other: (scene) => other(scene.trade.goods, scene.good, scene),
  others: (scene) => plural(other(scene.trade.goods, scene.good, scene)),
  stuff: ({ stuff }) => stuff,
  stuff2: (scene) => other(scene.trade.stuff, scene.stuff, scene),
  'stuff.other': (scene) => other(scene.trade.stuff, scene.stuff, scene),
  tool: ({ tool }) => tool,
  tools: ({ tool }) => plural(tool),
  tool2: (scene) => other(scene.trade.tools, scene.tool, scene),
  act: ({ trade, random }) => random.choice(trade.acts),
  next: (scene) => scene.trade.acts[scene.step++ % scene.trade.acts.length]!,
  flaw: ({ trade, random }) => random.choice(trade.flaws),
  mark: ({ trade, random }) => random.choice(trade.marks),
  part: ({ trade, random }) => random.choice(trade.parts),
  town: ({ town }) => town,
  near: ({ near }) => near,
  far: ({ far }) => far,
  river: ({ river }) => river,
  hill: ({ hill }) => hill,
  street: ({ street }) => street,
  inn: ({ inn }) => inn,
  landmark: kept('landmark.any', 4),
  building: kept('building.any', 5),
  road: kept('road.any', 2),
  office: kept('office.any', 1),
  buyer: (scene, expand) => `the ${ESSAY['office']!(scene, expand)} at ${scene.far}`,
  'spot.fixed': kept('spot', 1),
  'where.fixed': kept('where', 1),
  'road.fixed': kept('road.any', 1),
  'month.far': kept('month.any', 1),
  aim: ({ arc }) => arc.aim,
  'aim.bare': ({ arc }) => arc.aim.slice('to '.length),
  short: ({ arc }) => arc.short,
  trouble: (scene) => {
    if (scene.kept.has('trouble told')) return `the ${scene.arc.trouble.replace(/^(?:an?|the) /, '').replace(TROUBLE_DETAIL, '')}`;
    scene.kept.set('trouble told', 'yes');
    return scene.arc.trouble;
  },
  cause: ({ arc }) => arc.cause,
  cure: ({ arc }) => arc.cure,
};

/** Numbers, dates and what depends on the date. */
const NUMBERS: Readonly<Record<string, EnglishSlot>> = {
  n: ({ random }) => cardinal(random.integer(2, 12)),
  nn: ({ random }) => cardinal(random.integer(13, 99)),
  years: ({ random }) => cardinal(random.integer(6, 46)),
  big: ({ random }) => `${random.integer(101, 4870)}`,
  ord: ({ random }) => ordinal(random.integer(3, 12)),
  count: ({ count }) => cardinal(count),
  coins: ({ coin }) => plural(coin[0]),
  'coin.small': ({ coin }) => plural(coin[1]),
  money,
  year: ({ year }) => `${year}`,
  'year.past': ({ year, random }) => `${year - random.integer(1, 48)}`,
  'year.next': ({ year, random }) => `${year + random.integer(1, 9)}`,
  month: ({ random }) => random.choice(MONTHS),
  'month.now': ({ month }) => MONTHS[month]!,
  weekday: ({ random }) => random.choice(WEEKDAYS),
  date,
  'date.bare': ({ day, month }) => `the ${dayOfMonth(day)} of ${MONTHS[month]!}`,
  season: ({ month }) => seasonOf(month),
  'weather.noun': (scene, expand) => expand(`noun.${seasonOf(scene.month)}`, scene),
  'weather.sentence': (scene, expand) => expand(`sentence.${seasonOf(scene.month)}`, scene),
};

/** Every word that a scene supplies, people excepted. */
export const SCENE_SLOTS: Readonly<Record<string, EnglishSlot>> = { ...ESSAY, ...NUMBERS };
