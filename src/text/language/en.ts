/** Marks that can end an English sentence. Whether they do depends on what stands around them. */
export const EN_SENTENCE_MARKS = '.!?…';

/** Marks that can end an English clause; the dashes need no white space after them when they are long. */
export const EN_CLAUSE_MARKS = ',;:—–';

/** Quotes and brackets that belong to the sentence before them. `"` and `'` open as well as close, so they are judged in place. */
export const EN_CLOSERS = '”’)]}»';

/** Never the last word of a sentence, lower-cased and without the dot. */
export const ABBREVIATIONS_INSIDE: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof messrs mme mlle gen col maj capt cpt lt sgt cpl pvt adm cmdr rev hon pres gov sen rep supt insp ' +
    'e.g i.e eg ie viz cf vs ca approx resp incl excl'
  ).split(' '),
);

/** Abbreviations only before a number (`No. 5`, `vol. IV`); elsewhere they are words or ends (`No. He left.`). */
export const ABBREVIATIONS_BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'no nos nr vol vols ch chap chs p pp fig figs sec sect art bk pt par para eq eqs op ver v l ll'.split(' '),
);

/** Abbreviations that may stand last: they end a sentence only before one of `SENTENCE_STARTERS`. */
export const ABBREVIATIONS_ANYWHERE: ReadonlySet<string> = new Set(
  (
    'st mt ft etc al jr sr esq inc ltd co corp bros dept univ assn ave blvd rd bldg apt est ed eds trans ' +
    'a.m p.m u.s u.k u.n u.s.a d.c b.c a.d b.c.e c.e ph.d m.d b.a m.a ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Common first words: after an abbreviation, such a word in upper case means that a new sentence begins. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those he she it they we you i his her its their our my your there here then when while if ' +
    'as but and or so yet for nor in on at by from with after before during since although though because however ' +
    'what who whom whose why how where which not no yes some many most all both each every another such now meanwhile once only'
  ).split(' '),
);
