import { expect, test } from 'vitest';
import { PythonRandom, type Sample } from '../../core/index.ts';
import { createTape, indexCorpus } from '../../text/index.ts';
import { defaultPrompts } from './default-prompts.ts';
import { multiReasoning } from './multi-reasoning.ts';
import { multiRetrieval, publishedNeedles } from './multi-retrieval.ts';
import { publishedOrder } from './haystack-sample.ts';
import { loadNeedleRows } from './needle-data.ts';
import { doubleShiftPlaces, retrievalPlaces, tokensAtDepth } from './published-places.ts';
import { joinedQuestion } from './question-parts.ts';
import { singleRetrieval } from './single-retrieval.ts';
import { ancestralTrace } from './ancestral-trace.ts';
import { built, testCorpus, testRun } from './test-run.fixture.ts';
import { rubricOf } from './rubric.ts';

const run = await testRun();

test('lines are shuffled in place, repeat after repeat', () => {
  const orders = [0, 1, 2, 3].map((repeat) => publishedOrder(10, repeat).join(' '));
  expect(orders).toEqual(['7 8 1 5 3 4 2 0 9 6', '2 9 6 0 4 5 7 3 8 1', '5 1 0 4 7 3 6 8 9 2', '1 3 6 5 2 7 8 0 9 4']);
});

test('the needle of a repeat is the published choice among 20', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i);
  expect([0, 1, 2, 3].map((repeat) => new PythonRandom(repeat).choice(twenty))).toEqual([12, 4, 1, 7]);
});

test('eleven needles are permuted by the repeat as published', () => {
  const eleven = [...Array(11).keys()];
  expect([0, 1, 2].map((repeat) => new PythonRandom(repeat).shuffle([...eleven]).join(' '))).toEqual([
    '8 9 1 2 5 3 7 4 0 10 6',
    '6 8 10 7 5 3 0 4 1 9 2',
    '7 10 3 4 2 8 6 5 9 1 0',
  ]);
});

test.each([
  { tokens: 1000, depth: 0, expected: [0, 120, 240, 360, 480] },
  { tokens: 10_000, depth: 50, expected: [5000, 6020, 7040, 8060, 9080] },
  { tokens: 1000, depth: 80, expected: [800, 920, 1000, 1000, 1000] },
  { tokens: 1000, depth: 100, expected: [1000, 1000, 1000, 1000, 1000] },
  { tokens: 0, depth: 40, expected: [0, 0, 0, 0, 0] },
])('double shift: $tokens tokens, depth $depth', ({ tokens, depth, expected }) => {
  expect(doubleShiftPlaces(tokens, depth, [20, 20, 20, 20, 20])).toEqual(expected);
});

/** The published code on a list of tokens, step by step. */
function insertedAsPublished(tokens: number, depth: number, lengths: readonly number[]): number[] {
  const points: number[] = [];
  lengths.forEach((_, i) => {
    const before = lengths.slice(0, i).reduce((a, b) => a + b, 0);
    const point = i === 0 ? Math.trunc(tokens * (depth / 100)) : Math.trunc(points[i - 1]! + lengths[i - 1]! + tokens * (10 / 100));
    points.push(Math.min(point, tokens + before));
  });
  const text: string[] = Array.from({ length: tokens }, () => 'h');
  lengths.forEach((length, i) => {
    text.splice(points[i]!, 0, ...Array.from({ length }, () => String(i)));
    for (let j = i + 1; j < points.length; j++) points[j]! += length;
  });
  return lengths.map((_, i) => text.slice(0, text.indexOf(String(i))).filter((token) => token === 'h').length);
}

test('double shift agrees with the published list insertion', () => {
  const random = new PythonRandom(5);
  for (let i = 0; i < 200; i++) {
    const lengths = Array.from({ length: random.integer(2, 5) }, () => random.integer(1, 40));
    const [tokens, depth] = [random.below(900), random.below(11) * 10];
    expect(doubleShiftPlaces(tokens, depth, lengths)).toEqual(insertedAsPublished(tokens, depth, lengths));
  }
});

test('retrieval: needle i at depth i of the haystack', () => {
  expect(retrievalPlaces(1001, [0, 50, 100])).toEqual([0, 500, 1001]);
  expect(tokensAtDepth(1000, 29)).toBe(290);
});

test('the unseeded draw is an input: distinct keys and keywords, in the order drawn', async () => {
  const rows = await loadNeedleRows({ prompts: defaultPrompts });
  const draw = (drawSeed: number, repeat: number) => publishedNeedles(rows, { language: 'zh', count: 11, repeat, drawSeed })!;
  expect(
    draw(3, 0)
      .map(({ value }) => value)
      .sort(),
  ).toEqual(
    draw(3, 1)
      .map(({ value }) => value)
      .sort(),
  );
  expect(draw(3, 0)).not.toEqual(draw(3, 1));
  expect(draw(3, 0)).not.toEqual(draw(4, 0));
  expect(draw(3, 0).every(({ language }) => language === 'zh')).toBe(true);
  const [row] = rows;
  const few = [row!, { ...row!, value: 'other' }, { ...row!, key: 'x', value: 'y' }];
  expect(
    publishedNeedles(few, { language: 'en', count: 2, repeat: 0, drawSeed: 0 })!
      .map(({ key }) => key)
      .sort(),
  ).toEqual([row!.key, 'x'].sort());
  expect(publishedNeedles(few, { language: 'en', count: 3, repeat: 0, drawSeed: 0 })).toBeUndefined();
});

/** The prompt as the published generator builds it, on whole token lists. */
async function publishedPrompt(sample: Sample, layout: string, question: string): Promise<string> {
  const language = String(sample.cell['language']) as 'en' | 'zh';
  const corpus = testCorpus(language);
  const { tokenizer } = run.deps;
  const { order } = createTape(await indexCorpus(corpus, tokenizer), publishedOrder(30, Number(sample.cell['repeat'])));
  const lines = order.map((i) => Buffer.from(corpus.bytes.subarray(corpus.documents[i]!, corpus.documents[i + 1]!)).toString());
  const needle = [...tokenizer.encode(`\n${rubricOf<{ needle: string }>(sample).needle}\n`)];
  const budget = Math.max(Number(sample.cell['askedTokens']) - (language === 'en' ? 500 : 200) - needle.length, 0);
  const hay: number[] = [];
  for (const line of lines) {
    if (hay.length >= budget) break;
    hay.push(...tokenizer.encode(line));
  }
  hay.length = Math.min(hay.length, budget);
  const at = Math.trunc(hay.length * (Number(sample.cell['depthPercent']) / 100));
  const text = new TextDecoder().decode(tokenizer.decode([...hay.slice(0, at), ...needle, ...hay.slice(at)]));
  return layout.replace('{context}', () => text).replace('{question}{format}', () => question);
}

test('a compat prompt is the published token splice, byte for byte, U+FFFD included', async () => {
  const options = { mode: 'compat', suite: '4k', lengths: [2000, 3000], depths: [0, 30, 70, 100], repeats: 3 };
  const samples = await built(singleRetrieval, options, run.deps);
  const rows = await loadNeedleRows({ prompts: defaultPrompts });
  expect(samples).toHaveLength(2 * 2 * 4 * 3);
  const prompts = samples.map((sample) => run.prompt(sample));
  for (const [i, sample] of samples.entries()) {
    const language = String(sample.cell['language']) as 'en' | 'zh';
    const { needle } = rubricOf<{ needle: string }>(sample);
    const row = rows.filter((each) => each.language === language);
    expect(needle).toBe(new PythonRandom(Number(sample.cell['repeat'])).choice(row).needle);
    const { question } = row.find((each) => each.needle === needle)!;
    expect(prompts[i]).toBe(await publishedPrompt(sample, defaultPrompts[language].layouts.v2['single-retrieval'].end, question));
    expect(sample.promptTokens).toBe(run.deps.tokenizer.count(prompts[i]!));
  }
  expect(prompts.some((prompt) => prompt.includes('\ufffd'))).toBe(true);
});

test('with the published buffer the English document of 1,000 tokens is only the needle', async () => {
  const [sample] = await built(
    singleRetrieval,
    { mode: 'compat', suite: '128k', languages: ['en'], lengths: [1000], depths: [50], repeats: 1 },
    run.deps,
  );
  const [, document] = run.prompt(sample!).split('<text>');
  expect(document!.split('</text>')[0]!.trim()).toBe(rubricOf<{ needle: string }>(sample!).needle);
});

test('compat retrieval and reasoning place needles where the published code does', async () => {
  const options = { mode: 'compat', suite: '8k', languages: ['en'], lengths: [4000], repeats: 1, needles: [3], depths: [0, 50, 100] };
  const [retrieval] = await built(multiRetrieval, options, run.deps);
  expect(retrieval!.placements!.map(({ depthPercent }) => Math.round(depthPercent))).toEqual([0, 50, 100]);
  const [reasoning] = await built(multiReasoning, { ...options, depths: [20] }, run.deps);
  const lengths =
    reasoning!.ask.kind === 'generate'
      ? reasoning!.ask.steps[0]!.messages[0]!.blocks.filter(({ role }) => role === 'evidence').map(({ pieces }) =>
          run.deps.tokenizer.count((pieces[0] as { text: string }).text),
        )
      : [];
  const budget = 4000 - 500 - lengths.reduce((a, b) => a + b, 0);
  const expected = doubleShiftPlaces(budget, 20, lengths).map((at) => Math.round((at / budget) * 100_000) / 1000);
  expect(reasoning!.placements!.map(({ depthPercent }) => depthPercent)).toEqual(expected);
});

test('v1’s Chinese question-first prompt is skipped, its English one and v2’s are not', async () => {
  const options = { mode: 'compat', position: 'start', lengths: [2000], depths: [50], repeats: 1, needles: [2] };
  const outcome = async (task: typeof singleRetrieval, version: string) => {
    const samples = [];
    for await (const sample of task.samples({ ...options, version }, run.deps)) samples.push(sample);
    return samples.map((sample) => ('skipped' in sample ? `${sample.id} ${sample.skipped.reason}` : sample.id));
  };
  expect(await outcome(singleRetrieval, 'v1')).toEqual([
    'needlebench/single-retrieval/en/2000/50/0',
    'needlebench/single-retrieval/zh/2000/50/0 published-defect',
  ]);
  expect(await outcome(multiReasoning, 'v1')).toEqual([
    'needlebench/multi-reasoning/en/2000/50/2/0',
    'needlebench/multi-reasoning/zh/2000/50/2/0 published-defect',
  ]);
  expect(await outcome(multiRetrieval, 'v1')).toEqual([
    'needlebench/multi-retrieval/en/2000/1/0',
    'needlebench/multi-retrieval/zh/2000/1/0',
  ]);
  expect(await outcome(singleRetrieval, 'v2')).toEqual([
    'needlebench/single-retrieval/en/2000/50/0',
    'needlebench/single-retrieval/zh/2000/50/0',
  ]);
});

test('compat refuses another tokenizer', async () => {
  const { deps } = await testRun({ tokenizer: 'characters' });
  await expect(built(singleRetrieval, { mode: 'compat' }, deps)).rejects.toMatchObject({
    code: 'misuse',
    message: expect.stringContaining('cl100k_base'),
  });
});

test('compat glues the sentences of a trace, corrected mode parts them', async () => {
  const options = { languages: ['en'], atcNeedles: [4], repeats: 1, questions: ['eldest'] };
  const [glued] = await built(ancestralTrace, { ...options, mode: 'compat' }, run.deps);
  const [parted] = await built(ancestralTrace, options, run.deps);
  expect(/\.[A-Z]/.test(run.prompt(glued!))).toBe(true);
  expect(/\.[A-Z]/.test(run.prompt(parted!))).toBe(false);
});

test('several questions are joined as published', () => {
  const pack = { ...defaultPrompts.en, multi: { ...defaultPrompts.en.multi, cue: " As '{formats}'" } };
  expect(joinedQuestion(["What is A? Say 'A is ___.' please", "What is B? Say 'B is $&.'"], pack, 'compat')).toEqual({
    question: 'What is A?、What is B?',
    format: " As 'A is ___、B is $&'",
  });
  expect(joinedQuestion(["On St. Anne's Reef? Say 'On St. Anne's Reef is ___.'"], pack, 'compat').format).toBe(" As 's Reef? Say '");
});

test('with our own wording, too, compat joins several questions with the published mark, in both languages', async () => {
  const options = { lengths: [2000], depths: [0, 50, 100], repeats: 1 };
  const prompts = async (mode: string) =>
    (await built(multiRetrieval, { ...options, mode }, run.deps)).map((sample) => run.prompt(sample).split(/<\/(?:text|正文)>/)[1]!);
  for (const prompt of await prompts('compat')) expect(prompt.split('、')).toHaveLength(5);
  for (const prompt of await prompts('corrected')) expect(prompt).not.toContain('、');
});

test.each([
  [
    "On St. Anne's Reef, what? Please say 'The thing on St. Anne's Reef is ___.' and don't add to it.",
    "The thing on St. Anne's Reef is ___",
  ],
  ["What? Say 'The saints' isle holds ___.'", "The saints' isle holds ___"],
  ["What? Say 'Done: ___'", 'Done: ___'],
  ['What? Say it.', ''],
  ["No mark 'x.'", 'x'],
])('corrected mode takes the whole sentence to fill in out of %j', (whole, expected) => {
  const pack = { ...defaultPrompts.en, multi: { ...defaultPrompts.en.multi, cue: '{formats}' } };
  expect(joinedQuestion([whole], pack, 'corrected').format).toBe(expected);
  const chinese = { ...defaultPrompts.zh, multi: { ...defaultPrompts.zh.multi, cue: '{formats}' } };
  expect(joinedQuestion(["岛上有什么？请按照'福岛藏着___。'的格式"], chinese, 'corrected').format).toBe('福岛藏着___');
});
