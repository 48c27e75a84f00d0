import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import {
  bleuCounts,
  bleuOfCounts,
  containsAny,
  containsWords,
  equalsAny,
  loadJieba,
  rougeChinese,
  rougePltrdy,
  setF1,
  splitIds,
  tokens13a,
  tokensChinese,
  untilStops,
  type BleuCounts,
} from '../../scoring/index.ts';
import type { M4leTask } from './tasks.ts';

type Scored = Omit<Score, 'mode'>;

/** The score of one answer (0–1), as published. `corrected` differs for the class of a patent alone: its number must stand by itself. */
export async function scoreReply(task: M4leTask, reply: string, { target, facts }: Pick<Sample, 'target' | 'facts'>): Promise<Scored> {
  const answers = Array.isArray(target) ? target.map(String) : [String(target)];
  const given = untilStops(reply, task.stops);
  if (task.metric === 'rouge') return { value: await rougeRecall(task, given, answers), metric: 'rougeL-recall' };
  if (task.metric === 'bleu') return bleuScore(task, given, answers[0]!);
  return { value: matched(task, { given, answers, whole: modeOf(facts) === 'corrected' }), metric: METRIC_NAMES[task.metric] };
}

const METRIC_NAMES = { acc: 'contains', exact: 'exact', count: 'exact', ids: 'id-f1' } as const;

function matched(
  { id, metric, stops, separator = ',' }: M4leTask,
  { given, answers, whole }: { readonly given: string; readonly answers: readonly string[]; readonly whole: boolean },
): number {
  if (metric === 'ids') return Math.max(...answerSets(answers, separator).map((wanted) => setF1(splitIds(given, separator), wanted)));
  if (metric === 'exact') return Number(equalsAny(given, answers));
  if (metric === 'count')
    return Number(
      equalsAny(
        given,
        answers.map((answer) => untilStops(answer, stops)),
      ),
    );
  if (whole && id === 'bigpatent_global_cls') return Number(answers.some((answer) => containsWords(given, answer)));
  return Number(containsAny(given, answers));
}

/** A list of ids is one answer, whether each is an entry or all stand in one. */
function answerSets(answers: readonly string[], separator: string): readonly (readonly string[])[] {
  return answers.some((answer) => answer.includes(separator)) ? answers.map((answer) => splitIds(answer, separator)) : [answers];
}

async function rougeRecall({ language }: M4leTask, given: string, answers: readonly string[]): Promise<number> {
  if (language === 'en') return Math.max(...answers.map((answer) => rougePltrdy(given, answer)?.rougeL.r ?? 0));
  const segment = await loadJieba();
  return Math.max(...answers.map((answer) => rougeChinese(given, answer, segment).r));
}

/** One answer's BLEU is shown; the counts are for that of the whole bucket, which is no mean. */
function bleuScore({ answerLanguage }: M4leTask, given: string, answer: string): Scored {
  const cut = answerLanguage === 'zh' ? tokensChinese : tokens13a;
  const counts = bleuCounts({ given: cut(given), wanted: cut(answer) });
  return { value: bleuOfCounts([counts]), metric: 'bleu', counts: flatCounts(counts) };
}

function flatCounts({ shared, total, given, wanted }: BleuCounts): { readonly [key: string]: number } {
  const orders = shared.flatMap((value, i) => [
    [`shared${i + 1}`, value],
    [`total${i + 1}`, total[i]!],
  ]);
  return { ...(Object.fromEntries(orders) as { [key: string]: number }), given, wanted };
}

/** The counts of a score again. */
export function bleuCountsOf(counts: { readonly [key: string]: number }): BleuCounts {
  const four = (name: string) => [1, 2, 3, 4].map((n) => counts[name + n] ?? 0);
  return { shared: four('shared'), total: four('total'), given: counts['given'] ?? 0, wanted: counts['wanted'] ?? 0 };
}
