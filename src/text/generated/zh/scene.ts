import type { PythonRandom } from '../../../core/index.ts';
import type { Draws } from '../grammar.ts';
import type { PlannedParagraph } from '../plan-paragraphs.ts';
import { hillName, innName, personName, placeName, riverName, streetName } from './names.ts';
import { chineseTrades, type Good, type Trade } from './trades.ts';

/** One of the people of an essay. */
export interface Person {
  readonly last: string;
  readonly first: string;
  readonly woman: boolean;
  /** Named in the essay already. */
  introduced: boolean;
}

/** The lines of `ARCS`, written out for one essay. */
export interface Arc {
  readonly aim: string;
  readonly short: string;
  readonly trouble: string;
  readonly cause: string;
  readonly cure: string;
}

/** Everything that stays the same through an essay, and what moves from sentence to sentence. */
export interface ChineseScene extends Draws {
  readonly random: PythonRandom;
  readonly trade: Trade;
  /** Main product, material and tool of the essay. */
  readonly good: Good;
  readonly stuff: string;
  readonly tool: string;
  readonly town: string;
  readonly near: string;
  readonly far: string;
  readonly river: string;
  readonly hill: string;
  readonly street: string;
  readonly inn: string;
  /** What follows a number of coins. */
  readonly coin: string;
  readonly year: number;
  readonly count: number;
  /** The lead, two hands of the shop, three outsiders; men and women by turns. */
  readonly cast: readonly Person[];
  arc: Arc;
  /** Values written once and then kept: the buyer, the landmarks. */
  readonly kept: Map<string, string>;
  /** The other product last counted: its name follows its classifier. */
  otherGood: Good;
  /** The date of the paragraph: lunar month 0–11, day of the month. */
  month: number;
  day: number;
  /** Next act of the work to be told. */
  step: number;
  /** The people of the paragraph: P and Q are of different sex, so that a pronoun is never in doubt. */
  P: Person;
  Q: Person;
  R: Person;
  /** The people whom a pronoun may stand for. */
  readonly mentioned: Set<Person>;
}

const COINS = ['吊钱', '两银子', '块银元', '贯钱', '串钱', '枚银角'];
const DAYS_OF_LUNAR_MONTH = 30;

/** A new scene. `alternatives` is the size of the grammar that will write it; the arc is written afterwards, in this scene. */
export function chineseScene(random: PythonRandom, alternatives: number): ChineseScene {
  const trade = random.choice(chineseTrades());
  const good = random.choice(trade.goods);
  const leadIsWoman = random.below(2) === 0;
  const cast = Array.from({ length: 6 }, (_, i) => person(random, i % 2 === 0 ? leadIsWoman : !leadIsWoman));
  return {
    random,
    used: new Uint8Array(alternatives),
    trade,
    good,
    stuff: random.choice(trade.stuff),
    tool: random.choice(trade.tools),
    town: placeName(random),
    near: placeName(random),
    far: placeName(random),
    river: riverName(random),
    hill: hillName(random),
    street: streetName(random),
    inn: innName(random),
    coin: random.choice(COINS),
    year: random.integer(1731, 1928),
    count: random.integer(24, 98),
    cast,
    arc: { aim: '', short: '', trouble: '', cause: '', cure: '' },
    kept: new Map(),
    otherGood: good,
    month: random.below(12),
    day: random.integer(1, 28),
    step: 0,
    P: cast[0]!,
    Q: cast[1]!,
    R: cast[2]!,
    mentioned: new Set(),
  };
}

/** Sets the stage for the next paragraph: some days later, one or two people, a third who may be named. */
export function nextParagraph(scene: ChineseScene, { isLead, isPublic }: PlannedParagraph): void {
  const { random, cast } = scene;
  scene.mentioned.clear();
  scene.P = isLead ? cast[0]! : random.choice(cast);
  const hand = cast[scene.P.woman === cast[0]!.woman ? 1 : 2]!;
  scene.Q = !isPublic || random.below(2) === 0 ? hand : random.choice(cast.filter((other) => other.woman !== scene.P.woman));
  scene.R = random.choice(cast.filter((other) => other !== scene.P && other !== scene.Q));
  scene.day += random.integer(2, 17);
  if (scene.day > DAYS_OF_LUNAR_MONTH) {
    scene.day -= DAYS_OF_LUNAR_MONTH;
    scene.month = (scene.month + 1) % 12;
  }
}

function person(random: PythonRandom, woman: boolean): Person {
  return { ...personName(random, woman), woman, introduced: false };
}
