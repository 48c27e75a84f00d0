import type { PythonRandom } from '../../../core/index.ts';
import { compileGrammar, templateLines, type Grammar } from '../grammar.ts';
import { planParagraphs, type PlannedParagraph } from '../plan-paragraphs.ts';
import { ARC_WORDS, ARCS } from './arcs.ts';
import { DETAILS } from './details.ts';
import { EVENTS } from './paragraphs/events.ts';
import { OPENING } from './paragraphs/opening.ts';
import { PEOPLE } from './paragraphs/people.ts';
import { PEOPLE_SLOTS } from './people-slots.ts';
import { PHRASES } from './phrases.ts';
import { chineseScene, nextParagraph, type ChineseScene } from './scene.ts';
import { SCENE_SLOTS } from './slots.ts';

const ARC_LINES = templateLines(ARCS);

let compiled: Grammar<ChineseScene> | undefined;

/** The Chinese grammar, compiled at the first call. */
export function chineseGrammar(): Grammar<ChineseScene> {
  return (compiled ??= compileGrammar<ChineseScene>({
    rules: { ...PHRASES, ...DETAILS, ...ARC_WORDS, ...OPENING, ...PEOPLE, ...EVENTS, ...arcRules() },
    slots: { ...SCENE_SLOTS, ...PEOPLE_SLOTS },
    filters: {},
  }));
}

/** One essay: a title and 9–13 paragraphs, a blank line after each. Simplified characters, full-width punctuation. */
export function writeChineseEssay(random: PythonRandom): string {
  const grammar = chineseGrammar();
  const scene = chineseScene(random, grammar.alternatives);
  const arc = random.below(ARC_LINES.length / 5);
  const line = (i: number) => grammar.expand(`arc.${arc * 5 + i}`, scene);
  scene.arc = { aim: line(0), short: line(1), trouble: line(2), cause: line(3), cure: line(4) };
  const paragraphs = planParagraphs(random).map((planned) => writeParagraph(grammar, scene, planned));
  return `${[grammar.expand('title', scene), ...paragraphs].join('\n\n')}\n\n`;
}

function arcRules(): Record<string, string> {
  return Object.fromEntries(ARC_LINES.map((line, i) => [`arc.${i}`, line]));
}

function writeParagraph(grammar: Grammar<ChineseScene>, scene: ChineseScene, planned: PlannedParagraph): string {
  nextParagraph(scene, planned);
  const sentence = (part: string) => grammar.expand(`${planned.kind}.${part}`, scene);
  let text = sentence('open');
  for (let i = 0; i < planned.sentences; i++) text += sentence('body');
  return planned.closes ? text + sentence('close') : text;
}
