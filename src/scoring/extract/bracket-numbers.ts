import { setF1 } from '../m4le/answers.ts';

/** All runs of digits between "[" and the next "]", without repeats; brackets echoed from the prompt count, as published (LongIns). */
export function bracketNumbers(answer: string): readonly string[] {
  const found = new Set<string>();
  for (let open = answer.indexOf('['); open !== -1;) {
    const close = answer.indexOf(']', open);
    if (close === -1) break;
    for (const digits of answer.slice(open, close).match(/\p{Nd}+/gu) ?? []) found.add(digits);
    open = answer.indexOf('[', close);
  }
  return [...found];
}

/** LongIns: F1 (0–1) of the numbers in brackets and those of the wrong items; 0 when either has none. */
export function bracketF1(answer: string, wrong: readonly number[]): number {
  return setF1(
    bracketNumbers(answer).map((digits) => String(Number(digits))),
    wrong.map(String),
  );
}
