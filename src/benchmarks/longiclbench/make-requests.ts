import { seededRandom } from '../../core/index.ts';
import type { LabelledText } from './labelled-text.ts';
import { INTENTS_GUESTS_EN } from './intents-guests-en.ts';
import { INTENTS_NEIGHBOURS_EN } from './intents-neighbours-en.ts';
import { INTENTS_ZH } from './intents-zh.ts';

/** Grows whenever the requests of the same language and seed change. */
export const REQUESTS_VERSION = 1;

/** Words before and after what is asked; no full stops, so that a request is one sentence. */
const AROUND = {
  en: {
    openers: [
      '',
      'hello, ',
      'good morning, ',
      'quick question: ',
      'sorry to bother you again, but ',
      'one more thing, ',
      'a word with you: ',
      'excuse me, ',
    ],
    closers: [
      '',
      ', please',
      ', if you can tell me',
      ', it is rather urgent',
      ', thank you',
      ', as I said on the phone',
      ', and kindly write back',
      ', no hurry though',
      ', my wife asks too',
    ],
  },
  zh: {
    openers: ['', '您好，', '早上好，', '请教一下，', '不好意思又打扰了，', '还有一件事，', '想跟您说一声，', '劳驾，'],
    closers: ['', '，麻烦您了', '，盼回复', '，有点着急', '，谢谢', '，电话里说过的', '，请写信告诉我', '，不急', '，家里人也在问'],
  },
} as const;

/**
 * Short requests of 32 intents, no two alike, for classification where the user gave no texts: `perLabel` of each, at most 1,728. Those of a smaller number
 * are the first ones of a larger.
 */
export function makeRequests({
  language,
  seed,
  perLabel,
}: {
  readonly language: 'en' | 'zh';
  readonly seed: number;
  readonly perLabel: number;
}): LabelledText[] {
  const { openers, closers } = AROUND[language];
  return (language === 'zh' ? INTENTS_ZH : [...INTENTS_GUESTS_EN, ...INTENTS_NEIGHBOURS_EN]).flatMap(({ label, asks, things }) => {
    const size = asks.length * things.length * openers.length * closers.length;
    const deck = seededRandom(seed, 'longiclbench', 'requests', language, label).shuffle(Array.from({ length: size }, (_, i) => i));
    return deck.slice(0, perLabel).map((card) => {
      const ask = asks[card % asks.length]!;
      const thing = things[Math.floor(card / asks.length) % things.length]!;
      const rest = Math.floor(card / (asks.length * things.length));
      const text = openers[rest % openers.length]! + ask.replace('{}', thing) + closers[Math.floor(rest / openers.length)]!;
      return { text, label };
    });
  });
}
