/** Response headers as undici gives them. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One header's value; the first one where it came several times. Names are lower case. */
export const headerValue = (headers: ResponseHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` as seconds or as an HTTP date (RFC 9110, 10.2.3)
 * counted from `nowMs`. A date in the past gives 0; nonsense gives undefined.
 */
export function retryAfterMs(headers: ResponseHeaders, nowMs: number): number | undefined {
  const exact = nonNegative(headerValue(headers, 'retry-after-ms'));
  if (exact !== undefined) return Math.round(exact);
  const text = headerValue(headers, 'retry-after');
  const seconds = nonNegative(text);
  if (seconds !== undefined) return Math.round(seconds * 1000);
  const atMs = text === undefined || !/[a-z]{3}/i.test(text) ? Number.NaN : Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

function nonNegative(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}
