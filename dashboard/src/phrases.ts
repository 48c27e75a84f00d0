/** Phrases with the words for them in another language. `{word}` stands for anything; what stands at `{name}` is a phrase itself. */
export type Phrases = readonly (readonly [text: string, other: string])[];

/** A function that puts a text into the other language; it gives undefined for what is none of the phrases. */
export function translator(phrases: Phrases): (text: string) => string | undefined {
  const known = phrases.map(([text, other]) => ({ ...patternOf(text), other }));
  const translate = (text: string): string | undefined => {
    for (const { pattern, slots, other } of known) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const values = new Map(slots.map((slot, i) => [slot, slot === 'name' ? translate(found[i + 1]!) : found[i + 1]!]));
      if ([...values.values()].includes(undefined)) continue;
      return other.replace(/\{(\w+)\}/g, (whole, slot: string) => values.get(slot) ?? whole);
    }
    return undefined;
  };
  return translate;
}

function patternOf(text: string): { readonly pattern: RegExp; readonly slots: readonly string[] } {
  const parts = text.split(/\{(\w+)\}/);
  const slots = parts.filter((_, i) => i % 2 === 1);
  const source = parts.map((part, i) => (i % 2 === 1 ? '(.+?)' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))).join('');
  return { pattern: new RegExp(`^${source}$`, 's'), slots };
}
