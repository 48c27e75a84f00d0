import { FathomError, nearestName } from '../../core/index.ts';

/** How L-Eval scores a task without a judge. */
export type Evaluation = 'exam' | 'f1' | 'rouge';

/** How the answers of an exam task are read. */
export type ExamReading = 'letter' | 'letters' | 'number' | 'code' | 'topic' | 'truth';

/** A task of L-Eval, by the name of its file. */
export interface LevalTask {
  readonly id: string;
  readonly evaluation: Evaluation;
  /** Exam tasks only. */
  readonly reading?: ExamReading;
}

const exam = (id: string, reading: ExamReading): LevalTask => ({ id, evaluation: 'exam', reading });

/** All twenty tasks (L-Eval, table 1), closed-ended first. */
export const LEVAL_TASKS: readonly LevalTask[] = [
  exam('tpo', 'letter'),
  exam('gsm100', 'number'),
  exam('quality', 'letter'),
  exam('coursera', 'letters'),
  exam('topic_retrieval_longchat', 'topic'),
  exam('sci_fi', 'truth'),
  exam('codeU', 'code'),
  ...['multidoc_qa', 'narrative_qa', 'natural_question', 'legal_contract_qa', 'financial_qa', 'scientific_qa'].map((id): LevalTask => ({
    id,
    evaluation: 'f1',
  })),
  ...['gov_report_summ', 'meeting_summ', 'news_summ', 'paper_assistant', 'patent_summ', 'review_summ', 'tv_show_summ'].map(
    (id): LevalTask => ({ id, evaluation: 'rouge' }),
  ),
];

/** The task of a file's name. Throws FathomError `data` for a name that is no task of L-Eval. */
export function levalTask(id: string, file: string): LevalTask {
  const task = LEVAL_TASKS.find((each) => each.id === id);
  if (task) return task;
  const nearest = nearestName(
    id,
    LEVAL_TASKS.map((each) => each.id),
  );
  throw new FathomError('data', `${file}: L-Eval has no task ${JSON.stringify(id)}.`, {
    fix:
      nearest === undefined
        ? `Name the file <task>.pred.jsonl: ${LEVAL_TASKS.map((each) => each.id).join(', ')}.`
        : `Did you mean ${nearest}?`,
  });
}
