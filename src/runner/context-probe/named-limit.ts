/** A number of tokens as messages write it: `8192`, `131,072`, `1_048_576`. */
const NUMBER = String.raw`(\d{1,3}(?:[,_]\d{3})+|\d{3,})`;

/** How servers name their limit in a refusal, the plainest first. */
const NAMING: readonly RegExp[] = [
  new RegExp(String.raw`>\s*${NUMBER}\s*(?:tokens?\s*)?(?:maximum|max)`, 'i'),
  new RegExp(String.raw`(?:maximum|max(?:_model_len)?|allowed|limit|context|window|n_ctx)[^\d.]{0,70}?${NUMBER}`, 'i'),
  new RegExp(String.raw`${NUMBER}[- ]tokens? (?:limit|maximum|window|context)`, 'i'),
];

/** The limit that a refusal names, in the provider's tokens; undefined when it names none. */
export function namedLimit(message: string): number | undefined {
  for (const pattern of NAMING) {
    const found = pattern.exec(message)?.[1];
    if (found !== undefined) return Number(found.replaceAll(/[,_]/g, ''));
  }
  return undefined;
}
