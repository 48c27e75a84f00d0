import { resolve } from 'node:path';
import type { Corpus } from '../../core/index.ts';
import { findDataFile, missingFile, readJson, type DataSettings, type DocumentData, type DocumentQuestion } from '../../datasets/index.ts';
import { corpusOf } from '../../text/index.ts';
import { demonstration, fewnerdFrame } from './fewnerd-prompts.ts';
import { nerFileSchema, type NerSentence } from './ner-sentence.ts';

const TRAIN = 'fewnerd_train_10turns.json';
const TEST = 'fewnerd_test_1800.json';
const FOLDERS = ['', 'processed_data/'];

/** Sentences that one to five rounds show, as published: a round has an example of each label. */
export const ROUND_SENTENCES: readonly number[] = [57, 114, 170, 224, 281];
/** Sentences asked about: the first ones of the file, as published. */
const TESTS = 500;
export const MAX_TOKENS = 100;

/** The questions of Few-NERD: the first 500 sentences, each after one to five rounds of demonstrations. */
export async function* loadFewnerd({ dataDir, mode }: DataSettings): AsyncGenerator<DocumentData, void> {
  const [train, test] = [TRAIN, TEST].map((name) =>
    findDataFile(
      dataDir,
      FOLDERS.map((folder) => folder + name),
    ),
  );
  if (train === undefined || test === undefined) return yield missingFile(dataDir, train === undefined ? TRAIN : TEST);
  const corpus = await openDemonstrations(train);
  const sentences = (await readJson(test, nerFileSchema)).slice(0, TESTS);
  const rounds = Array.from({ length: corpus.documents.length - 1 }, (_, round) => round);
  yield {
    corpus,
    questions: rounds.flatMap((round) =>
      sentences.map((sentence, i) => questionOf(sentence, { round, row: i + 1, temperature: mode === 'compat' ? 1 : 0 })),
    ),
  };
}

/** The demonstrations of one round, of two, … a document each; as many rounds as the file has sentences for. */
export async function openDemonstrations(path: string): Promise<Corpus> {
  const sentences = await readJson(path, nerFileSchema);
  const rounds = ROUND_SENTENCES.filter((count, round) => round === 0 || count <= sentences.length);
  const texts = rounds.map((count) => sentences.slice(0, count).map(demonstration).join(''));
  return corpusOf(texts, { language: 'en', origin: { kind: 'data', family: 'longiclbench', path: resolve(path) } });
}

function questionOf(
  { sentence, entities }: NerSentence,
  { round, row, temperature }: { readonly round: number; readonly row: number; readonly temperature: number },
): DocumentQuestion {
  return {
    id: `${round + 1}/${row}`,
    language: 'en',
    document: round,
    frames: [fewnerdFrame(sentence)],
    output: { maxTokens: MAX_TOKENS, temperature },
    target: entities,
    cell: { rounds: round + 1 },
    cluster: `row/${row}`,
    facts: { sentence },
  };
}
