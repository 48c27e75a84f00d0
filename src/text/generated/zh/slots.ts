import type { Slot } from '../grammar.ts';
import { cardinal, countOf, dayOfMonth, largeCardinal } from './numbers.ts';
import type { ChineseScene } from './scene.ts';

type ChineseSlot = Slot<ChineseScene>;

const MONTHS = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月'];
const SEASONS = [
  ['spring', '春天'],
  ['summer', '夏天'],
  ['autumn', '秋天'],
  ['winter', '冬天'],
] as const;
const MARKET_DAYS = ['初一', '初三', '初五', '初八', '初十', '十二', '十五', '十八', '二十', '廿三', '廿五', '廿八'];
const TROUBLES = ['那个毛病', '那桩祸事', '出毛病的事', '坏货的事', '这场祸'];

const other = <T>(list: readonly T[], main: T, scene: ChineseScene): T => {
  const i = scene.random.below(list.length);
  return list[i] === main ? list[(i + 1) % list.length]! : list[i]!;
};
const seasonOf = (month: number) => SEASONS[Math.floor(month / 3)]!;

/** One of `count` values that the essay keeps, each drawn once from the rule. */
const kept =
  (rule: string, count: number): ChineseSlot =>
  (scene, expand) => {
    const key = `${rule} ${scene.random.below(count)}`;
    let value = scene.kept.get(key);
    if (value === undefined) scene.kept.set(key, (value = expand(rule, scene)));
    return value;
  };

const date: ChineseSlot = ({ random, day, month }) => {
  const name = MONTHS[month]!;
  switch (random.below(4)) {
    case 0:
      return `${name}${['上', '中', '下'][Math.floor((day - 1) / 10)] ?? '下'}旬`;
    case 1:
      return `${name}${dayOfMonth(day)}那天`;
    case 2:
      return `${name}${dayOfMonth(day)}${random.choice(['清早', '晌午', '傍晚', '夜里'])}`;
    default:
      return `${name}${dayOfMonth(day)}`;
  }
};

const yearName = (year: number) => `${year}年`;

/** Words that belong to the essay: its trade, place and matter. */
const ESSAY: Readonly<Record<string, ChineseSlot>> = {
  worker: ({ trade }) => trade.worker,
  craft: ({ trade }) => trade.craft,
  shop: ({ trade }) => trade.shop,
  good: ({ good }) => good.name,
  cl: ({ good }) => good.classifier,
  'cl.each': ({ good }) => `每${good.classifier}都`,
  a: ({ good }) => `一${good.classifier}${good.name}`,
  lot: ({ random, good }) => `${cardinal(random.integer(13, 99))}${good.classifier}${good.name}`,
  other: (scene) => other(scene.trade.goods, scene.good, scene).name,
  others: (scene) => {
    const good = other(scene.trade.goods, scene.good, scene);
    return `${countOf(scene.random.integer(2, 12))}${good.classifier}${good.name}`;
  },
  cl2: (scene) => (scene.otherGood = other(scene.trade.goods, scene.good, scene)).classifier,
  other2: ({ otherGood }) => otherGood.name,
  stuff: ({ stuff }) => stuff,
  stuff2: (scene) => other(scene.trade.stuff, scene.stuff, scene),
  'stuff.other': (scene) => other(scene.trade.stuff, scene.stuff, scene),
  tool: ({ tool }) => tool,
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
  buyer: (scene, expand) => `${scene.far}的${ESSAY['office']!(scene, expand)}`,
  'spot.fixed': kept('spot', 1),
  'where.fixed': kept('where', 1),
  'road.fixed': kept('road.any', 1),
  'month.far': kept('month.any', 1),
  aim: ({ arc }) => arc.aim,
  short: ({ arc }) => arc.short,
  trouble: ({ random }) => random.choice(TROUBLES),
  'trouble.full': ({ arc }) => arc.trouble,
  cause: ({ arc }) => arc.cause,
  cure: ({ arc }) => arc.cure,
};

/** Numbers, dates and what depends on the date. */
const NUMBERS: Readonly<Record<string, ChineseSlot>> = {
  n: ({ random }) => countOf(random.integer(2, 12)),
  nn: ({ random }) => cardinal(random.integer(13, 99)),
  years: ({ random }) => cardinal(random.integer(6, 46)),
  big: ({ random }) => largeCardinal(random.integer(101, 4870)),
  count: ({ count }) => cardinal(count),
  money: ({ random, coin }) => `${countOf(random.integer(2, 96))}${coin}`,
  year: ({ year }) => yearName(year),
  'year.past': ({ year, random }) => yearName(year - random.integer(1, 48)),
  'year.next': ({ year, random }) => yearName(year + random.integer(1, 9)),
  month: ({ random }) => random.choice(MONTHS),
  'month.now': ({ month }) => MONTHS[month]!,
  weekday: ({ random }) => random.choice(MARKET_DAYS),
  date,
  season: ({ month }) => seasonOf(month)[1],
  'weather.noun': (scene, expand) => expand(`noun.${seasonOf(scene.month)[0]}`, scene),
  'weather.sentence': (scene, expand) => expand(`sentence.${seasonOf(scene.month)[0]}`, scene),
};

/** Every word that a scene supplies, people excepted. */
export const SCENE_SLOTS: Readonly<Record<string, ChineseSlot>> = { ...ESSAY, ...NUMBERS };
