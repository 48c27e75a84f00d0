const IRREGULAR_PASTS: Readonly<Record<string, string>> = {
  beat: 'beat',
  bend: 'bent',
  bind: 'bound',
  blow: 'blew',
  break: 'broke',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  choose: 'chose',
  cut: 'cut',
  dig: 'dug',
  draw: 'drew',
  drive: 'drove',
  feed: 'fed',
  find: 'found',
  fold: 'folded',
  give: 'gave',
  go: 'went',
  grind: 'ground',
  hang: 'hung',
  hold: 'held',
  keep: 'kept',
  lay: 'laid',
  leave: 'left',
  let: 'let',
  light: 'lit',
  make: 'made',
  put: 'put',
  read: 'read',
  run: 'ran',
  say: 'said',
  set: 'set',
  shake: 'shook',
  shut: 'shut',
  sink: 'sank',
  slit: 'slit',
  spin: 'spun',
  split: 'split',
  spread: 'spread',
  stand: 'stood',
  stick: 'stuck',
  strike: 'struck',
  sweep: 'swept',
  take: 'took',
  tell: 'told',
  throw: 'threw',
  weave: 'wove',
  wind: 'wound',
  wring: 'wrung',
  write: 'wrote',
};

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  batz: 'batzen',
  calf: 'calves',
  half: 'halves',
  knife: 'knives',
  leaf: 'leaves',
  loaf: 'loaves',
  man: 'men',
  scarf: 'scarves',
  sheaf: 'sheaves',
  shelf: 'shelves',
  woman: 'women',
};

const ONE_SYLLABLE_TO_DOUBLE = /^(?:qu|[^aeiou])*[aeiou][^aeiouwxy]$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;
const CONSONANT_Y = /[^aeiou]y$/;
const SAID_WITH_CONSONANT = /^(?:uni|use|usu|eu|one\b|once)/i;
const SAID_WITH_VOWEL = /^(?:[aeiou]|hour|honest|honour)/i;

/** `weigh the clay` → `weighed the clay`. */
export const past = onFirstWord((verb) => {
  const irregular = IRREGULAR_PASTS[verb];
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (CONSONANT_Y.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
});

/** `weigh the clay` → `weighing the clay`. */
export const gerund = onFirstWord((verb) => {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(?:ee|ye|oe|inge)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
});

/** `weigh the clay` → `weighs the clay`. */
export const thirdPerson = onFirstWord((verb) => {
  if (verb === 'go' || SIBILANT.test(verb)) return `${verb}es`;
  return CONSONANT_Y.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
});

/** `wheel of cheese` → `wheels of cheese`. Knows the nouns of this folder, not all of English. */
export const plural = remembered((noun) => {
  const tail = noun.search(/ (?:of|for|with|in) /);
  const head = tail < 0 ? noun : noun.slice(0, tail);
  const start = Math.max(head.lastIndexOf(' '), head.lastIndexOf('-')) + 1;
  return head.slice(0, start) + pluralWord(head.slice(start)) + (tail < 0 ? '' : noun.slice(tail));
});

/** `old oven` → `an old oven`. */
export function withArticle(text: string): string {
  return `${SAID_WITH_VOWEL.test(text) && !SAID_WITH_CONSONANT.test(text) ? 'an' : 'a'} ${text}`;
}

/** `"here he comes."` → `"Here he comes."`: the first letter, behind an opening quotation mark if there is one. */
export function capitalised(text: string): string {
  const at = text.startsWith('"') ? 1 : 0;
  return text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

function pluralWord(word: string): string {
  const irregular = IRREGULAR_PLURALS[word];
  if (irregular !== undefined) return irregular;
  if (SIBILANT.test(word)) return `${word}es`;
  return CONSONANT_Y.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function doubled(verb: string): string {
  return ONE_SYLLABLE_TO_DOUBLE.test(verb) ? verb + verb.at(-1)! : verb;
}

function onFirstWord(inflect: (verb: string) => string): (phrase: string) => string {
  const verbs = remembered(inflect);
  return (phrase) => {
    const end = phrase.indexOf(' ');
    return end < 0 ? verbs(phrase) : verbs(phrase.slice(0, end)) + phrase.slice(end);
  };
}

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) known.set(text, (made = make(text)));
    return made;
  };
}
