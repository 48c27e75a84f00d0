/** `first`: the first lone capital among the options, as published. `cued`: a letter after "answer", "correct option" or 答案 wins. */
export type LetterReading = 'first' | 'cued';

const CUE =
  /(?:answer|(?:correct|right|best) (?:option|choice|letter)|答案|选)[^A-Za-z]{0,12}(?:(?:is|be|must|should|would|option|choice|letter|boxed|text(?:bf)?|math(?:rm|bf))[^A-Za-z]{1,6}){0,4}([A-Z])(?![A-Za-z])/gi;

/** The option letter that an answer names, or null. Linear for any input. */
export function optionLetter(answer: string, letters = 'ABCD', reading: LetterReading = 'first'): string | null {
  return (reading === 'cued' ? cued(answer, letters) : null) ?? loneLetter(answer, letters);
}

/** The last cue decides: a model that thinks aloud ends with its answer. */
function cued(answer: string, letters: string): string | null {
  let last: string | null = null;
  for (const match of answer.matchAll(CUE)) if (letters.includes(match[1]!)) last = match[1]!;
  return last;
}

function loneLetter(answer: string, letters: string): string | null {
  for (let i = 0; i < answer.length; i++) {
    const letter = answer[i]!;
    if (letters.includes(letter) && !isLatin(answer[i - 1]) && !isLatin(answer[i + 1])) return letter;
  }
  return null;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z]/.test(character);
}
