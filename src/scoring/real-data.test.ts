import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loogleSimilarity, microPrf, parsePythonLiteral, spanCounts } from './index.ts';

const data = ['../shared/data', '../../shared/data'].find((path) => existsSync(path));
const lines = (path: string) => readFileSync(`${data}/${path}`, 'utf8').trim().split('\n');

describe.skipIf(data === undefined)('published data (skipped: ../shared/data is absent)', () => {
  test.each([
    ['shortdep_qa', 80],
    ['longdep_qa', 43],
  ])('LooGLE %s: its Python literals are read, and each gold answer scores best on itself', (name, questions) => {
    const pairs = lines(`loogle/${name}.jsonl`).flatMap(
      (line) => parsePythonLiteral((JSON.parse(line) as { qa_pairs: string }).qa_pairs) as { Q: string; A: string }[],
    );
    expect(pairs).toHaveLength(questions);
    for (const { A } of pairs) {
      const { bleu1, rouge } = loogleSimilarity(A, A);
      expect([A, bleu1, rouge?.rouge1.r, rouge?.rougeL.r]).toEqual([A, 1, 1, 1]);
    }
  });

  test('LongICLBench Few-NERD: gold entities written as the prompt shows them score 1', () => {
    const rows = JSON.parse(readFileSync(`${data}/longicl/fewnerd_test_1800.json`, 'utf8')) as { entities: Record<string, string> }[];
    const written = (entities: Record<string, string>) =>
      Object.entries(entities)
        .map(([span, type]) => `${span}: ${type}`)
        .join('\n');
    const counts = rows.map(({ entities }) => spanCounts(written(entities), entities));
    expect(rows).toHaveLength(1801);
    expect(microPrf(counts).f1).toBeCloseTo(1, 6);
  });
});
