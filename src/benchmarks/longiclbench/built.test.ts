import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Sample } from '../../core/index.ts';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { loadTokenizer } from '../../text/index.ts';
import { makeDeck, spansOf } from './built-deck.ts';
import { placeStep, queriesOf } from './built-query.ts';
import { exampleLine, WORDINGS } from './built-wording.ts';
import { longiclbench } from './index.ts';
import { makeRequests } from './make-requests.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (id: string) => longiclbench.tasks.find((each) => each.id === `longiclbench/built-classification${id}`)!;
const build = (id: string, options: JsonObject) => dataRun(task(id), options, { tokenizer: 'o200k_base' });
type Built = Awaited<ReturnType<typeof build>>;

/** The label of every request that the generator makes. */
const labelsIn = (language: 'en' | 'zh') =>
  new Map(makeRequests({ language, seed: 0, perLabel: 500 }).map(({ text, label }) => [text, label]));
const LABELS = { en: labelsIn('en'), zh: labelsIn('zh') };

/** Examples of a prompt, read from its text alone. */
function examplesOf(prompt: string): { readonly text: string; readonly label: string }[] {
  return [...prompt.matchAll(/^(?:Text: |文字：)(.+) => (.+)$/gm)].map(([, text, label]) => ({ text: text!, label: label! }));
}
const asked = (prompt: string) => /(?:Text: |文字：)(.+) =>$/.exec(prompt)![1]!;
const prompts = ({ samples, messages }: Built) => samples.map((sample) => ({ sample, prompt: messages(sample)[0]! }));

describe.each(['', '-grouped', '-codes'])('built-classification%s', (id) => {
  test('is built without any download: fills its length to within an example, shows every label, hides what it asks', async () => {
    const tokenizer = await loadTokenizer('o200k_base');
    const made = await build(id, { lengths: [2000, 4000], repeats: 6 });
    expect(made.samples).toHaveLength(24);
    for (const { sample, prompt } of prompts(made)) {
      const length = Number(sample.cell['askedTokens']);
      const examples = examplesOf(prompt);
      const counts = [...Map.groupBy(examples, ({ label }) => label).values()].map((own) => own.length);
      const longest = Math.max(...examples.map((example) => tokenizer.count(exampleLine(WORDINGS.en, example))));
      expect(sample.promptTokens).toBe(tokenizer.count(prompt));
      expect(sample.promptTokens).toBeLessThanOrEqual(length);
      expect(sample.promptTokens).toBeGreaterThan(length - 2 * longest);
      expect(counts).toHaveLength(32);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(sample.facts).toMatchObject({ examples: examples.length, query: asked(prompt) });
      expect(examples.map(({ text }) => text)).not.toContain(asked(prompt));
    }
  });

  test('the gold label is that of the text in the generator; its place in the round is in the cell', async () => {
    for (const { sample, prompt } of prompts(await build(id, { lengths: [3000], repeats: 9 }))) {
      const labelOf = LABELS[sample.cell['language'] as 'en' | 'zh'];
      const examples = examplesOf(prompt);
      // Codes stand for labels: which for which, the examples say.
      const shownAs = new Map(examples.map(({ text, label }) => [labelOf.get(text)!, label]));
      expect(shownAs.get(labelOf.get(asked(prompt))!)).toBe(sample.target);
      const order = [...new Set(examples.map(({ label }) => label))];
      expect(sample.cell['depthPercent']).toBe(placeStep(order.indexOf(String(sample.target)), 32));
    }
  });
});

test('longer prompts begin as shorter ones; the same seed gives the same samples', async () => {
  const made = await build('', { lengths: [1500, 3000], repeats: 1, languages: 'en' });
  const [short, long] = prompts(made).map(({ prompt }) => examplesOf(prompt));
  expect(long!.slice(0, short!.length)).toEqual(short);
  expect((await build('', { lengths: [1500, 3000], repeats: 1, languages: 'en' })).samples).toEqual(made.samples);
});

test('examples of a label stand together where grouped, and are those of the rounds', async () => {
  const options = { lengths: [2000], repeats: 1, languages: 'zh' };
  const [rounds, grouped] = await Promise.all(['', '-grouped'].map(async (id) => examplesOf(prompts(await build(id, options))[0]!.prompt)));
  const key = ({ text, label }: { readonly text: string; readonly label: string }) => `${label} ${text}`;
  expect(grouped!.map(key).toSorted()).toEqual(rounds!.map(key).toSorted());
  expect(grouped!.filter(({ label }, i) => label !== grouped![i - 1]?.label)).toHaveLength(32);
});

test('numbers of labels and of rounds are axes; what a length cannot hold is told', async () => {
  const { samples, skipped, messages } = await build('', { labels: [4, 40], rounds: [1, 3], repeats: 1, languages: 'en', lengths: [400] });
  const seen = samples.map((sample) => [sample.cell['labels'], sample.cell['rounds'], examplesOf(messages(sample)[0]!).length]);
  expect(seen).toEqual([
    [4, 1, 4],
    [4, 3, 12],
  ]);
  expect(skipped.map(({ cell, skipped: { reason } }) => [cell['labels'], reason])).toEqual([
    [32, 'length'],
    [32, 'length'],
  ]);
  await expect(build('', { labels: 1 })).rejects.toMatchObject({ code: 'misuse' });
});

test('own labelled texts: one line each, once; labels of one text are left out; too few of them are told', async () => {
  const made = await build('', { dataDir, lengths: [130, 8000], repeats: 3 });
  expect(made.samples.map(({ target }) => target).toSorted()).toEqual(['boats', 'bread']);
  for (const { prompt } of prompts(made))
    expect(new Set(examplesOf(prompt).map(({ label }) => label))).toEqual(new Set(['boats', 'bread']));
  expect(made.skipped.map(({ cell, skipped: { reason } }) => [cell['language'], reason])).toEqual([
    ['en', 'no-data'],
    ['en', 'too-short'],
    ['en', 'too-short'],
    ['en', 'no-data'],
    ...Array.from({ length: 6 }, () => ['zh', 'no-data']),
  ]);
  expect((await longiclbench.reopen!(made.corpora[0]!)).digest).toBe(made.corpora[0]!.digest);
});

test('a built-in corpus is made again from its origin, or refused', async () => {
  const { corpora } = await build('-codes', { lengths: [2000], repeats: 1, labels: 8 });
  for (const corpus of corpora) expect((await longiclbench.reopen!(corpus)).digest).toBe(corpus.digest);
  await expect(longiclbench.reopen!({ ...corpora[0]!, origin: { ...corpora[0]!.origin, version: 0 } })).rejects.toMatchObject({
    code: 'data',
  });
});

test('answers: the label, behind an echo or a quoted example; what is no label is a class of its own', async () => {
  const [sample] = (await build('', { lengths: [2000], repeats: 1, languages: 'en' })).samples as [Sample];
  const { query, labels } = sample.facts as { readonly query: string; readonly labels: readonly string[] };
  const target = String(sample.target);
  const score = (reply: string) => scored(task(''), sample, reply);
  for (const reply of [
    target,
    `"${target.toUpperCase()}".`,
    `Text: ${query} => ${target}`,
    `Text: near it => ${target} Text: other => x`,
    `${target}\nas said`,
  ])
    expect([reply, score(reply).value]).toEqual([reply, 1]);
  const other = labels.find((label) => label !== target)!;
  expect([score(other).value, score(other).errorClass, score('no idea').errorClass]).toEqual([0, undefined, 'invalid-label']);
});

test('decks of any texts: every text once, shown or kept; spans hold the examples taken, no others', () => {
  const texts = fc.uniqueArray(fc.record({ text: fc.stringMatching(/^[a-z]{1,6}$/), label: fc.constantFrom('x', 'y', 'z') }), {
    selector: ({ text }) => text,
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, fc.nat(1000), fc.boolean(), fc.nat(40), (all, seed, grouped, taken) => {
      const labels = Map.groupBy(all, ({ label }) => label);
      const usable = all.filter(({ label }) => labels.get(label)!.length >= 2);
      const deck = makeDeck({ texts: all, origin: {} }, { language: 'en', seed, labels: 9, variant: { grouped, coded: false } });
      expect(deck === undefined).toBe(new Set(usable.map(({ label }) => label)).size < 2);
      if (!deck) return;
      const shown = Buffer.from(deck.corpus.bytes).toString();
      expect([...examplesOf(shown).map(({ text }) => text), ...deck.held.flat()].toSorted()).toEqual(
        usable.map(({ text }) => text).toSorted(),
      );
      const spans = spansOf(deck, taken).map(({ from, to }) => shown.slice(from, to));
      const wanted = deck.spans.slice(0, taken).map(({ from, to }) => shown.slice(from, to));
      expect(
        examplesOf(spans.join(''))
          .map((each) => exampleLine(WORDINGS.en, each))
          .toSorted(),
      ).toEqual(wanted.toSorted());
      const queries = queriesOf(deck, 100);
      expect(queries.map(({ text }) => text).toSorted()).toEqual(deck.held.flat().toSorted());
    }),
  );
});

test('no two requests are alike; fewer are the first of more', () => {
  for (const language of ['en', 'zh'] as const) {
    const all = makeRequests({ language, seed: 5, perLabel: 5000 });
    expect(new Set(all.map(({ text }) => text)).size).toBe(32 * 1728);
    expect(makeRequests({ language, seed: 5, perLabel: 3 }).slice(0, 3)).toEqual(all.slice(0, 3));
  }
});
