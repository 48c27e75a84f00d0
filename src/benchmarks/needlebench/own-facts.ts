import { seededRandom, type PythonRandom } from '../../core/index.ts';
import { personNames } from '../../worlds/index.ts';
import { fill } from './fill.ts';
import type { FactRecord } from './needle-row.ts';
import type { Language } from './options.ts';
import type { PromptPack } from './prompt-pack.ts';

/** Two halves of an invented town: 400 towns a language, each one word, none inside another. */
const TOWNS: { readonly [language in Language]: readonly [readonly string[], readonly string[]] } = {
  en: [
    'Velmar Tarnow Galdo Brindel Orrin Hather Quarro Poss Ashlo Wimmer Drusk Feldra Jorrow Kestle Lunnar Mebbin Noxley Prath Skorrel Thurv'.split(
      ' ',
    ),
    'wick stead thwaite bourne ness fell combe cliffe garth minster holt mouth dale rigg hythe worthy firth bury leigh toft'.split(' '),
  ],
  zh: [Array.from('濂洺潞沔滹涑漳淇汶沭泷浈溱洧涡湄澧沅郴邳'), Array.from('陂堰墟坞墩埠圩垭塬峪岗坪畈甸浜洼砦屯垸堡')],
};

const MOST = 8;
const EACH = 40;

/** Our own v1 reasoning items, 40 for each count of 2–8: who is what to whom, and where the last of them was born. */
export function ownFacts(language: Language, prompts: PromptPack): FactRecord[] {
  return Array.from({ length: (MOST - 1) * EACH }, (_, i) =>
    drawOwnFact(seededRandom(0, 'needlebench', 'own-facts', language, i), { language, prompts, count: 2 + Math.floor(i / EACH) }),
  );
}

/** Draws one such item of `count` statements. */
export function drawOwnFact(
  random: PythonRandom,
  { language, prompts, count }: { readonly language: Language; readonly prompts: PromptPack; readonly count: number },
): FactRecord {
  const { facts } = prompts[language];
  const people = random.sample(personNames(language), count);
  const relations = people.slice(1).map(() => random.choice(facts.words));
  const town = TOWNS[language].map((half) => random.choice(half)).join('');
  const links = relations.map((rel, k) => fill(facts.link, { A: people[k + 1]!, B: people[k]!, rel }));
  const who = relations.reduce((inner, rel) => fill(facts.of, { rel, who: inner }), people[0]!);
  return {
    count,
    derivations: [...links, fill(facts.home, { A: people.at(-1)!, town })],
    question: fill(facts.question, { who }),
    answer: town,
    people,
  };
}
