import { seededRandom } from '../../core/index.ts';
import { personNames } from '../../worlds/index.ts';
import { fill } from './fill.ts';
import type { FactRecord } from './needle-row.ts';
import type { Language } from './options.ts';
import type { PromptPack } from './prompt-pack.ts';

const TOWNS: { readonly [language in Language]: readonly string[] } = {
  en: 'Port Velmar,Upper Tarnwick,Gallow Ness,Long Brindle,Saint Orrin,Low Hathering,Quarry Fell,Nether Posset,Cold Ashbury,Great Wimmering'.split(
    ',',
  ),
  zh: '柳陂,青枫,白沙堰,石桥头,望江,鹤鸣,乌衣,杏坛,桃溪,落霞'.split(','),
};

const MOST = 8;
const EACH = 40;

/** Our own v1 reasoning items, 40 for each count of 2–8: who is what to whom, and where the last of them was born. */
export function ownFacts(language: Language, prompts: PromptPack): FactRecord[] {
  const { facts } = prompts[language];
  return Array.from({ length: (MOST - 1) * EACH }, (_, i) => {
    const count = 2 + Math.floor(i / EACH);
    const random = seededRandom(0, 'needlebench', 'own-facts', language, i);
    const people = random.sample(personNames(language), count);
    const relations = people.slice(1).map(() => random.choice(facts.words));
    const town = random.choice(TOWNS[language]);
    const links = relations.map((rel, k) => fill(facts.link, { A: people[k + 1]!, B: people[k]!, rel }));
    const who = relations.reduce((inner, rel) => fill(facts.of, { rel, who: inner }), people[0]!);
    return {
      count,
      derivations: [...links, fill(facts.home, { A: people.at(-1)!, town })],
      question: fill(facts.question, { who }),
      answer: town,
    };
  });
}
