import type { Slot } from '../grammar.ts';
import type { ChineseScene, Person } from './scene.ts';

type ChineseSlot = Slot<ChineseScene>;
type Pick = (scene: ChineseScene) => Person;

const P: Pick = (scene) => scene.P;
const Q: Pick = (scene) => scene.Q;
const R: Pick = (scene) => scene.R;

/** In percent: how often a person named before in the paragraph is a pronoun as the subject of a new clause. */
const PRONOUN_PERCENT = 60;
/** In percent: how often a person introduced before goes by the given name alone. */
const GIVEN_NAME_PERCENT = 40;

/** A person as subject: introduced with a few words the first time, then by name, then often by pronoun. */
const subject =
  (pick: Pick): ChineseSlot =>
  (scene, expand) => {
    const person = pick(scene);
    if (!person.introduced) return expand(epithetRule(scene, person), scene) + named(scene, person);
    if (scene.mentioned.has(person) && scene.random.below(100) < PRONOUN_PERCENT) return pronounOf(person);
    return named(scene, person);
  };

/** A pronoun, or the name where a pronoun would have nothing to stand for. */
const pronoun =
  (pick: Pick): ChineseSlot =>
  (scene) => {
    const person = pick(scene);
    return scene.mentioned.has(person) ? pronounOf(person) : named(scene, person);
  };

const possessivePronoun =
  (pick: Pick): ChineseSlot =>
  (scene) =>
    `${pronoun(pick)(scene, () => '')}的`;

const name =
  (pick: Pick): ChineseSlot =>
  (scene) =>
    named(scene, pick(scene));

const fullName =
  (pick: Pick): ChineseSlot =>
  (scene) => {
    const person = pick(scene);
    named(scene, person);
    return person.last + person.first;
  };

const possessive =
  (pick: Pick): ChineseSlot =>
  (scene) =>
    `${named(scene, pick(scene))}的`;

/** The full name at the first mention in the essay, the full or the given name after that. */
function named(scene: ChineseScene, person: Person): string {
  scene.mentioned.add(person);
  if (person.introduced && scene.random.below(100) < GIVEN_NAME_PERCENT) return person.first;
  person.introduced = true;
  return person.last + person.first;
}

function pronounOf(person: Person): string {
  return person.woman ? '她' : '他';
}

function epithetRule(scene: ChineseScene, person: Person): string {
  if (person === scene.cast[0]) return 'epithet.lead';
  return scene.cast.indexOf(person) < 3 ? 'epithet.hand' : 'epithet.other';
}

/** The people of a paragraph: `P` subject, `Pn` name, `Pf` full name, `Ps` possessive, `p`, `po`, `ps` pronouns; Q likewise; R by name alone. */
export const PEOPLE_SLOTS: Readonly<Record<string, ChineseSlot>> = {
  P: subject(P),
  Pn: name(P),
  Pf: fullName(P),
  p: pronoun(P),
  po: pronoun(P),
  ps: possessivePronoun(P),
  Po: pronoun(P),
  Ps: possessive(P),
  Q: subject(Q),
  Qn: name(Q),
  q: pronoun(Q),
  qo: pronoun(Q),
  Qo: pronoun(Q),
  Qs: possessive(Q),
  Rn: name(R),
  Rf: fullName(R),
  'ps.lead': ({ cast }) => `${pronounOf(cast[0]!)}的`,
};
