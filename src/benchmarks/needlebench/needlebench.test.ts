import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom, type Sample } from '../../core/index.ts';
import { corpusContains } from '../../text/index.ts';
import { needlebench } from './index.ts';
import type { BoxedTarget } from './boxed-score.ts';
import { defaultPrompts } from './default-prompts.ts';
import { multiReasoning } from './multi-reasoning.ts';
import { multiRetrieval } from './multi-retrieval.ts';
import { drawOwnFact } from './own-facts.ts';
import { singleRetrieval } from './single-retrieval.ts';
import { all, built, scored, testCorpus, testRun } from './test-run.fixture.ts';
import { DEPTHS_V2, SUITE_OPTIONS, SUITES } from './suites.ts';
import { rubricOf } from './rubric.ts';

const run = await testRun();
const drawn = (language: 'en' | 'zh', seed: number) =>
  drawOwnFact(seededRandom(seed), { language, prompts: defaultPrompts, count: 2 }).answer;
const small = { lengths: [2500], depths: [0, 60, 100], repeats: 2, needles: [2, 5], atcNeedles: [2, 8] };

/** The right answer, from the target. */
function rightAnswer(sample: Sample): string {
  const text = [sample.target].flat().join(', ');
  return rubricOf<{ readonly kind?: string }>(sample).kind === 'boxed' ? `so \\boxed{${text}}` : text;
}

const settings = [
  {},
  { position: 'start' },
  { version: 'v1' },
  { form: 'v1-ordered' },
  { form: 'choice' },
  { mode: 'compat' },
  { mode: 'compat', version: 'v1' },
];

test.each(settings)('%j: ids are unique, samples reproduce, the target scores 1 and nothing scores 0', async (options) => {
  for (const task of needlebench.tasks) {
    const samples = await built(task, { ...small, ...options }, run.deps);
    expect(samples.length).toBeGreaterThan(0);
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    expect(JSON.stringify(await built(task, { ...small, ...options }, run.deps))).toBe(JSON.stringify(samples));
    for (const sample of samples) {
      expect(sample.id.startsWith(`${task.id}/`)).toBe(true);
      expect([sample.id, scored(task, sample, rightAnswer(sample)).value, scored(task, sample, '').value]).toEqual([sample.id, 1, 0]);
      expect(scored(task, sample, '').mode in task.fidelity).toBe(true);
      expect(run.prompt(sample)).not.toMatch(/\\boxed[^{]|\{\w+\}(?<!\\boxed\{\w+\})/);
      expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
    }
  }
});

test('corrected prompts have exactly the length asked for, and needles near their depths', async () => {
  for (const task of [singleRetrieval, multiRetrieval, multiReasoning]) {
    for (const sample of await built(task, { ...small, lengths: [4000] }, run.deps)) {
      expect([sample.id, sample.promptTokens, run.deps.tokenizer.count(run.prompt(sample))]).toEqual([sample.id, 4000, 4000]);
      for (const { askedDepthPercent, depthPercent } of sample.placements!)
        expect(Math.abs(askedDepthPercent - depthPercent)).toBeLessThan(3);
    }
  }
});

test('the question block holds the question alone, and the prompt reads as a whole', async () => {
  const [sample] = await built(singleRetrieval, { ...small, languages: ['en'] }, run.deps);
  const blocks = sample!.ask.kind === 'generate' ? sample!.ask.steps[0]!.messages[0]!.blocks : [];
  expect(blocks.map(({ role }) => role)).toEqual([
    'instruction',
    'evidence',
    'context',
    'instruction',
    'question',
    'format',
    'instruction',
  ]);
  const question = blocks.find(({ role }) => role === 'question')!;
  expect(question.pieces).toEqual([{ text: expect.stringMatching(/^[A-Z][^?]*\?$/) }]);
  expect(run.prompt(sample!)).toContain(rubricOf<{ needle: string }>(sample!).needle);
});

test('corrected needles are never in the haystack, and differ from cell to cell', async () => {
  const samples = await built(singleRetrieval, { ...small, depths: [0, 20, 40, 60, 80, 100], languages: ['en'] }, run.deps);
  const keywords = samples.map(({ target }) => target as string);
  expect(new Set(keywords).size).toBeGreaterThan(9);
  expect(keywords.filter((keyword) => corpusContains(testCorpus('en'), keyword))).toEqual([]);
});

test('a keyword that stands in the haystack is drawn again', async () => {
  const options = { ...small, languages: ['en'], depths: [50], repeats: 1 };
  const [first] = await built(singleRetrieval, options, run.deps);
  const { keyword } = rubricOf<{ keyword: string }>(first!);
  const leaky = await testRun({ corpora: [testCorpus('en', { extra: ` It was the ${keyword}. ` })] });
  const [second] = await built(singleRetrieval, options, leaky.deps);
  expect(rubricOf<{ keyword: string }>(second!).keyword).not.toBe(keyword);
  const [chain] = await built(multiReasoning, options, run.deps);
  const { people } = rubricOf<BoxedTarget>(chain!);
  const named = await testRun({ corpora: [testCorpus('en', { extra: ` ${people[0]} went home. ` })] });
  const [other] = await built(multiReasoning, options, named.deps);
  expect(rubricOf<BoxedTarget>(other!).people).not.toContain(people[0]);
});

test('v1: an item whose answer stands in the haystack is drawn again, and skipped when there is no other', async () => {
  const options = { ...small, version: 'v1', depths: [50], repeats: 1, needles: [2] };
  for (const language of ['en', 'zh'] as const) {
    const [first] = await built(multiReasoning, { ...options, languages: [language] }, run.deps);
    const answer = first!.target as string;
    const broken = language === 'en' ? ` They went to ${answer.toUpperCase()}. ` : `后来去了${answer.slice(0, 1)}\n${answer.slice(1)}。`;
    const leaky = await testRun({ corpora: [testCorpus(language, { extra: broken })] });
    const [second] = await built(multiReasoning, { ...options, languages: [language] }, leaky.deps);
    expect(second!.target).not.toBe(answer);
    const [compat] = await built(multiReasoning, { ...options, mode: 'compat', languages: [language] }, run.deps);
    const known = await testRun({ corpora: [testCorpus(language, { extra: ` ${String(compat!.target)} ` })] });
    const [kept] = await built(multiReasoning, { ...options, mode: 'compat', languages: [language] }, known.deps);
    expect(kept!.target).toBe(compat!.target);
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'fathom-facts-'));
  const record = { derivation_count: 2, derivations: ['One.', 'Two.'], question: 'So?', answer: 'River' };
  await writeFile(join(dataDir, 'multi_needle_reasoning_en.json'), JSON.stringify([record]));
  const official = await all(multiReasoning, { ...options, languages: ['en'], dataDir }, run.deps);
  await rm(dataDir, { recursive: true });
  expect(official).toMatchObject([{ skipped: { reason: 'too-few-clean-facts' } }]);
});

test('our own towns: 400 a language, none inside another', () => {
  for (const language of ['en', 'zh'] as const) {
    const towns = [...new Set(Array.from({ length: 6000 }, (_, i) => drawn(language, i)))].map((town) => town.toLowerCase());
    expect(towns).toHaveLength(400);
    expect(towns.filter((town) => towns.some((other) => other !== town && other.includes(town)))).toEqual([]);
  }
});

test('multi retrieval: the needles of a repeat are the same at every length, none inside another', async () => {
  const samples = await built(multiRetrieval, { lengths: [3000, 6000], repeats: 2 }, run.deps);
  const keywordsOf = ({ target }: Sample) => target as readonly string[];
  const at = (language: string, length: number, repeat: number) =>
    keywordsOf(samples.find(({ id }) => id === `needlebench/multi-retrieval/${language}/${length}/11/${repeat}`)!);
  for (const language of ['en', 'zh']) {
    expect(at(language, 3000, 0)).toEqual(at(language, 6000, 0));
    expect(at(language, 3000, 0)).not.toEqual(at(language, 3000, 1));
  }
  for (const sample of samples) {
    const words = keywordsOf(sample);
    expect(words.filter((word) => words.some((other) => other !== word && other.includes(word)))).toEqual([]);
    expect(scored(multiRetrieval, sample, words[3]!)).toMatchObject({
      value: 1 / 11,
      parts: words.map((_, i) => ({ cell: { depthPercent: i * 10 }, value: Number(i === 3) })),
    });
  }
});

test('repeats of one language share nothing but their place: haystacks depend on language and repeat only', async () => {
  const samples = await built(singleRetrieval, { ...small, languages: ['en'] }, run.deps);
  expect(new Set(samples.map(({ cluster }) => cluster))).toEqual(new Set(['haystack/en/0', 'haystack/en/1']));
  const first = (id: string) => run.prompt(samples.find((sample) => sample.id.endsWith(id))!).slice(0, 2000);
  expect(first('/60/0')).toBe(first('/100/0'));
  expect(first('/60/0')).not.toBe(first('/60/1'));
});

test('a cell that cannot fit is skipped with its reason', async () => {
  const samples = await all(multiRetrieval, { lengths: [300], repeats: 1, languages: ['en'] }, run.deps);
  expect(samples).toEqual([
    {
      id: 'needlebench/multi-retrieval/en/300/11/0',
      task: 'needlebench/multi-retrieval',
      cell: { askedTokens: 300, needles: 11, language: 'en', position: 'end', repeat: 0 },
      skipped: { reason: 'too-short', detail: expect.any(String) },
    },
  ]);
});

test('published suites', () => {
  const { v1, v2 } = SUITES;
  expect(Object.fromEntries(Object.entries(v2).map(([name, suite]) => [name, suite.lengths]))).toEqual({
    '4k': [1000, 2000, 3000, 4000],
    '8k': [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000],
    '32k': [1000, 4000, 8000, 12000, 16000, 20000, 24000, 28000, 32000],
    '128k': [1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000],
    '200k': [1000, 25000, 50000, 75000, 100000, 125000, 150000, 175000, 200000],
    '256k': [32000, 128000, 256000],
    '1000k': [1000, 125000, 250000, 375000, 500000, 625000, 750000, 875000, 1000000],
  });
  expect(Object.values(v2).map(({ bufferEn, bufferZh, depths }) => [bufferEn['multi-retrieval'], bufferZh, depths === DEPTHS_V2])).toEqual([
    ...[500, 500].map((buffer) => [buffer, 200, true]),
    ...[3000, 3000, 3000, 3000, 3000].map((buffer) => [buffer, 200, true]),
  ]);
  expect(
    Object.entries(v1).map(([name, { lengths, depths, bufferEn }]) => [
      name,
      lengths.length,
      lengths[0],
      lengths.at(-1),
      depths.length,
      ...Object.values(bufferEn),
    ]),
  ).toEqual([
    ['4k', 4, 1000, 4000, 20, 600, 600, 1000],
    ['8k', 4, 5000, 8000, 20, 800, 1000, 1300],
    ['32k', 8, 9000, 32000, 11, 3000, 3000, 3000],
    ['128k', 8, 16000, 128000, 11, 600, 600, 3000],
    ['200k', 8, 16000, 200000, 11, 600, 600, 3000],
    ['256k', 3, 32000, 256000, 11, 600, 600, 3000],
    ['1000k', 8, 20000, 1000000, 11, 600, 600, 3000],
    ['base', 3, 32000, 200000, 11, 600, 600, 3000],
  ]);
  expect(v1['4k']!.depths).toEqual(Array.from({ length: 20 }, (_, i) => Math.trunc((i * 100) / 19)));
  expect(SUITE_OPTIONS['v1-32k']).toEqual({ suite: '32k', version: 'v1', lengths: v1['32k']!.lengths, depths: v1['32k']!.depths });
});

test.each([
  [{ lengths: [0] }, 'NeedleBench cannot use lengths: [0].', 'whole numbers of tokens from 1'],
  [{ depths: [120] }, 'NeedleBench cannot use depths: [120].', '0 to 100'],
  [{ languages: ['fr'] }, 'NeedleBench cannot use languages: ["fr"].', 'en, zh'],
  [{ needles: [1] }, 'NeedleBench cannot use needles: [1].', '2 to 1000'],
  [{ mode: 'strict' }, 'NeedleBench cannot use mode: "strict".', 'corrected, compat'],
  [{ lenghts: [4000] }, 'NeedleBench has no option "lenghts".', 'Did you mean lengths?'],
  [{ suite: '9k' }, 'NeedleBench v2 has no suite "9k".', '4k, 8k'],
  [{ suite: 'v1-8k', version: 'v2' }, 'NeedleBench v2 has no suite "v1-8k".', 'v1-4k'],
])('%j is refused', async (options, message, fix) => {
  await expect(all(singleRetrieval, options as never, run.deps)).rejects.toMatchObject({
    code: 'misuse',
    message,
    fix: expect.stringContaining(fix),
  });
});

/** Everything in a prompt but the haystack. */
function ownText({ ask, facts }: Sample): string {
  const blocks = ask.kind === 'generate' ? ask.steps[0]!.messages[0]!.blocks : [];
  const own = blocks.filter(({ role, id }) => role !== 'context' || id !== undefined).flatMap(({ pieces }) => pieces);
  return JSON.stringify([own, (facts as { rubric: object }).rubric]);
}

test('wording, data and draws are pinned: a change here needs a new task version', async () => {
  const digests = [];
  for (const task of needlebench.tasks) {
    const texts = (await built(task, small, run.deps)).map(ownText);
    digests.push(`${task.id} v${task.version} ${createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12)}`);
  }
  expect(digests).toMatchInlineSnapshot(`
    [
      "needlebench/single-retrieval v1 0f40b2d448dc",
      "needlebench/multi-retrieval v1 ee588d8e8494",
      "needlebench/multi-reasoning v1 fa6192c8bb33",
      "needlebench/ancestral-trace v1 30f02ec23908",
      "needlebench/ancestral-trace-hard v1 e701f20a9f30",
    ]
  `);
});
