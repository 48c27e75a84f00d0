const NUMBER = /[-−]?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?/g;

/** The last number in a text, or null: decimals with a point, thousands with commas or none, full-width digits. Linear for any text. */
export function lastNumber(text: string): number | null {
  let last: number | null = null;
  for (const [found] of text.normalize('NFKC').matchAll(NUMBER)) last = Number(found.replaceAll(',', '').replace('−', '-'));
  return last;
}

/** The number that a text is and nothing beside it, or null. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  const [whole] = plain.match(NUMBER) ?? [];
  return whole === plain ? lastNumber(plain) : null;
}
