/** Marks, and what may close a sentence after them. */
const END = /([.?!]+)[)\]}"'”’»*_:;@]*$/u;
const OPENERS = /^[([{"'“‘«*_]+/u;
const INITIAL = /^(?:\p{L}|\p{Lu}(?:\.\p{Lu})+)$/u;

/** Abbreviations after which a sentence seldom ends. Lower case, without the last dot. */
const ABBREVIATIONS = new Set(
  `adm asst ave blvd brig capt cf cmdr col comdr dept dr ed eds e.g eq eqs est etc ex fig figs fr ft gen gov hon i.e inc jr lt ltd maj messrs mlle mme mr
mrs ms mt mts nos op pp pres prof pt rep reps rev sec sen sens sgt sr st supt u.k u.n u.s viz vol vols vs a.m p.m d.c ph.d b.c jan feb mar apr jun jul
aug sep sept oct nov dec mon tue wed thu fri sat sun co corp bros no`.split(/\s+/),
);

/**
 * The number of sentences of English words as NLTK's punkt counts them, approximated: a word that ends in . ? ! ends a sentence, also before a small
 * letter and after a list number ("1."), but not an abbreviation, an initial, or dots of omission before a small letter. A line break ends nothing.
 * The trained model behind punkt is not repeated; the list of abbreviations is ours.
 */
export function countPunktSentences(words: readonly string[]): number {
  let breaks = 0;
  for (let i = 0; i + 1 < words.length; i++) if (endsSentence(words[i]!, words[i + 1]!)) breaks++;
  return words.length === 0 ? 0 : breaks + 1;
}

/** True if the sentence ends with `word`, where `next` follows. */
export function endsSentence(word: string, next: string): boolean {
  // A word longer than this is no word: its end decides.
  const found = END.exec(word.slice(-64));
  if (!found) return false;
  const [, marks] = found;
  if (/[?!]/.test(marks!)) return true;
  if (marks!.length > 1) return startsUpper(next);
  const stem = word.slice(0, Math.max(0, word.length - found[0].length)).replace(OPENERS, '');
  if (/^\d+$/.test(stem)) return !startsLower(next);
  return !(INITIAL.test(stem) || ABBREVIATIONS.has(stem.toLowerCase()));
}

const startsUpper = (word: string) => /^\p{Lu}/u.test(word.replace(OPENERS, ''));
const startsLower = (word: string) => /^\p{Ll}/u.test(word.replace(OPENERS, ''));
