import { splitWords } from '../python-space.ts';

/**
 * The number that an answer to a school problem ends with, as L-Eval reads it: what follows "The answer is ", else the last word with a digit of
 * the first paragraph; of it the digits before the first full stop. Signs, commas and decimals are lost, as published. None: empty.
 */
export function gsmNumber(answer: string): string {
  return digitsBeforeStop(afterPhrase(answer) ?? splitWords(answer.split('\n\n', 1)[0]!).findLast((word) => /\p{Nd}/u.test(word)) ?? '');
}

function afterPhrase(answer: string): string | undefined {
  const found = /The answer is (\S+)/.exec(answer)?.[1];
  return found === undefined ? undefined : splitWords(found)[0];
}

const digitsBeforeStop = (word: string) => word.split('.', 1)[0]!.replace(/\P{Nd}/gu, '');
