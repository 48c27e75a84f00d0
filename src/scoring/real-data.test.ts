import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editRatio, loogleSimilarity, microPrf, parsePythonLiteral, rougeLongBench, rougePltrdy, spanCounts } from './index.ts';

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

  test.each([
    ['financial_qa', 22.301307379896187, 15.65569098740845, 1506],
    ['gov_report_summ', 4.360632491434506, 1.557926342334929, 237],
    ['legal_contract_qa', 28.89594160847694, 17.965377303415497, 2286],
    ['meeting_summ', 37.38024294799095, 12.121107723570367, 1403],
    ['multidoc_qa', 34.032517339688155, 19.613084873699954, 4741],
    ['narrative_qa', 31.309032883416595, 11.440762054423042, 6520],
    ['natural_question', 41.48064116210634, 30.934828913776283, 5193],
    ['news_summ', 2.4912106956974736, 0.5745849759321344, 91],
    ['paper_assistant', 16.421174777424902, 4.610894081557573, 424],
    ['patent_summ', 4.9093760973674145, 2.4558939522591285, 131],
    ['review_summ', 26.03040972243697, 6.606797904930564, 796],
    ['scientific_qa', 36.52683839079625, 32.34278975744676, 5147],
    ['tv_show_summ', 2.791346856577435, 0.6357901210240996, 64],
  ])(
    'L-Eval’s stored predictions of %s: sums of rouge 1.0.1 as LongBench calls it, and of fuzzywuzzy on difflib',
    (task, rougeL, rouge2, ratio) => {
      const rows = lines(`leval/predictions/ngram-turbo-16k-0613/${task}.pred.jsonl`).map(
        (line) => JSON.parse(line) as Record<string, string>,
      );
      const pairs = rows.map((row) => [row['turbo-16k-0613_pred']!, row['gt']!] as const);
      const sum = (value: (prediction: string, gold: string) => number) => pairs.reduce((total, pair) => total + value(...pair), 0);
      const start = (text: string) => Array.from(text.split('\n', 1)[0]!).slice(0, 300).join('');
      expect(sum((prediction, gold) => rougeLongBench(prediction, gold))).toBeCloseTo(rougeL, 9);
      expect(sum((prediction, gold) => rougePltrdy(prediction, gold)!.rouge2.r)).toBeCloseTo(rouge2, 9);
      expect(100 * sum((prediction, gold) => editRatio(start(prediction), start(gold), 'difflib'))).toBeCloseTo(ratio, 6);
    },
  );

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
