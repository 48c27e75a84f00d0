import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leval } from './index.ts';

const shared = ['../shared/data/leval', '../../shared/data/leval'].find((path) => existsSync(path));
const folder = (name: string) => join(shared!, 'predictions', name);

describe.skipIf(shared === undefined)('L-Eval’s stored predictions of turbo-16k-0613 (skipped: ../shared/data is absent)', () => {
  test('exam and F1: every printed digit of the official scorer', async () => {
    const { scores, skipped } = await leval.score({ predictions: [folder('exam-turbo-16k-0613'), folder('ngram-turbo-16k-0613')] });
    const headline = scores.filter(({ metric }) => metric === 'exam' || metric === 'f1').map(({ task, value, n }) => [task, value, n]);
    expect(headline).toEqual([
      ['tpo', 78.4387, 269],
      ['gsm100', 84, 100],
      ['quality', 61.3861, 202],
      ['coursera', 63.5174, 172],
      ['topic_retrieval_longchat', 79.3333, 150],
      ['codeU', 12.2222, 90],
      ['multidoc_qa', 31.4452, 136],
      ['narrative_qa', 18.1989, 182],
      ['natural_question', 45.9044, 104],
      ['legal_contract_qa', 24.8686, 130],
      ['financial_qa', 45.3688, 52],
      ['scientific_qa', 28.2501, 160],
    ]);
    expect(skipped).toEqual([]);
  });

  test('ROUGE: every digit of rouge_score 0.1.2 without stemming', async () => {
    const { scores } = await leval.score({ predictions: [folder('ngram-turbo-16k-0613')] });
    const of = (metric: string) =>
      Object.fromEntries(scores.filter((each) => each.metric === metric).map(({ task, value }) => [task, value]));
    expect(of('rougeL')).toEqual({
      gov_report_summ: 23.636,
      meeting_summ: 19.3135,
      news_summ: 16.0592,
      paper_assistant: 18.6061,
      patent_summ: 29.2755,
      review_summ: 18.6734,
      tv_show_summ: 16.8682,
    });
    expect(of('rouge1')).toMatchObject({ gov_report_summ: 45.9033, paper_assistant: 39.5475, review_summ: 30.1849 });
    expect(of('rouge2')).toMatchObject({ gov_report_summ: 15.5985, paper_assistant: 10.9211, review_summ: 7.1427 });
    expect(of('geometric_mean')).toEqual({
      gov_report_summ: 25.6744,
      meeting_summ: 16.1452,
      news_summ: 16.6379,
      paper_assistant: 20.03,
      patent_summ: 30.1184,
      review_summ: 15.9084,
      tv_show_summ: 14.2429,
    });
  });

  test('gold answers from the data are those that the predictions carry', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'fathom-leval-'));
    const tasks = ['tpo', 'gsm100', 'quality', 'topic_retrieval_longchat', 'natural_question', 'scientific_qa'];
    for (const task of tasks) {
      const kind = tasks.indexOf(task) < 4 ? 'exam' : 'ngram';
      const rows = (await readFile(join(folder(`${kind}-turbo-16k-0613`), `${task}.pred.jsonl`), 'utf8')).trim().split('\n');
      const without = rows.map((row) => JSON.stringify({ ...(JSON.parse(row) as object), gt: undefined }));
      await writeFile(join(bare, `${task}.pred.jsonl`), without.join('\n'));
    }
    const data = await mkdtemp(join(tmpdir(), 'fathom-leval-data-'));
    await cp(join(shared!, 'data'), join(data, 'Closed-ended-tasks'), { recursive: true });
    const { scores } = await leval.score({ predictions: [bare], data });
    const values = Object.fromEntries(scores.map(({ task, metric, value }) => [`${task} ${metric}`, value]));
    expect(values).toMatchObject({ 'tpo exam': 78.4387, 'gsm100 exam': 84, 'quality exam': 61.3861, 'scientific_qa f1': 28.2501 });
    expect(values).toMatchObject({ 'topic_retrieval_longchat exam': 79.3333, 'natural_question f1': 45.9044 });
    await rm(bare, { recursive: true });
    await rm(data, { recursive: true, force: true });
  });
});
