import { seededRandom, type Corpus } from '../../core/index.ts';
import { corpusOf } from '../../text/index.ts';
import type { BuiltVariant } from './built-variants.ts';
import { exampleLine, WORDINGS } from './built-wording.ts';
import type { LabelledText } from './labelled-text.ts';
import type { LabelledTexts } from './labelled-texts.ts';
import { dealRounds } from './rounds.ts';

/** Of each label at most so many texts are kept to be asked about, and at most a quarter of them. */
const HELD = 25;

/** What a deck is made for: the same for all its prompts, whatever their lengths and repeats. */
export interface DeckPlace {
  readonly language: 'en' | 'zh';
  readonly seed: number;
  /** Labels that it has; all where there are fewer. */
  readonly labels: number;
  readonly variant: Pick<BuiltVariant, 'grouped' | 'coded'>;
}

/** Examples in the order in which prompts take them, and texts to ask about. */
export interface BuiltDeck {
  readonly corpus: Corpus;
  /** Names as prompts show them, in the order of a round. */
  readonly names: readonly string[];
  /** The label of each example, as a number, in the order in which they are taken. */
  readonly order: readonly number[];
  /** The bytes of each example, in the same order. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Texts of each label that no prompt shows. */
  readonly held: readonly (readonly string[])[];
}

interface Example extends LabelledText {
  readonly number: number;
}

/** A deck of labelled texts; undefined where fewer than two labels have two texts. */
export function makeDeck({ texts, origin }: LabelledTexts, place: DeckPlace): BuiltDeck | undefined {
  const { language, seed, variant } = place;
  const byLabel = Map.groupBy(texts, ({ label }) => label);
  const usable = [...byLabel.keys()].filter((label) => byLabel.get(label)!.length >= 2).toSorted();
  if (usable.length < 2) return undefined;
  const chosen = randomOf(place, 'labels').shuffle(usable).slice(0, place.labels);
  const names = variant.coded ? codes(chosen.length, place) : chosen;
  const decks = chosen.map((label) => randomOf(place, 'texts', label).shuffle([...byLabel.get(label)!]));
  const cuts = decks.map(({ length }) => Math.min(HELD, Math.max(1, Math.floor(length / 4))));
  const shown = decks.flatMap((deck, number) =>
    deck.slice(cuts[number]).map(({ text }): Example => ({ text, label: names[number]!, number })),
  );
  const dealt = dealRounds(shown, { labelOf: ({ label }) => label, count: shown.length });
  const printed = variant.grouped ? shown : dealt;
  const lines = printed.map((example) => Buffer.from(exampleLine(WORDINGS[language], example)));
  let at = 0;
  const spanOf = new Map(printed.map((example, i) => [example, { from: at, to: (at += lines[i]!.length) }]));
  const facts = { kind: 'data', family: 'longiclbench', ...origin, built: { ...place, variant: { ...variant } } };
  return {
    corpus: corpusOf([Buffer.concat(lines).toString()], { language, origin: { ...facts, seed } }),
    names,
    order: dealt.map(({ number }) => number),
    spans: dealt.map((example) => spanOf.get(example)!),
    held: decks.map((deck, number) => deck.slice(0, cuts[number]).map(({ text }) => text)),
  };
}

function randomOf({ seed, language }: DeckPlace, ...what: readonly string[]) {
  return seededRandom(seed, 'longiclbench', 'built', language, ...what);
}

/** Codes of a letter and two digits, no two alike. */
function codes(count: number, place: DeckPlace): string[] {
  const all = Array.from({ length: 2600 }, (_, i) => `${String.fromCharCode(65 + (i % 26))}${String(Math.floor(i / 26)).padStart(2, '0')}`);
  return randomOf(place, 'codes').shuffle(all).slice(0, count);
}

/** The spans of a prompt that takes the first `count` examples: neighbours in the text are one span. */
export function spansOf({ spans }: BuiltDeck, count: number): { readonly from: number; readonly to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.slice(0, count).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.to === from) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}
