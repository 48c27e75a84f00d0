import type { PythonRandom } from '../../core/index.ts';
import type { AnsweredQuestion, QuestionKind, Worded } from './question-kind.ts';

const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
} as const;
const SYLLABLES = ['ba', 'ne', 'ri', 'to', 'lu', 'ka', 'me', 'si', 'do', 'fu', 'va', 'pe', 'gi', 'zo'];

type Language = 'en' | 'zh';

/** A kind whose answer is a number; a wrong one is a few off. */
function numbers(
  id: string,
  instruction: Worded,
  draw: (random: PythonRandom, language: Language) => readonly [question: string, answer: number],
): QuestionKind {
  return {
    id,
    instruction,
    make(random, language): AnsweredQuestion {
      const [question, answer] = draw(random, language);
      const off = random.integer(1, 9);
      const wrong = random.below(2) === 0 && answer > off ? answer - off : answer + off;
      return { question, answer: String(answer), wrong: String(wrong) };
    },
  };
}

/** A kind whose answer is one of some words. */
function words(
  id: string,
  instruction: Worded,
  draw: (
    random: PythonRandom,
    language: Language,
  ) => { readonly question: string; readonly answer: string; readonly others: readonly string[] },
): QuestionKind {
  return {
    id,
    instruction,
    make(random, language) {
      const { question, answer, others } = draw(random, language);
      return { question, answer, wrong: random.choice(others.filter((other) => other !== answer)) };
    },
  };
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Eight kinds of tasks whose answers are known by construction. */
export const QUESTION_KINDS: readonly QuestionKind[] = [
  numbers('sum', { en: 'Add the two numbers.', zh: '求两数之和。' }, (random) => {
    const [a, b] = [random.integer(100, 4999), random.integer(100, 4999)];
    return [`${a} + ${b}`, a + b];
  }),
  words('weekday', { en: 'Name the day of the week.', zh: '说出是星期几。' }, (random, language) => {
    const [from, days] = [random.below(7), random.integer(2, 999)];
    const names = WEEKDAYS[language];
    const question = language === 'en' ? `${days} days after a ${names[from]!}` : `${names[from]!}之后第 ${days} 天`;
    return { question, answer: names[(from + days) % 7]!, others: names };
  }),
  words('larger', { en: 'Give the larger of the two numbers.', zh: '写出两数中较大的一个。' }, (random, language) => {
    const a = random.integer(1000, 99_999);
    const b = a + random.integer(1, 900);
    const pair = random.below(2) === 0 ? [a, b] : [b, a];
    return { question: pair.join(language === 'en' ? ' or ' : ' 和 '), answer: String(b), others: [String(a)] };
  }),
  numbers(
    'minutes',
    { en: 'Count the minutes from the first time to the second.', zh: '计算两个时刻相隔多少分钟。' },
    (random, language) => {
      const from = random.below(1200);
      const passed = random.integer(11, 239);
      return [language === 'en' ? `${clock(from)} to ${clock(from + passed)}` : `${clock(from)} 到 ${clock(from + passed)}`, passed];
    },
  ),
  words('last-letter', { en: 'Give the last letter of the word.', zh: '写出单词的最后一个字母。' }, (random) => {
    const word =
      Array.from({ length: random.integer(2, 4) }, () => random.choice(SYLLABLES)).join('') + random.choice(['', 'n', 'r', 's', 'l']);
    return { question: word, answer: word.at(-1)!, others: [...'aeiounrsl'] };
  }),
  numbers('product', { en: 'Multiply the two numbers.', zh: '求两数之积。' }, (random) => {
    const [a, b] = [random.integer(3, 199), random.integer(11, 99)];
    return [`${a} × ${b}`, a * b];
  }),
  numbers('next', { en: 'Give the next number of the sequence.', zh: '写出数列的下一个数。' }, (random) => {
    const [first, step] = [random.integer(1, 900), random.integer(2, 60)];
    return [[0, 1, 2, 3].map((i) => first + i * step).join(', '), first + 4 * step];
  }),
  words('parity', { en: 'Say whether the number is odd or even.', zh: '判断该数是奇数还是偶数。' }, (random, language) => {
    const number = random.integer(1000, 99_999);
    const [even, odd] = language === 'en' ? (['even', 'odd'] as const) : (['偶数', '奇数'] as const);
    return { question: String(number), answer: number % 2 === 0 ? even : odd, others: [even, odd] };
  }),
];
