import { describe, expect, test } from 'vitest';
import type { Sample } from '../../core/index.ts';
import { ancestralTrace } from './ancestral-trace.ts';
import { ancestralTraceHard } from './ancestral-trace-hard.ts';
import type { BoxedTarget } from './boxed-score.ts';
import { defaultPrompts } from './default-prompts.ts';
import { multiReasoning } from './multi-reasoning.ts';
import { all, answered, built, scored, testRun } from './test-run.fixture.ts';
import { rubricOf } from './rubric.ts';

const run = await testRun();
const pack = defaultPrompts.en;
const NAME = '[A-Z][a-z]+ [A-Z][a-z]+';

interface Statement {
  readonly elder: string;
  readonly younger: string;
  readonly rel: string;
  readonly generations: number;
}

function patternOf(template: string, words: readonly { readonly word: string }[]): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, (mark) => `\\${mark}`);
  const used = new Set<string>();
  const body = escaped.replace(/\{(A|B|rel)\}/g, (_, place: string) => {
    if (used.has(place)) return `\\k<${place}>`;
    used.add(place);
    return `(?<${place}>${place === 'rel' ? words.map(({ word }) => word).join('|') : NAME})`;
  });
  return new RegExp(`^${body}$`);
}

const FORMS = [
  ...pack.kinship.templates.map((template) => ({ pattern: patternOf(template, pack.kinship.terms), words: pack.kinship.terms })),
  ...pack.kinship.inverseTemplates.map((template) => ({
    pattern: patternOf(template, pack.kinship.inverseTerms),
    words: pack.kinship.inverseTerms,
  })),
];

/** Reads a kinship sentence back, from the wording alone. */
function statement(sentence: string): Statement {
  for (const { pattern, words } of FORMS) {
    const found = pattern.exec(sentence)?.groups;
    if (found)
      return {
        elder: found['A']!,
        younger: found['B']!,
        rel: found['rel']!,
        generations: words.find(({ word }) => word === found['rel'])!.generations,
      };
  }
  throw new Error(`not a kinship sentence: ${sentence}`);
}

function storyOf({ ask }: Sample): Statement[] {
  const blocks = ask.kind === 'generate' ? ask.steps[0]!.messages[0]!.blocks : [];
  const texts = blocks.filter(({ id }) => id !== undefined).map(({ pieces }) => (pieces[0] as { text: string }).text.trim());
  return texts.flatMap((text) => text.split(/(?<=\.) /)).map(statement);
}

function questionOf({ ask }: Sample): string {
  const blocks = ask.kind === 'generate' ? ask.steps[0]!.messages[0]!.blocks : [];
  return (blocks.find(({ role }) => role === 'question')!.pieces[0] as { text: string }).text;
}

/** Answers a question by walking over the statements of the prompt; undefined where they do not tell. */
function solve(sample: Sample): string | undefined {
  const story = storyOf(sample);
  const people = [...new Set(story.flatMap(({ elder, younger }) => [elder, younger]))];
  const asked = questionOf(sample);
  const named = people.filter((person) => asked.includes(person)).sort((a, b) => asked.indexOf(a) - asked.indexOf(b));
  const n = Number(/exactly (\d+) gen/.exec(asked)?.[1]);
  const above = (person: string): Map<string, number> => {
    const found = new Map([[person, 0]]);
    for (const [who, distance] of found)
      for (const { elder, younger, generations } of story) if (younger === who) found.set(elder, distance + generations);
    return found;
  };
  if (named.length === 0) return undefined;
  const elders = above(named[0]!);
  if (asked.includes('eldest')) return elders.size > 1 ? [...elders].reduce((a, b) => (b[1] > a[1] ? b : a))[0] : undefined;
  if (asked.includes('older?')) return [...elders].find(([, distance]) => distance === n)?.[0];
  if (asked.includes('younger?')) {
    const found = people.filter((person) => above(person).get(named[0]!) === n);
    return found.length > 1 ? 'not the only one' : found[0];
  }
  const others = above(named[1]!);
  const sums = [...elders].flatMap(([who, up]) => (others.has(who) ? [up + others.get(who)!] : []));
  return sums.length === 0 ? undefined : String(Math.min(...sums));
}

const targetOf = (sample: Sample) => rubricOf<BoxedTarget>(sample);

describe('what the prompt says leads to the target', () => {
  test.each([
    ['trace', ancestralTrace, { atcNeedles: [2, 4, 16, 64] }],
    ['reasoning', multiReasoning, { lengths: [2500], depths: [0, 70], needles: [2, 5], repeats: 4 }],
    ['hard', ancestralTraceHard, { atcNeedles: [2, 3, 4, 8, 16], repeats: 12 }],
    ['hard, bare', ancestralTraceHard, { atcNeedles: [2, 5], branches: 0, distractors: 0, repeats: 12 }],
  ])('%s', async (_, task, options) => {
    for (const sample of await built(task, { ...options, languages: ['en'] }, run.deps)) {
      const { answer, unknown } = targetOf(sample);
      expect([sample.id, solve(sample) ?? 'unknown']).toEqual([sample.id, answer]);
      expect(unknown?.right ?? false).toBe(answer === 'unknown');
    }
  });
});

test('the hard trace cannot be answered by set difference, and some of its questions have no answer', async () => {
  const samples = await built(ancestralTraceHard, { languages: ['en'], atcNeedles: [8], repeats: 40 }, run.deps);
  const unknown = samples.filter((sample) => targetOf(sample).unknown!.right);
  expect(unknown.length).toBeGreaterThan(15);
  expect(unknown.length).toBeLessThan(60);
  for (const sample of samples) {
    const story = storyOf(sample);
    const neverYounger = new Set(story.map(({ elder }) => elder));
    for (const { younger } of story) neverYounger.delete(younger);
    expect(neverYounger.size).toBe(3);
  }
  const middle = samples.filter((sample) => sample.cell['question'] === 'nth-ancestor' && !targetOf(sample).unknown!.right);
  expect(middle.filter((sample) => storyOf(sample).every(({ younger }) => younger !== targetOf(sample).answer))).toEqual([]);
});

const womanly = /mother|mom/;

test('in the hard trace nobody is a man in one sentence and a woman in another', async () => {
  const samples = await built(ancestralTraceHard, { languages: ['en'], atcNeedles: [8, 32], repeats: 12 }, run.deps);
  const both = samples.flatMap((sample) => {
    const said = new Map<string, Set<boolean>>();
    for (const { elder, rel } of storyOf(sample).filter((each) => !/child/.test(each.rel)))
      said.set(elder, (said.get(elder) ?? new Set()).add(womanly.test(rel)));
    return [...said].flatMap(([name, ways]) => (ways.size > 1 ? [`${sample.id} ${name}`] : []));
  });
  expect(both).toEqual([]);
});

test('an eldest without an answer is asked about somebody whom no sentence names', async () => {
  const options = { atcNeedles: [2, 8], repeats: 10, questions: ['eldest'], unanswerablePercent: 100 };
  for (const sample of await built(ancestralTraceHard, options, run.deps)) {
    const { people, unknown } = targetOf(sample);
    expect([sample.id, unknown!.right, people.filter((person) => questionOf(sample).includes(person))]).toEqual([sample.id, true, []]);
    expect(scored(ancestralTraceHard, sample, `\\boxed{${people[0]}}`)).toMatchObject({ value: 0, errorClass: 'unanswerable-missed' });
  }
});

test('statements that the answer does not need are context, not evidence', async () => {
  const [sample] = await built(
    ancestralTraceHard,
    { languages: ['en'], atcNeedles: [6], repeats: 1, questions: ['eldest'], unanswerablePercent: 0 },
    run.deps,
  );
  const blocks = sample!.ask.kind === 'generate' ? sample!.ask.steps[0]!.messages[0]!.blocks : [];
  const evidence = blocks
    .filter(({ role }) => role === 'evidence')
    .flatMap(({ pieces }) => (pieces[0] as { text: string }).text.trim().split(/(?<=\.) /));
  expect(evidence).toHaveLength(targetOf(sample!).path.length - 1);
  expect(blocks.some(({ role }) => role === 'context')).toBe(true);
});

test('wrong answers have a class, and progress where the chain tells it', async () => {
  const [sample] = await built(ancestralTrace, { languages: ['en'], atcNeedles: [4], repeats: 1, questions: ['eldest'] }, run.deps);
  const { path } = targetOf(sample!);
  const score = (text: string) => scored(ancestralTrace, sample!, text);
  expect(score(`\\boxed{${path[3]}}`)).toMatchObject({
    value: 0,
    errorClass: 'under-thinking',
    parts: [{ metric: 'progress', value: 0.75 }],
  });
  expect(score(`\\boxed{${path[4]!.toUpperCase()}.}`)).toEqual({
    value: 1,
    mode: 'corrected',
    metric: 'boxed-exact',
    parts: [{ metric: 'progress', value: 1 }],
    why: 'right',
  });
  expect(score(`${path[4]}`)).toMatchObject({ value: 0, errorClass: 'no-box' });
  expect(ancestralTrace.score(answered('I go on and', 'length'), sample!, {})).toMatchObject({ score: { errorClass: 'cut-off' } });
});

test('compat marks a right answer that the published comparison rejects', async () => {
  const [sample] = await built(
    ancestralTrace,
    { languages: ['en'], atcNeedles: [4], repeats: 1, questions: ['eldest'], mode: 'compat' },
    run.deps,
  );
  const { answer } = targetOf(sample!);
  expect(scored(ancestralTrace, sample!, `\\boxed{${answer.toLowerCase()}}`)).toMatchObject({
    value: 0,
    mode: 'compat',
    errorClass: 'published-comparison',
  });
  const quoted = { ...sample!, facts: { rubric: { ...rubricOf<object>(sample!), answer: "Ada O'Hara" } } } as Sample;
  expect(scored(ancestralTrace, quoted, "\\boxed{Ada O'Hara}")).toMatchObject({ value: 0, errorClass: 'published-comparison' });
});

test('a choice is asked in four rotations of one group', async () => {
  const samples = await built(ancestralTrace, { form: 'choice', languages: ['zh'], atcNeedles: [2], repeats: 1 }, run.deps);
  expect(samples.map(({ id }) => id.split('/').at(-1))).toEqual(['ABCD', 'BCDA', 'CDAB', 'DABC']);
  expect(new Set(samples.map(({ group }) => group))).toEqual(new Set(['needlebench/ancestral-trace/zh/2/choice/0']));
  expect(samples.map((sample) => scored(ancestralTrace, sample, 'A').counts)).toEqual([
    { picked: 0 },
    { picked: 1 },
    { picked: 2 },
    { picked: 3 },
  ]);
  expect(scored(ancestralTrace, samples[0]!, '不知道')).toMatchObject({ value: 0, errorClass: 'no-choice' });
  const listed = run
    .prompt(samples[1]!)
    .split('\n')
    .slice(-5, -1)
    .map((line) => line.slice(0, 2));
  expect(listed).toEqual(['A.', 'B.', 'C.', 'D.']);
});

test('more people than names: skipped', async () => {
  const samples = await all(ancestralTrace, { languages: ['en'], atcNeedles: [5000], repeats: 1, questions: ['eldest'] }, run.deps);
  expect(samples).toMatchObject([{ id: 'needlebench/ancestral-trace/en/5000/eldest/0', skipped: { reason: 'too-few-names' } }]);
});

test('v1 compat: one unseeded stream per size, which the draw seed stands for', async () => {
  const options = { form: 'v1-shuffled', mode: 'compat', languages: ['en'], atcNeedles: [5], repeats: 2 };
  const namesOf = async (drawSeed: number) =>
    (await built(ancestralTrace, { ...options, drawSeed }, run.deps)).map(({ facts }) => (facts as { names: string[] }).names);
  const [first, second] = await namesOf(1);
  expect(first).toHaveLength(5);
  expect(first).not.toEqual(second);
  expect(await namesOf(1)).toEqual([first, second]);
  expect(await namesOf(2)).not.toEqual([first, second]);
});
