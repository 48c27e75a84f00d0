import { z } from 'zod';
import type { Corpus, CorpusSource, Piece } from '../../core/index.ts';
import {
  frameOfTemplate,
  loadRowFile,
  reopenRowFile,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type LeftOut,
  type RowFiles,
  type RowPlace,
} from '../../datasets/index.ts';
import { callTemplates, type CallTemplates } from './prompts.ts';
import { MAX_TOKENS, REASONING_TOKENS, variantOf, type Variant } from './variants.ts';

const rowSchema = z.object({
  _id: z.string(),
  domain: z.string(),
  sub_domain: z.string(),
  difficulty: z.enum(['easy', 'hard']),
  length: z.enum(['short', 'medium', 'long']),
  question: z.string(),
  choice_A: z.string(),
  choice_B: z.string(),
  choice_C: z.string(),
  choice_D: z.string(),
  answer: z.enum(['A', 'B', 'C', 'D']),
  context: z.string(),
  retrieved_context: z.array(z.object({ c_idx: z.number(), content: z.string() })).optional(),
});

type Row = z.infer<typeof rowSchema>;

/** The file of LongBench v2: a question with its text an element. */
const LONGBENCH_V2_FILES: RowFiles<Row> = {
  family: 'longbench-v2',
  language: 'und',
  schema: rowSchema,
  textOf: ({ context }) => context.trim(),
};

/** The same rows with their retrieved passages as the text. */
const LONGBENCH_V2_PASSAGES: RowFiles<Row> = { ...LONGBENCH_V2_FILES, textOf: passagesOf };

/** Passages of the published retriever at most, the best first in the data; there is no published default for all models. */
const TOP_PASSAGES = 32;

/** The best passages in the order of the text, numbered. */
function passagesOf({ retrieved_context: found = [] }: Row): string {
  const best = found.slice(0, TOP_PASSAGES).toSorted((a, b) => a.c_idx - b.c_idx);
  return best.map(({ content }, i) => `Passage ${i + 1}: ${content.trim()}`).join('\n\n');
}

/** The texts, or the passages, of a recorded run. The record does not say which, their digest does. */
export async function reopenTexts(source: CorpusSource): Promise<Corpus> {
  const texts = await reopenRowFile(LONGBENCH_V2_FILES, source);
  return texts.digest === source.digest ? texts : reopenRowFile(LONGBENCH_V2_PASSAGES, source);
}

/** All questions, out of `data.json`. */
export async function* loadQuestions(settings: DataSettings): AsyncGenerator<DocumentData, void> {
  const variant = variantOf(settings.variant);
  const templates = await callTemplates(variant, settings.prompts);
  const questionsOf = (row: Row, { row: number, document }: RowPlace) => {
    if (variant === 'rag' && !row.retrieved_context?.length) return [withoutPassages(row)];
    return [{ ...questionOf(row, { variant, templates }), document, cluster: `row/${number}` }];
  };
  const files = variant === 'rag' ? LONGBENCH_V2_PASSAGES : LONGBENCH_V2_FILES;
  yield* loadRowFile(files, { names: ['data.json', 'data/data.json', 'data.jsonl'], questionsOf }, settings);
}

function withoutPassages({ _id: id }: Row): LeftOut {
  return { id, skipped: { reason: 'no-passages', detail: 'the row has no retrieved_context: the published retriever adds it' } };
}

interface Asking {
  readonly variant: Variant;
  readonly templates: CallTemplates;
}

function questionOf(row: Row, { variant, templates }: Asking): Omit<DocumentQuestion, 'document'> {
  const { calls, digest } = templates;
  const answer = { maxTokens: MAX_TOKENS, temperature: 0.1 };
  return {
    id: row._id,
    language: 'en',
    frames: calls.map((template, call) => {
      const isShown = variant !== 'no-context' && call === 0;
      const frame = frameOfTemplate(template, { ...(isShown && { document: '$DOC$' }), fill: fillingsOf(row) });
      return { ...frame, ...(!isShown && { showsDocument: false as const }), ...(call > 0 && { output: answer }) };
    }),
    output: variant === 'cot' ? { ...answer, maxTokens: REASONING_TOKENS } : answer,
    target: row.answer,
    cell: { domain: row.domain, difficulty: row.difficulty, words: row.length },
    facts: { subDomain: row.sub_domain, variant, ...(digest !== undefined && { promptPack: digest }) },
  };
}

function fillingsOf(row: Row) {
  const text = (value: string): Piece => ({ text: value.trim() });
  const choices = (['A', 'B', 'C', 'D'] as const).map(
    (letter) => [`$C_${letter}$`, { role: 'choices' as const, piece: text(row[`choice_${letter}`]) }] as const,
  );
  return {
    $Q$: { role: 'question' as const, piece: text(row.question) },
    ...Object.fromEntries(choices),
    $COT$: { role: 'example' as const, piece: { reply: 0 } },
    // Where the second call has a place for the text.
    $DOC$: { role: 'instruction' as const, piece: { text: '(left out)' } },
  };
}
