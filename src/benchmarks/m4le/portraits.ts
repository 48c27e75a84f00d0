import { seededRandom, type PythonRandom } from '../../core/index.ts';
import { FIRST_SYLLABLES, PORTRAIT_WORDS, SECOND_SYLLABLES, SURNAMES, type Pair } from './portrait-words.ts';

/** A short text about a made-up person, a question about it, and a summary, in one language. */
export interface Portrait {
  /** The person's name; no two have one. */
  readonly title: string;
  readonly text: string;
  readonly summary: string;
  readonly question: string;
  readonly answer: string;
}

/** Grows whenever the portraits of the same seed change. */
export const PORTRAITS_VERSION = 1;

/** A portrait in English and the same in Chinese, sentence by sentence. */
export type PortraitPair = readonly [en: Portrait, zh: Portrait];

/**
 * Portraits for tasks that need titled texts, questions, summaries or translations and were given none. Those of a smaller number are the first of a larger one. There
 * are 10,240 at most.
 */
export function makePortraits({ seed, count }: { readonly seed: number; readonly count: number }): PortraitPair[] {
  const random = seededRandom(seed, 'm4le', 'portraits');
  const names = SURNAMES.flatMap(([en, zh]) =>
    FIRST_SYLLABLES.flatMap(([first, one]) => SECOND_SYLLABLES.map(([second, two]): Pair => [`${en} ${first}${second}`, zh + one + two])),
  );
  return random
    .shuffle(names)
    .slice(0, count)
    .map((name) => portraitOf(name, random));
}

function portraitOf(name: Pair, random: PythonRandom): PortraitPair {
  const facts = Object.fromEntries(Object.entries(PORTRAIT_WORDS).map(([side, pairs]) => [side, random.choice(pairs)])) as Facts;
  const [asked, order] = [random.below(4), random.shuffle([0, 1, 2, 3, 4])];
  return [english(name[0], { facts: saying(facts, 0), asked, order }), chinese(name[1], { facts: saying(facts, 1), asked, order })];
}

type Side = keyof typeof PORTRAIT_WORDS;
type Facts = { readonly [side in Side]: Pair };

interface Drawn {
  readonly facts: { readonly [side in Side]: string };
  /** Which of four questions. */
  readonly asked: number;
  /** Of the sentences in the middle. */
  readonly order: readonly number[];
}

function saying(facts: Facts, language: 0 | 1): Drawn['facts'] {
  return Object.fromEntries(Object.entries(facts).map(([side, pair]) => [side, pair[language]])) as Drawn['facts'];
}

function english(name: string, { facts, asked, order }: Drawn): Portrait {
  const { crafts, towns, places, habits, animals, events, helpers, foods, plans } = facts;
  const middle = [
    `The workshop is ${places}.`,
    `The day begins with ${habits}.`,
    `A ${animals} lives in the house and is older than the furniture.`,
    `All tools were lost in the great ${events}, and the first new ones were lent by ${helpers}.`,
    `On holidays the table is full of ${foods}.`,
  ];
  const [question, answer] = [
    [`Where is the workshop of ${name}?`, places],
    [`Which animal lives in the house of ${name}?`, animals],
    [`Who lent ${name} new tools?`, helpers],
    [`What is the plan of ${name} for next spring?`, plans],
  ][asked] as [string, string];
  return {
    title: name,
    text: [`${name} is a ${crafts} in ${towns}.`, ...order.map((i) => middle[i]!), `The plan for next spring is ${plans}.`].join(' '),
    summary: `${name}, a ${crafts} in ${towns}, lost all tools in the great ${events}; the plan for next spring is ${plans}.`,
    question,
    answer,
  };
}

function chinese(name: string, { facts, asked, order }: Drawn): Portrait {
  const { crafts, towns, places, habits, animals, events, helpers, foods, plans } = facts;
  const middle = [
    `作坊在${places}。`,
    `每天从${habits}开始。`,
    `家里养着${animals}，比家具的年头还久。`,
    `工具全毁于那场大${events}，最早的新工具是${helpers}借给的。`,
    `过节时桌上摆满${foods}。`,
  ];
  const [question, answer] = [
    [`${name}的作坊在哪里？`, places],
    [`${name}家里养着什么动物？`, animals],
    [`谁把新工具借给了${name}？`, helpers],
    [`${name}明年春天有什么打算？`, plans],
  ][asked] as [string, string];
  return {
    title: name,
    text: [`${name}是${towns}的${crafts}。`, ...order.map((i) => middle[i]!), `明年春天的打算是${plans}。`].join(''),
    summary: `${towns}的${crafts}${name}在那场大${events}中失去了全部工具，明年春天的打算是${plans}。`,
    question,
    answer,
  };
}
