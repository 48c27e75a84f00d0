import { ModelError, type Judge } from '../../core/index.ts';
import { promptHash, renderPrompt, type JudgePrompt } from './judge-prompt.ts';
import { CLOSENESS, CORRECTNESS, NOT_MENTIONED, PAIRWISE, STEPS } from './judge-prompts.ts';
import { readBinary, readCovered, readPercent, readPreference, type Preference } from './read-verdict.ts';

/** A verdict with the hash of the prompt that it answers, or why there is none. A missing verdict stays missing: it is never a no. */
export type Verdict<V> =
  { readonly verdict: V; readonly promptHash: string } | { readonly problem: 'unreadable' | 'judge-failed'; readonly detail: string };

/** A question with the answers that it is about. */
export interface JudgedAnswer {
  readonly question: string;
  readonly reference: string;
  readonly answer: string;
}

/** Whether the answer is correct by the reference. */
export function judgeCorrect(judge: Judge, { question, reference, answer }: JudgedAnswer): Promise<Verdict<boolean>> {
  return ask(judge, CORRECTNESS, { material: { question, reference, answer }, read: (text) => readBinary(text) });
}

/** Whether the answer rightly says that the text does not tell. */
export function judgeNotMentioned(judge: Judge, { question, answer }: Omit<JudgedAnswer, 'reference'>): Promise<Verdict<boolean>> {
  return ask(judge, NOT_MENTIONED, { material: { question, answer }, read: (text) => readBinary(text) });
}

/** How close the answer comes to the reference, 0–1. */
export async function judgeCloseness(judge: Judge, { reference, answer }: Omit<JudgedAnswer, 'question'>): Promise<Verdict<number>> {
  return ask(judge, CLOSENESS, {
    material: { reference, answer },
    read: (text) => {
      const percent = readPercent(text);
      return percent === undefined ? undefined : percent / 100;
    },
  });
}

/** The share of the reference's steps that the answer has, 0–1, and their numbers. Throws RangeError for no steps. */
export function judgeSteps(
  judge: Judge,
  { question, steps, answer }: { readonly question: string; readonly steps: readonly string[]; readonly answer: string },
): Promise<Verdict<{ readonly share: number; readonly covered: readonly number[] }>> {
  if (steps.length === 0) throw new RangeError('judgeSteps(…): a share of no steps is nothing');
  const material = { question, steps: steps.map((step, i) => `${i + 1}. ${step}`).join('\n'), answer };
  return ask(judge, STEPS, {
    material,
    read: (text) => {
      const covered = readCovered(text, steps.length);
      return covered && { share: covered.length / steps.length, covered };
    },
  });
}

/** An answer against another, as the first one fared. */
export type PairOutcome = 'win' | 'loss' | 'tie';

const OUTCOMES: { readonly [better in Preference]: PairOutcome } = { A: 'win', B: 'loss', tie: 'tie' };
const SWAPPED: { readonly [outcome in PairOutcome]: PairOutcome } = { win: 'loss', loss: 'win', tie: 'tie' };

/** Compares an answer with another one in both orders: two verdicts, each as the answer (not the other) fared. */
export async function judgePair(
  judge: Judge,
  { question, reference, answer, other }: JudgedAnswer & { readonly other: string },
): Promise<readonly [Verdict<PairOutcome>, Verdict<PairOutcome>]> {
  const compare = (first: string, second: string, turned: (outcome: PairOutcome) => PairOutcome) =>
    ask(judge, PAIRWISE, {
      material: { question, reference, answer_a: first, answer_b: second },
      read: (text) => {
        const better = readPreference(text);
        return better && turned(OUTCOMES[better]);
      },
    });
  return [await compare(answer, other, (outcome) => outcome), await compare(other, answer, (outcome) => SWAPPED[outcome])];
}

interface Asked<V> {
  readonly material: { readonly [part: string]: string };
  readonly read: (text: string) => V | undefined;
}

async function ask<V, A>(judge: Judge, prompt: JudgePrompt<A>, { material, read }: Asked<V>): Promise<Verdict<V>> {
  const { text, ...options } = renderPrompt(prompt, material);
  try {
    const reply = await judge.ask(text, options);
    const verdict = read(reply.text);
    if (verdict !== undefined) return { verdict, promptHash: promptHash(prompt) };
    return { problem: 'unreadable', detail: `no verdict in ${JSON.stringify(reply.text.slice(0, 200))}` };
  } catch (error) {
    if (error instanceof ModelError && error.kind !== 'aborted')
      return { problem: 'judge-failed', detail: `${error.kind}: ${error.message}` };
    throw error;
  }
}
