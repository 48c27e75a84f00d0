import { seededRandom, type PythonRandom } from '../../core/index.ts';
import type { NoticeClass } from './notice-class.ts';
import { NOTICES_EN } from './notices-en.ts';
import { NOTICES_ZH } from './notices-zh.ts';

/** A text and its class. */
export interface ClassifiedText {
  readonly label: string;
  readonly text: string;
}

/** Grows whenever the notices of the same language and seed change. */
export const NOTICES_VERSION = 1;

/** Two sentences of eight, in order. */
const DETAIL_PAIRS = 56;

/**
 * Short notices of a made-up town for tasks that need classified texts and were given none, no two alike. The notices of a smaller number are the first ones of a
 * larger. There are 21,504 at most in a language.
 */
export function makeNotices({
  language,
  seed,
  count,
}: {
  readonly language: string;
  readonly seed: number;
  readonly count: number;
}): ClassifiedText[] {
  const classes = language === 'zh' ? NOTICES_ZH : NOTICES_EN;
  const random = seededRandom(seed, 'm4le', 'notices', language);
  const decks = classes.map((each) => deckOf(each, random));
  const most = decks.reduce((sum, deck) => sum + deck.length, 0);
  return Array.from({ length: Math.min(count, most) }, (_, i) => {
    const number = i % classes.length;
    return { label: classes[number]!.label, text: noticeOf(classes[number]!, decks[number]![Math.floor(i / classes.length)]!, language) };
  });
}

function deckOf({ subjects, events }: NoticeClass, random: PythonRandom): number[] {
  return random.shuffle(Array.from({ length: subjects.length * events.length * DETAIL_PAIRS }, (_, i) => i));
}

function noticeOf({ subjects, events, details }: NoticeClass, card: number, language: string): string {
  const [subject, rest] = [subjects[card % subjects.length]!, Math.floor(card / subjects.length)];
  const [event, pair] = [events[rest % events.length]!, Math.floor(rest / events.length)];
  const first = pair % details.length;
  const second = (first + 1 + Math.floor(pair / details.length)) % details.length;
  if (language === 'zh') return `${subject}${event}。${details[first]}${details[second]}`;
  return `${subject} ${event}. ${details[first]} ${details[second]}`;
}
