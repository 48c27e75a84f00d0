import { stripSpace } from '../python-space.ts';
import { prfOf } from '../text/token-f1.ts';

/** M4LE's cut of an answer: for each end in turn, what stands before its first occurrence, trimmed. */
export function untilStops(text: string, stops: readonly string[]): string {
  return stops.reduce((left, stop) => stripSpace(left.split(stop, 1)[0]!), text);
}

/** M4LE `acc`: whether any answer stands in the prediction, in lower case. */
export function containsAny(prediction: string, answers: readonly string[]): boolean {
  const lowered = prediction.toLowerCase();
  return answers.some((answer) => lowered.includes(answer.toLowerCase()));
}

/** M4LE `exact_match`: whether the prediction is an answer, trimmed and in lower case. */
export function equalsAny(prediction: string, answers: readonly string[]): boolean {
  const plain = (text: string) => stripSpace(text).toLowerCase();
  return answers.some((answer) => plain(answer) === plain(prediction));
}

/** F1 of two sets (0–1), 0 when they share nothing or one is empty. */
export function setF1(given: Iterable<string>, wanted: Iterable<string>): number {
  const [a, b] = [new Set(given), new Set(wanted)];
  return prfOf([...a].filter((item) => b.has(item)).length, { predicted: a.size, wanted: b.size }).f1;
}

/** The ids of a list in an answer: what stands between separators, trimmed, without empty ones. */
export function splitIds(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map(stripSpace)
    .filter((id) => id !== '');
}
