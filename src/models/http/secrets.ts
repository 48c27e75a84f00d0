const MIN_CHARACTERS = 8;

/** Values that no message may hold: the key, and the long words of extra headers, which often carry one. */
export function secretsOf(options: { readonly apiKey?: string; readonly headers?: Readonly<Record<string, string>> }): string[] {
  const words = Object.values(options.headers ?? {}).flatMap((value) => value.split(/\s+/));
  return [...(options.apiKey === undefined ? [] : [options.apiKey]), ...words.filter((word) => word.length >= MIN_CHARACTERS)];
}
