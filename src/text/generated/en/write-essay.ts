import type { PythonRandom } from '../../../core/index.ts';
import { compileGrammar, templateLines, type Grammar } from '../grammar.ts';
import { planParagraphs, type PlannedParagraph } from '../plan-paragraphs.ts';
import { ARC_WORDS, ARCS } from './arcs.ts';
import { WEATHER } from './calendar.ts';
import { DETAILS } from './details.ts';
import { capitalised, gerund, past, plural, thirdPerson, withArticle } from './inflect.ts';
import { EVENTS } from './paragraphs/events.ts';
import { OPENING } from './paragraphs/opening.ts';
import { PEOPLE } from './paragraphs/people.ts';
import { PEOPLE_SLOTS } from './people-slots.ts';
import { PHRASES } from './phrases.ts';
import { englishScene, nextParagraph, type EnglishScene } from './scene.ts';
import { SCENE_SLOTS } from './slots.ts';

const ARC_LINES = templateLines(ARCS);

let compiled: Grammar<EnglishScene> | undefined;

/** The English grammar, compiled at the first call. */
export function englishGrammar(): Grammar<EnglishScene> {
  return (compiled ??= compileGrammar<EnglishScene>({
    rules: { ...PHRASES, ...DETAILS, ...WEATHER, ...ARC_WORDS, ...OPENING, ...PEOPLE, ...EVENTS, ...arcRules() },
    slots: { ...SCENE_SLOTS, ...PEOPLE_SLOTS },
    filters: { a: withArticle, s: plural, past, ing: gerund, es: thirdPerson, cap: capitalised },
  }));
}

/** One essay: a title and 9–13 paragraphs, a blank line after each. ASCII only. */
export function writeEnglishEssay(random: PythonRandom): string {
  const grammar = englishGrammar();
  const scene = englishScene(random, grammar.alternatives);
  const arc = random.below(ARC_LINES.length / 5);
  const line = (i: number) => grammar.expand(`arc.${arc * 5 + i}`, scene);
  scene.arc = { aim: line(0), short: line(1), trouble: line(2), cause: line(3), cure: line(4) };
  const paragraphs = planParagraphs(random).map((planned) => writeParagraph(grammar, scene, planned));
  return `${[capitalised(grammar.expand('title', scene)), ...paragraphs].join('\n\n')}\n\n`;
}

function arcRules(): Record<string, string> {
  return Object.fromEntries(ARC_LINES.map((line, i) => [`arc.${i}`, line]));
}

function writeParagraph(grammar: Grammar<EnglishScene>, scene: EnglishScene, planned: PlannedParagraph): string {
  nextParagraph(scene, planned);
  const sentence = (part: string) => tidied(grammar.expand(`${planned.kind}.${part}`, scene));
  let text = sentence('open');
  for (let i = 0; i < planned.sentences; i++) text += ` ${sentence('body')}`;
  return planned.closes ? `${text} ${sentence('close')}` : text;
}

/** Capital first; a comma that closed an apposition gives way to the sign that follows it. */
function tidied(text: string): string {
  return capitalised(text.replaceAll(/,(?=[,.;:?!])/g, ''));
}
