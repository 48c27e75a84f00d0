import { replaceSpace, stripSpace } from '../python-space.ts';

const LETTERS = 'ABCD';

/** Whether a question has one right letter, or (Coursera) several. */
export type LetterCount = 'one' | 'several';

/**
 * The letters that an answer to a multiple-choice question of L-Eval names, as published (`em.py`): blank is `None`; a part of "ABCD" is taken as it
 * stands; with one right letter the first A–D anywhere counts (the A of "According"). Nothing found is `A`, as published.
 */
export function choiceLetters(answer: string, count: LetterCount): string {
  if (stripSpace(answer) === '') return 'None';
  if (LETTERS.includes(answer)) return answer;
  const first = count === 'one' ? /[A-D]/.exec(answer)?.[0] : undefined;
  return first ?? severalLetters(answer);
}

/** The leading run of letters, else the capitals that stand before white space, a full stop or a bracket, else the first run of letters. */
function severalLetters(answer: string): string {
  const [run] = /^[A-D]*/.exec(answer)!;
  if (run.length > 1) return sortedUnique(run);
  const rest = answer.slice(run.length).split('Question', 1)[0]!;
  const marked = replaceSpace(rest, ' ').match(/[A-Z](?=[ .)])/g) ?? [];
  const found = sortedUnique([run, ...marked].join('').replace(/[^A-D]/g, ''));
  return found || (/[A-D]+/.exec(rest)?.[0] ?? 'A');
}

const sortedUnique = (letters: string) => [...new Set(letters)].toSorted().join('');

/** The gold letters: A–D of the first word; none is `A`, as published. */
export function goldLetters(gold: string): string {
  return (stripSpace(replaceSpace(gold, ' ')).split(' ', 1)[0] ?? '').replace(/[^A-D]/g, '') || 'A';
}
