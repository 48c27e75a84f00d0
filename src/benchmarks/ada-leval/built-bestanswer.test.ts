import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scored } from '../../datasets/data-run.fixture.ts';
import { builtRun } from './built-run.fixture.ts';
import { makeHowTo } from './how-to.ts';
import { HOW_TO_WORDS } from './how-to-words.ts';
import { adaLeval } from './index.ts';
import type { DumpRow } from './dump-row.ts';

/** Question and answers of a prompt, read from its text. */
function readPrompt(text: string, language: 'en' | 'zh') {
  const [question, rest] = language === 'en' ? ['Question:\n\n', '\n\nAnswers:\n\n'] : ['问题：\n\n', '\n\n回答：\n\n'];
  const [head, tail] = text.slice(text.indexOf(question) + question.length).split(rest) as [string, string];
  const answers = tail
    .slice(0, tail.lastIndexOf('\n\n'))
    .split(/(?:^|\n\n)A\d+:\n\n/)
    .slice(1);
  return { question: head, answers };
}

test('built-in questions: one answer alone deals with all four sides of the question, whatever the length', async () => {
  const { samples, all, text, count } = await builtRun('bestanswer', { lengths: [500, 2000, 16_000], repeats: 4 });
  expect([samples.length, all.length]).toEqual([24, 24]);
  for (const sample of samples) {
    const language = sample.cell['language'] as 'en' | 'zh';
    const { question, answers } = readPrompt(text(sample), language);
    const sides = Object.values(HOW_TO_WORDS[language]).filter((side) => Array.isArray(side));
    const wanted = sides.map((side) => side.find(([asked]: readonly string[]) => question.includes(asked!))[1] as string);
    const right = answers.flatMap((answer, i) => (wanted.every((part) => answer.includes(part)) ? [`A${i + 1}`] : []));
    expect(right).toEqual([sample.target]);
    expect(new Set(answers).size).toBe(answers.length);
    const asked = Number(sample.cell['askedTokens']);
    expect(sample.promptTokens).toBe(count(text(sample)));
    expect(sample.promptTokens).toBeLessThanOrEqual(asked);
    expect(sample.promptTokens).toBeGreaterThan(asked - 90);
    expect(sample.facts).toMatchObject({ candidates: answers.length });
  }
});

test('made questions: no two alike, and three different answers each, the first accepted', () => {
  for (const language of ['en', 'zh'] as const) {
    const rows = makeHowTo({ language, seed: 5, count: 10_000 });
    expect([rows.length, new Set(rows.map(({ question }) => question)).size]).toEqual([6144, 6144]);
    for (const { answers } of rows) expect(new Set(answers.map(({ text }) => text)).size).toBe(3);
    expect(makeHowTo({ language, seed: 5, count: 40 })).toEqual(rows.slice(0, 40));
  }
});

test('words of an answer do not stand in its question', () => {
  for (const [question, answer] of Object.values(HOW_TO_WORDS.en).flatMap((side) =>
    Array.isArray(side) ? (side as [string, string][]) : [],
  )) {
    const words = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]{5,}/g) ?? [];
    expect(words(answer).filter((word) => [...words(question)].some((other) => other === word))).toEqual([]);
  }
});

const rowsOf = fc.array(
  fc.record({
    question: fc.string({ minLength: 3, maxLength: 40 }).filter((text) => /[a-z]/.test(text)),
    answers: fc.array(
      fc.record({ text: fc.string({ minLength: 1, maxLength: 300 }).filter((text) => /\S/.test(text)), score: fc.integer() }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  }),
  { minLength: 3, maxLength: 40 },
);

test('any dump: the best answer stands where the target says, the prompt is as long as whole answers allow, same seed same samples', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-dump-'));
  await fc.assert(
    fc.asyncProperty(rowsOf, fc.integer({ min: 100, max: 3000 }), async (rows, length) => {
      await writeFile(join(folder, 'answered.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
      const options = { dataDir: folder, lengths: [length], repeats: 3, languages: 'en' };
      const { samples, corpora, text, count } = await builtRun('bestanswer', options);
      expect((await builtRun('bestanswer', options)).samples).toEqual(samples);
      for (const sample of samples) {
        expect(sample.promptTokens).toBe(count(text(sample)));
        expect(sample.promptTokens).toBeLessThanOrEqual(length);
        const blocks = sample.ask.kind === 'generate' ? sample.ask.steps[0]!.messages[0]!.blocks : [];
        const asked = blocks.find(({ role }) => role === 'question')!.pieces[0] as { text: string };
        const gold = blocks.find(({ id }) => id === sample.target)!.pieces[1] as { from: number; to: number };
        const goldText = Buffer.from(corpora[0]!.bytes.subarray(gold.from, gold.to)).toString();
        const right = rows.filter(({ question }) => question.trim() === asked.text).map((row) => bestOf(row));
        expect(right).toContain(goldText);
        const { candidates } = sample.facts as { candidates: number };
        expect(sample.promptTokens > length - 340 || candidates === corpora[0]!.documents.length - 1).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
  await rm(folder, { recursive: true });
});

/** The text that stands highest, slowly. */
function bestOf({ answers }: DumpRow): string | undefined {
  const [first, second] = answers.toSorted((a, b) => b.score! - a.score!);
  return first && first.score !== second?.score ? Buffer.from(first.text.trim()).toString() : undefined;
}

test('an own dump: accepted before score, nearest questions first, too few questions are told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-dump-'));
  const rows: DumpRow[] = [
    {
      question: 'How is dough folded?',
      answers: [
        { text: 'Twice by hand.', score: 9 },
        { text: 'Four times, then it rests.', accepted: true },
      ],
    },
    {
      question: 'Why does a boat lean?',
      answers: [
        { text: 'Its load has shifted to one side.', score: 1 },
        { text: 'Wind.', score: 1 },
      ],
    },
    { question: 'When is dough ready?', answers: [{ text: 'When a dent stays.' }] },
  ];
  await writeFile(join(folder, 'answered.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const { samples, skipped, text, corpora, task } = await builtRun('bestanswer', { dataDir: folder, lengths: [110, 200], repeats: 2 });
  expect(samples).toHaveLength(2);
  const [short, long] = samples.map((sample) => readPrompt(text(sample), 'en'));
  expect(short!.answers.toSorted()).toEqual(['Four times, then it rests.', 'Twice by hand.', 'When a dent stays.']);
  expect(long!.answers).toHaveLength(5);
  expect(long!.answers[Number(String(samples[1]!.target).slice(1)) - 1]).toBe('Four times, then it rests.');
  expect(skipped.map((each) => each.skipped.reason)).toEqual(Array.from({ length: 6 }, () => 'no-data'));
  expect((await adaLeval.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  const sample = { ...samples[1]!, target: 'A3' };
  expect(scored(task, sample, 'A3')).toMatchObject({ value: 1, parts: [{ value: 1 }, { metric: 'copied', value: 1 }] });
  expect(scored(task, sample, 'A9')).toMatchObject({ value: 0, errorClass: 'invalid-form' });
  await rm(folder, { recursive: true });
});

test('built-in answers are made again from their origin; a million tokens are more than there are', async () => {
  const { skipped, corpora } = await builtRun('bestanswer', { lengths: [1_000_000], repeats: 1, languages: 'zh' });
  expect(skipped[0]!.skipped.reason).toBe('too-short');
  expect((await adaLeval.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  await expect(adaLeval.reopen!({ ...corpora[0]!, origin: { ...corpora[0]!.origin, version: 0 } })).rejects.toMatchObject({ code: 'data' });
});
