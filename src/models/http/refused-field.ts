const REFUSES =
  /unsupported|(not|n't) support|not (allowed|permitted)|unrecogni[sz]ed|unknown|unexpected|extra (inputs|fields)|deprecated|only the default|must be (strictly )?positive|use ['"`]?max_/i;

/**
 * Whether a server's refusal says that it does not take the request field `field`, whatever its value: true for
 * `Unsupported parameter: 'temperature'`, false for `max_tokens is too large`.
 */
export function refusesField(refusal: string, field: string): boolean {
  return REFUSES.test(refusal) && new RegExp(`\\b${field}\\b`, 'i').test(refusal);
}
