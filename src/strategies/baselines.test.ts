import { describe, expect, it } from 'vitest';
import type { Ask, Block, Step } from '../core/index.ts';
import { createScriptedModel } from '../testing/index.ts';
import { createDocuments, corpusOf, renderPieces, renderStep } from '../text/index.ts';
import { createClosedBook, createOracle, createRetrieval, evidenceOnly, retrievalSize, withoutContext } from './index.ts';

const filler = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `On day ${from + i} the weather was dull and nobody left the house. `).join('');
const corpus = corpusOf([filler(0, 300)], { language: 'en', origin: { kind: 'test' } });
const documents = createDocuments([corpus]);
const half = Buffer.byteLength(filler(0, 150));

const text = (role: Block['role'], content: string): Block => ({ role, pieces: [{ text: content }] });
const needle = (i: number, content: string): Block => ({ role: 'evidence', id: `needle-${i}`, pieces: [{ text: content }] });
const doc = (from: number, to: number): Block => ({ role: 'context', pieces: [{ doc: corpus.digest, from, to }] });
const stepOf = (...blocks: readonly Block[]): Step => ({ messages: [{ from: 'user', blocks }], output: { maxTokens: 9 } });
const askOf = (...steps: readonly Step[]): Ask => ({ kind: 'generate', steps, fit: { policy: 'as-is', tokenizer: 'characters' } });

const haystack = stepOf(
  text('instruction', 'Read.\n<text>\n'),
  doc(0, half),
  needle(0, 'The lamp of Veldt is kept in a green chest. '),
  doc(half, corpus.bytes.length),
  needle(1, 'The key of the chest hangs under the willow.'),
  text('instruction', '\n</text>\n'),
  text('question', 'Where is the lamp of Veldt kept?'),
  text('question', ' And where does the key hang?'),
  text('format', ' Be brief.'),
);

const rendered = (step: Step) =>
  step.messages.map(({ blocks }) =>
    renderPieces(
      blocks.flatMap(({ pieces }) => pieces),
      documents,
    ).text(),
  );

async function promptOf(strategy: ReturnType<typeof createRetrieval>, ask: Ask) {
  const model = createScriptedModel({ keepPrompts: true });
  const answer = await strategy.answer(ask, { model, documents, signal: new AbortController().signal, attemptId: 'a' });
  return { prompts: model.calls.map((call) => call.prompts!.join('|')), answer };
}

describe('closed-book', () => {
  it('leaves out context and evidence, and a message of nothing else', async () => {
    const step: Step = { ...haystack, messages: [{ from: 'user', blocks: [doc(0, half)] }, ...haystack.messages] };
    const { prompts } = await promptOf(createClosedBook({ renderStep }), askOf(step));
    expect(prompts).toEqual(['Read.\n<text>\n\n</text>\nWhere is the lamp of Veldt kept? And where does the key hang? Be brief.']);
    expect(withoutContext(withoutContext(step))).toEqual(withoutContext(step));
  });
});

describe('oracle', () => {
  it('gives the evidence alone, each piece of it apart from the next', async () => {
    const { prompts } = await promptOf(createOracle({ renderStep }), askOf(haystack));
    expect(prompts).toEqual([
      'Read.\n<text>\nThe lamp of Veldt is kept in a green chest. The key of the chest hangs under the willow.\n</text>\nWhere is the lamp of Veldt kept? And where does the key hang? Be brief.',
    ]);
  });

  it('puts a line break where two texts would run together, keeps white space between statements, and changes nothing twice', () => {
    const step = stepOf(
      needle(0, '甲在城里。'),
      doc(0, half),
      needle(1, '乙在乡下。'),
      text('context', ' '),
      needle(2, 'C.'),
      doc(0, half),
      text('question', '?'),
    );
    expect(rendered(evidenceOnly(step))).toEqual(['甲在城里。\n乙在乡下。 C.\n?']);
    expect(evidenceOnly(evidenceOnly(step))).toEqual(evidenceOnly(step));
  });
});

describe('retrieval', () => {
  it('gives the passages found for each question in the order of the context, and says which', async () => {
    const { prompts, answer } = await promptOf(createRetrieval({ renderStep, topK: 2, passageTokens: 40 }), askOf(haystack));
    expect(prompts[0]).toMatch(
      /^Read\.\n<text>\n[^\n]*The lamp of Veldt is kept in a green chest\. [^\n]*\n\n[^\n]*hangs under the willow\.\n<\/text>\nWhere is .* Be brief\.$/s,
    );
    expect(Buffer.byteLength(prompts[0]!)).toBeLessThan(2 * 40 * 4 + 200);
    expect(answer.trace).toMatchObject([{ taken: 2, evidence: ['needle-0', 'needle-1'], evidenceBlocks: 2 }]);
    expect(answer.used!.map(({ block }) => block)).toEqual(expect.arrayContaining(['needle-0', '0/3', 'needle-1']));
    const given = answer.used!.reduce((sum, { from, to }) => sum + to! - from!, 0);
    expect(prompts[0]).toHaveLength(given + prompts[0]!.replace(/<text>\n.*\n<\/text>/s, '<text>\n\n</text>').length + 2);
    expect(answer.truncatedTokens).toBeGreaterThan(4000);
  });

  it('stays within its tokens, as the tokenizer counts them', async () => {
    const greedy = { renderStep, topK: 50, passageTokens: 20, count: (passage: string) => passage.length };
    const { answer } = await promptOf(createRetrieval(greedy), askOf(stepOf(doc(0, half), text('question', 'When was the weather dull?'))));
    const [{ tokens, taken }] = answer.trace as unknown as [{ tokens: number; taken: number }];
    expect(tokens).toBeLessThanOrEqual(1000);
    expect(tokens).toBeGreaterThan(800);
    expect(taken).toBeLessThan(20);
  });

  it('gives a context that fits as it is, and nothing where nothing shares a term', async () => {
    const small = stepOf(text('context', 'The lamp is green. '), text('context', 'The lamp is old.'), text('question', ' Which lamp?'));
    expect((await promptOf(createRetrieval({ renderStep }), askOf(small))).prompts).toEqual([
      'The lamp is green. The lamp is old. Which lamp?',
    ]);
    const other = stepOf(text('context', 'Rain fell.'), text('question', ' Which lamp?'));
    expect((await promptOf(createRetrieval({ renderStep }), askOf(other))).prompts).toEqual([' Which lamp?']);
  });

  it('searches every step for its own question, which may quote a reply', async () => {
    const next = stepOf(doc(0, half), needle(0, 'Blue is the gate. '), doc(half, corpus.bytes.length), {
      role: 'question',
      pieces: [{ text: 'Gate ' }, { reply: 0 }],
    });
    const { prompts, answer } = await promptOf(createRetrieval({ renderStep, topK: 1, passageTokens: 20 }), askOf(haystack, next));
    expect(prompts[1]).toMatch(/^[^|]*Blue is the gate\. [^|]*Gate ok$/);
    expect(answer.used!.some(({ block }) => block === 'step-2/needle-0')).toBe(true);
  });

  it('has an id for every size', () => {
    expect(createRetrieval({ renderStep }).id).toBe('retrieval');
    expect(createRetrieval({ renderStep, topK: 5, passageTokens: 100 }).id).toBe('retrieval-5x100');
    expect(retrievalSize('retrieval-5x100')).toEqual({ topK: 5, passageTokens: 100 });
    expect(retrievalSize('retrieval')).toEqual({ topK: 10, passageTokens: 200 });
    expect(['oracle', 'retrieval-0x9', 'retrieval-5'].map(retrievalSize)).toEqual([undefined, undefined, undefined]);
  });
});
