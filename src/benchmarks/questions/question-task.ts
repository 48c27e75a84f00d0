import {
  FathomError,
  JUDGE_ERROR,
  SCORER_ERROR,
  type Answer,
  type Judge,
  type Result,
  type Sample,
  type ScoreDeps,
  type Task,
} from '../../core/index.ts';
import { judgeCorrect } from '../../scoring/index.ts';
import type { QuestionFile } from './load-question-file.ts';
import { DEFAULT_MAX_TOKENS } from './question-options.ts';
import { questionSamples, TASK_VERSION } from './question-samples.ts';
import { scoreAnswer, type RuleName, type Rubric } from './scorers.ts';

/** The task of a question file. */
export function questionTask(id: string, file: QuestionFile): Task {
  return {
    ...factsOf(id),
    title: `${file.questions.length} own questions from ${file.path}`,
    languages: [...new Set(file.questions.map(({ language }) => language))],
    corpora: [file.corpus],
    samples: (options, deps) => questionSamples({ task: id, file }, options, deps),
  };
}

/** The task of a recorded run whose file is not at hand: it scores and sums up, and makes no samples. */
export function recordedTask(id: string): Task {
  return {
    ...factsOf(id),
    title: 'own questions',
    languages: [],
    // eslint-disable-next-line require-yield
    async *samples() {
      throw new FathomError('misuse', `The prompts of ${id} are made from its question file.`, {
        fix: 'Name the file: fathom run ./questions.jsonl',
      });
    },
  };
}

function factsOf(id: string) {
  return {
    id,
    version: TASK_VERSION,
    tags: ['own', 'qa'],
    defaults: { maxTokens: DEFAULT_MAX_TOKENS },
    fidelity: { own: 'own' },
    views: [{ kind: 'heatmap', x: 'askedTokens', y: 'depthPercent' }],
    score,
    judgeQuestions,
  } as const satisfies Partial<Task>;
}

function score(answer: Answer, sample: Sample, { judge }: ScoreDeps): Result | Promise<Result> {
  const { rubric } = sample.facts as unknown as { readonly rubric: Rubric };
  const reply = answer.replies.at(-1) ?? '';
  return isJudged(rubric) ? judgedScore(reply, rubric, judge) : ruledScore(reply, rubric as Rubric & { readonly scorer: RuleName });
}

function judgeQuestions({ facts }: Sample): number {
  return Number(isJudged((facts as unknown as { readonly rubric: Rubric }).rubric));
}

function isJudged({ scorer }: Rubric): boolean {
  return scorer === 'judge';
}

function ruledScore(reply: string, rubric: Rubric & { readonly scorer: RuleName }): Result {
  const value = scoreAnswer(reply, rubric);
  const why = `${rubric.scorer}: ${value === 1 ? 'right' : value === 0 ? 'not' : 'partly'} ${rubric.expected.join(' | ')}`;
  return { status: 'ok', score: { value, mode: 'own', metric: 'score', why } };
}

/** A judge compares the reply with the accepted answers. Without a judge, or without a verdict, the answer stays unscored until it is judged. */
async function judgedScore(answer: string, { expected, question = '' }: Rubric, judge: Judge | undefined): Promise<Result> {
  if (!judge) return { status: 'error', reason: SCORER_ERROR, detail: 'not judged yet: fathom rescore RUN --judge MODEL' };
  const judged = await judgeCorrect(judge, { question, reference: expected.join(' | or: '), answer });
  if ('problem' in judged) {
    const reason = judged.problem === 'judge-failed' ? JUDGE_ERROR : SCORER_ERROR;
    return { status: 'error', reason, detail: `${judge.model}: ${judged.problem}: ${judged.detail}` };
  }
  const why = `judge ${judge.model} (prompt ${judged.promptHash}): ${judged.verdict ? 'right' : 'not'} ${expected.join(' | ')}`;
  return { status: 'ok', score: { value: Number(judged.verdict), mode: 'own', metric: 'score', why } };
}
