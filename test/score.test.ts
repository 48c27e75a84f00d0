import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, file, path } = workplace();

const row = (answer: unknown, gt: string | undefined, evaluation: string, query = 'Which?') =>
  JSON.stringify({ query, gt, prompt: '', m_pred: answer, evaluation });
const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

beforeAll(() => {
  for (const name of ['exam', 'ngram', 'broken', 'empty', 'odd', 'bare', 'data']) mkdirSync(path(name));
  file('exam/coursera.pred.jsonl', rows(row('AC', 'AC', 'exam'), row('A', 'AC', 'exam'), row('B.', 'AC', 'exam')));
  file('exam/sci_fi.pred.jsonl', rows(row('True [fact: True]', 'True [fact: False]', 'exam')));
  file(
    'exam/topic_retrieval_longchat.pred.jsonl',
    rows(row('It was tea.', 'Tea', 'exam'), row('Salt', 'rope', 'exam'), row('the lamp', 'lamp', 'exam'), row('x', 'tea', 'exam')),
  );
  file('ngram/narrative_qa.pred.jsonl', rows(row('The cat sat on a mat.', 'cat on the mat', 'f1'), row('?', 'one', 'LLM')));
  file('ngram/news_summ.pred.jsonl', rows(row('red lamp', 'red lamp', 'rouge'), row('x y', 'a b', 'rouge')));
  file(
    'broken/tpo.pred.jsonl',
    rows(row('A', 'A', 'exam'), '{"query": "torn', row(7, 'B', 'exam'), '', row('B', undefined, 'exam'), row('C', 'C', 'f1')),
  );
  file('odd/tpoo.pred.jsonl', rows(row('A', 'A', 'exam')));
  file('bare/tpo.pred.jsonl', rows(row('A', undefined, 'exam', 'Who? A B'), row('B', undefined, 'exam', 'Where? A B')));
  file(
    'data/tpo.jsonl',
    rows(JSON.stringify({ instructions: ['Who? A B', 'Where? A B'], outputs: ['A', 'C'], input: 'x', evaluation: 'exam' })),
  );
});

const json = async (...args: readonly string[]) => {
  const { stdout, ...rest } = await fathom(['score', 'leval', ...args, '--json']);
  return { ...rest, ...(JSON.parse(stdout) as { scores: unknown; skipped: unknown; judged: number }) };
};

describe('fathom score leval', () => {
  test('scores stored predictions, the table’s order, without a model', async () => {
    expect(await json('--predictions', 'exam', 'ngram')).toEqual({
      code: 0,
      stderr: '',
      benchmark: 'leval',
      mode: 'official',
      scores: [
        { task: 'coursera', metric: 'exam', value: 41.6667, n: 3 },
        { task: 'topic_retrieval_longchat', metric: 'exam', value: 50, n: 4 },
        { task: 'topic_retrieval_longchat', metric: 'exam_first_topic', value: 50, n: 2 },
        { task: 'topic_retrieval_longchat', metric: 'exam_second_topic', value: 0, n: 1 },
        { task: 'topic_retrieval_longchat', metric: 'exam_third_topic', value: 100, n: 1 },
        { task: 'sci_fi', metric: 'exam', value: 50, n: 1 },
        { task: 'sci_fi', metric: 'loyalty', value: 100, n: 1 },
        { task: 'sci_fi', metric: 'fact', value: 0, n: 1 },
        { task: 'narrative_qa', metric: 'f1', value: 85.7143, n: 1 },
        { task: 'news_summ', metric: 'rougeL', value: 50, n: 2 },
        { task: 'news_summ', metric: 'rouge1', value: 50, n: 2 },
        { task: 'news_summ', metric: 'rouge2', value: 50, n: 2 },
        { task: 'news_summ', metric: 'geometric_mean', value: 50, n: 2 },
      ],
      skipped: [],
      judged: 1,
      withThinking: 0,
    });
  });

  test('prints a table for people', async () => {
    const { code, stdout, stderr } = await fathom(['score', 'leval', '--predictions', 'ngram']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/narrative_qa\s+│ f1\s+│ 85\.7143 │ 1/);
    expect(stderr).toContain('1 row left to a judge');
    expect(stderr).toContain('Scored as published');
  });

  test('bad rows are an error with file and line; --skip-bad-rows leaves them out and says so', async () => {
    const refused = await fathom(['score', 'leval', '--predictions', 'broken']);
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    for (const told of [':2: not a whole JSON value', ':3: at "m_pred": expected a string', ':5: no gold answer', ':6: evaluation is "f1"'])
      expect(refused.stderr).toContain(`broken/tpo.pred.jsonl${told}`);
    expect(await json('--predictions', 'broken', '--skip-bad-rows')).toMatchObject({
      code: 0,
      scores: [{ task: 'tpo', metric: 'exam', value: 100, n: 1 }],
      skipped: [{ line: 2 }, { line: 3 }, { line: 5 }, { line: 6 }],
    });
  });

  test('gold answers come from the data where the predictions carry none', async () => {
    expect(await json('--predictions', 'bare', '--data', 'data')).toMatchObject({
      scores: [{ task: 'tpo', metric: 'exam', value: 50, n: 2 }],
    });
  });

  test.each([
    [['score', 'level', '--predictions', 'exam'], 2, 'Did you mean leval?'],
    [['score', 'leval'], 2, '--predictions'],
    [['score', 'leval', '--predictions', 'exam', '--mode', 'fixed'], 2, 'as published alone'],
    [['score', 'leval', '--predictions', 'exam', '--mode', 'new'], 2, '"new" is no mode'],
    [['score', 'leval', '--predictions', 'exam', 'exam'], 2, 'one model at a time'],
    [['score', 'leval', '--predictions', 'none'], 3, 'there is none'],
    [['score', 'leval', '--predictions', 'empty'], 3, 'no predictions'],
    [['score', 'leval', '--predictions', 'odd'], 3, 'Did you mean tpo?'],
    [['score', 'leval', '--predictions', 'bare', '--data', 'empty'], 3, 'no tpo.jsonl'],
  ])('%j is refused with exit code %i', async (args, code, told) => {
    const refused = await fathom(args);
    expect([refused.code, refused.stderr]).toEqual([code, expect.stringContaining(told)]);
  });
});
