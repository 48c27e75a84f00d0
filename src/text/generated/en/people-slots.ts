import type { Slot } from '../grammar.ts';
import type { EnglishScene, Person } from './scene.ts';

type EnglishSlot = Slot<EnglishScene>;
type Pick = (scene: EnglishScene) => Person;
type Case = 'subject' | 'object' | 'possessive';

const PRONOUNS: Readonly<Record<Case, readonly [man: string, woman: string]>> = {
  subject: ['he', 'she'],
  object: ['him', 'her'],
  possessive: ['his', 'her'],
};

const P: Pick = (scene) => scene.P;
const Q: Pick = (scene) => scene.Q;
const R: Pick = (scene) => scene.R;

/** In percent: how often a person named before in the paragraph is a pronoun as the subject of a new clause. */
const PRONOUN_PERCENT = 55;

/** A person as subject: introduced with a few words the first time, then by surname, then often by pronoun. */
const subject =
  (pick: Pick): EnglishSlot =>
  (scene, expand) => {
    const person = pick(scene);
    if (!person.introduced) return `${named(scene, person)}, ${epithet(scene, person, expand)},`;
    if (scene.mentioned.has(person) && scene.random.below(100) < PRONOUN_PERCENT) return PRONOUNS.subject[person.woman ? 1 : 0];
    return named(scene, person);
  };

/** A pronoun, or the name where a pronoun would have nothing to stand for. */
const pronoun =
  (pick: Pick, wordCase: Case): EnglishSlot =>
  (scene) => {
    const person = pick(scene);
    if (scene.mentioned.has(person)) return PRONOUNS[wordCase][person.woman ? 1 : 0];
    const name = named(scene, person);
    return wordCase === 'possessive' ? `${name}'s` : name;
  };

const name =
  (pick: Pick): EnglishSlot =>
  (scene) =>
    named(scene, pick(scene));

const fullName =
  (pick: Pick): EnglishSlot =>
  (scene) => {
    const person = pick(scene);
    named(scene, person);
    return `${person.first} ${person.last}`;
  };

const possessive =
  (pick: Pick): EnglishSlot =>
  (scene) =>
    `${named(scene, pick(scene))}'s`;

/** The full name at the first mention in the essay, the surname after that. */
function named(scene: EnglishScene, person: Person): string {
  scene.mentioned.add(person);
  if (person.introduced) return person.last;
  person.introduced = true;
  return `${person.first} ${person.last}`;
}

function epithet(scene: EnglishScene, person: Person, expand: (rule: string, scene: EnglishScene) => string): string {
  if (person === scene.cast[0]) return expand('epithet.lead', scene);
  return expand(scene.cast.indexOf(person) < 3 ? 'epithet.hand' : 'epithet.other', scene);
}

/**
 * The people of a paragraph: `P` subject, `Pn` name, `Pf` full name, `p`, `po`, `ps` pronouns (subject, object, possessive),
 * `Po` and `Ps` the same as object and possessive; Q likewise; R by name alone.
 */
export const PEOPLE_SLOTS: Readonly<Record<string, EnglishSlot>> = {
  P: subject(P),
  Pn: name(P),
  Pf: fullName(P),
  p: pronoun(P, 'subject'),
  po: pronoun(P, 'object'),
  ps: pronoun(P, 'possessive'),
  Po: pronoun(P, 'object'),
  Ps: possessive(P),
  Q: subject(Q),
  Qn: name(Q),
  q: pronoun(Q, 'subject'),
  qo: pronoun(Q, 'object'),
  qs: pronoun(Q, 'possessive'),
  Qo: pronoun(Q, 'object'),
  Qs: possessive(Q),
  Rn: name(R),
  Rf: fullName(R),
  Rs: possessive(R),
  'ps.R': pronoun(R, 'possessive'),
  epithet: (scene, expand) => epithet(scene, scene.P, expand),
};
