import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom, type JsonObject } from '../../core/index.ts';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { loadTokenizer } from '../../text/index.ts';
import { longins } from './index.ts';
import { QUESTION_KINDS } from './question-kinds.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (mode: string) => longins.tasks.find(({ id }) => id === `longins/${mode}`)!;
const build = (mode: string, options: JsonObject) => dataRun(task(mode), options, { tokenizer: 'o200k_base' });

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEK_ZH = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What each kind of question asks for, worked out from its words alone, the slow way. */
const SOLVE: { readonly [kind: string]: (question: string) => string } = {
  sum: (question) => String(question.split(' + ').reduce((total, each) => total + Number(each), 0)),
  product(question) {
    const [a, b] = question.split(' × ').map(Number) as [number, number];
    let total = 0;
    for (let i = 0; i < a; i++) total += b;
    return String(total);
  },
  weekday(question) {
    const names = /[a-z]/.test(question) ? DAYS : WEEK_ZH;
    let at = names.findIndex((name) => question.includes(name));
    for (let days = Number(/\d+/.exec(question)![0]); days > 0; days--) at = at === 6 ? 0 : at + 1;
    return names[at]!;
  },
  larger: (question) => [...question.matchAll(/\d+/g)].map(([number]) => number).reduce((a, b) => (Number(a) > Number(b) ? a : b)),
  minutes(question) {
    const [from, to] = question.split(/ to | 到 /).map(minutes) as [number, number];
    return String(to - from);
  },
  'last-letter': (question) => question.slice(-1),
  next(question) {
    const all = question.split(', ').map(Number);
    return String(all.at(-1)! + (all[1]! - all[0]!));
  },
  parity: (question) => ('02468'.includes(question.slice(-1)) ? 'even' : 'odd'),
};
const PARITY_ZH: { readonly [answer: string]: string } = { even: '偶数', odd: '奇数' };

function solve(kind: string, question: string, language: string): string {
  const answer = SOLVE[kind]!(question);
  return kind === 'parity' && language === 'zh' ? PARITY_ZH[answer]! : answer;
}

interface Line {
  readonly number: number;
  readonly kind: string;
  readonly question: string;
  readonly answer: string;
}

/** The numbered lines of a prompt, read from its text alone; the kind from the line's instruction, or as told. */
function linesOf(prompt: string, { language, kind }: { readonly language: 'en' | 'zh'; readonly kind?: string }): Line[] {
  return [...prompt.matchAll(/^\[(\d+)\] (.*) (?:Answer: |答案：)(.+)$/gm)].map(([, number, rest, answer]) => {
    const found = kind ?? QUESTION_KINDS.find(({ instruction }) => rest!.startsWith(instruction[language]))!.id;
    const instruction = kind === undefined ? QUESTION_KINDS.find(({ id }) => id === found)!.instruction[language] : '';
    return { number: Number(number), kind: found, question: rest!.slice(instruction.length).trim(), answer: answer! };
  });
}

describe.each(['gist', 'list', 'limt'])('built-%s', (mode) => {
  test('fills its length to within a question; a tenth is wrong: exactly those that a slow solver finds', async () => {
    const tokenizer = await loadTokenizer('o200k_base');
    const { samples, messages } = await build(`built-${mode}`, { lengths: [700, 3000], repeats: 8 });
    expect(samples).toHaveLength(32);
    for (const sample of samples) {
      const [prompt] = messages(sample) as [string];
      const language = sample.cell['language'] as 'en' | 'zh';
      const lines = linesOf(prompt, { language, ...(mode === 'gist' && { kind: String(sample.cell['kind']) }) });
      expect(lines.map(({ number }) => number)).toEqual(lines.map((_, i) => i + 1));
      expect(sample.facts).toMatchObject({ questions: lines.length });
      const wrong = lines.filter(({ kind, question, answer }) => answer !== solve(kind, question, language)).map(({ number }) => number);
      expect(sample.target).toEqual(wrong);
      expect(Math.abs(wrong.length - lines.length / 10)).toBeLessThan(1);
      expect(sample.promptTokens).toBe(tokenizer.count(prompt));
      expect(sample.promptTokens).toBeLessThanOrEqual(Number(sample.cell['askedTokens']));
      expect(sample.promptTokens).toBeGreaterThan(Number(sample.cell['askedTokens']) - 60);
      expect(new Set(lines.map(({ kind }) => kind)).size > 4).toBe(mode === 'limt');
    }
  });
});

test('the same seed gives the same lists; longer lists begin as shorter ones', async () => {
  const options = { lengths: [500, 1000], repeats: 2, languages: 'en' };
  const made = await build('built-limt', options);
  expect((await build('built-limt', options)).samples).toEqual(made.samples);
  const [short, , long] = made.samples.map((sample) => linesOf(made.messages(sample)[0]!, { language: 'en' }));
  expect(long!.slice(0, short!.length)).toEqual(short);
  expect((await longins.reopen!(made.corpora[0]!)).digest).toBe(made.corpora[0]!.digest);
});

test('own questions: a wrong answer is the row’s own or that of another question', async () => {
  const made = await build('built-gist', { dataDir, lengths: [40, 150, 9000], repeats: 2 });
  expect(made.samples.map(({ cell }) => [cell['language'], cell['askedTokens'], cell['kind']])).toEqual([
    ['en', 150, 'own'],
    ['en', 150, 'own'],
  ]);
  const right = new Map([
    ['Which river runs through Velm?', 'the Ann'],
    ['Who built the pier?', 'Ada Trent'],
    ['Who wrote the song?', 'Tom Reed'],
    ['What colour is the lighthouse?', 'white'],
    ['How old is the mill?', 'ninety years'],
  ]);
  for (const sample of made.samples) {
    const lines = linesOf(made.messages(sample)[0]!, { language: 'en', kind: 'own' });
    expect(lines).toHaveLength(5);
    const wrong = lines.filter(({ question, answer }) => right.get(question) !== answer);
    expect(wrong.map(({ number }) => number)).toEqual(sample.target);
    expect(wrong).toHaveLength(1);
    expect([...right.values(), 'the Orr']).toContain(wrong[0]!.answer);
  }
  expect(made.skipped.map(({ cell, skipped: { reason } }) => [cell['language'], reason])).toEqual([
    ['en', 'length'],
    ['en', 'length'],
    ['en', 'too-short'],
    ['en', 'too-short'],
    ...Array.from({ length: 6 }, () => ['zh', 'no-data']),
  ]);
  expect((await longins.reopen!(made.corpora[0]!)).digest).toBe(made.corpora[0]!.digest);
});

test('a built list is scored as a published one; the headline of built lists alone is theirs', async () => {
  const [sample] = (await build('built-list', { lengths: [2000], repeats: 1, languages: 'zh' })).samples;
  const score = scored(task('built-list'), sample!, `[${(sample!.target as number[]).join(', ')}]`);
  expect(score).toMatchObject({ value: 1, metric: 'f1' });
  const rows = [{ task: 'longins/built-list', cell: sample!.cell, result: { status: 'ok' as const, score } }];
  expect(longins.aggregate(rows, {}).map(({ metric, value }) => [metric, value])).toEqual([
    ['overall', 1],
    ['built-LIST', 1],
    ['built-LIST/2000', 1],
  ]);
});

test('LIMT is read from its files as LIST is', async () => {
  const { samples, messages } = await build('limt', { dataDir });
  expect(samples.map(({ target }) => target)).toEqual([[2]]);
  expect(messages(samples[0]!)[0]).toContain('its own instruction');
});

test('every kind: the answer is right, the wrong one is not, in both languages', () => {
  for (const kind of QUESTION_KINDS) {
    for (const language of ['en', 'zh'] as const) {
      const random = seededRandom(1, kind.id, language);
      for (let i = 0; i < 300; i++) {
        const { question, answer, wrong } = kind.make(random, language);
        expect([question, answer]).toEqual([question, solve(kind.id, question, language)]);
        expect(wrong).not.toBe(answer);
      }
    }
  }
});
