import { missingFile, textBlock, type DataSettings, type DocumentData, type DocumentQuestion, type Frame } from '../../datasets/index.ts';
import type { IclExample } from './icl-example.ts';
import { findSplit, openDemonstrationsOf, readExamples, type Demonstrations } from './icl-demonstrations.ts';
import type { IclSet } from './icl-sets.ts';

/** Rows, or labels of dialogues, that are asked about. */
const TESTS = 500;
export const MAX_TOKENS = 100;

/** The questions of a set: its test rows, each after one to five rounds of demonstrations; what files are not there is told as skipped. */
export async function* loadIclSet(
  set: IclSet,
  { dataDir, badRows, mode, grouped }: DataSettings & { readonly grouped: boolean },
): AsyncGenerator<DocumentData, void> {
  const test = findSplit(set, 'test', dataDir);
  if (test === undefined || findSplit(set, 'train', dataDir) === undefined)
    return yield missingFile(dataDir, `${set.names[0]!}_${test === undefined ? 'test' : 'train'}.json`);
  const shown = await openDemonstrationsOf(set, { dataDir, badRows, grouped });
  const rows = await testRows(set, { file: test, dataDir, badRows });
  const labels = set.scoring === 'accuracy' ? [] : [...new Set([...shown.labels, ...rows.flatMap(({ example }) => example.labels)])];
  const asked: Asked = { set, labels, temperature: mode === 'compat' ? 1 : 0 };
  yield {
    corpus: shown.corpus,
    questions: shown.counts.flatMap((_, round) => rows.map((row) => questionOf(row, round, asked))),
  };
}

/** The first rows with at most so many of each label; of dialogues the first ones up to 500 labels. */
async function testRows(set: IclSet, from: Parameters<typeof readExamples>[1]): Promise<TestRow[]> {
  const rows: TestRow[] = [];
  const seen = new Map<string, number>();
  let asked = 0;
  for await (const { example, line } of readExamples(set, from)) {
    const [label] = example.labels as [string];
    if ((seen.get(label) ?? 0) >= (set.perLabel ?? Infinity)) continue;
    seen.set(label, (seen.get(label) ?? 0) + 1);
    rows.push({ example, line, row: rows.length + 1 });
    asked += example.labels.length;
    if (asked >= TESTS) break;
  }
  return rows;
}

interface TestRow {
  readonly example: IclExample;
  readonly line: number;
  readonly row: number;
}

interface Asked {
  readonly set: IclSet;
  /** Known labels, for scores that ask for them. */
  readonly labels: Demonstrations['labels'];
  readonly temperature: number;
}

function questionOf({ example, line, row }: TestRow, round: number, { set, labels, temperature }: Asked): DocumentQuestion {
  return {
    id: `${round + 1}/${row}`,
    language: 'en',
    document: round,
    frames: [frameOf(set, example)],
    output: { maxTokens: MAX_TOKENS, temperature },
    target: [...example.labels],
    cell: { rounds: round + 1 },
    cluster: `row/${row}`,
    facts: { query: example.query, line, ...(labels.length > 0 && { labels: [...labels] }) },
  };
}

function frameOf({ instruction, marker, cue }: IclSet, { query }: IclExample): Frame {
  return {
    before: [textBlock('instruction', instruction)],
    after: [textBlock('question', marker + query), textBlock('format', cue)],
  };
}
