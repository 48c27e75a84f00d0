import type { Generation, Json } from '../../core/index.ts';

/** What stands where a secret stood. */
const HIDDEN = '[key]';
/** A key is long and holds letters and digits; `EMPTY` or `none`, which some servers want as one, are words that an answer may hold. */
const KEY_LIKE = /^(?=.*[a-z])(?=.*\d).{12,}$/is;

/** Replaces secrets in a text, also where they stand escaped: in a URL, in JSON, as base64 with or without `Bearer` before them. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') for (const form of formsOf(secret)) clean = clean.replaceAll(form, HIDDEN);
  return clean;
}

/** An answer in which the server repeats the key it was sent, without it: answers are kept. */
export function withoutSecrets<Answer extends Pick<Generation, 'text' | 'reasoning' | 'usage'>>(
  generation: Answer,
  secrets: readonly string[],
): Answer {
  const keys = secrets.filter((secret) => KEY_LIKE.test(secret));
  if (keys.length === 0) return generation;
  const { text, reasoning, usage } = generation;
  const hidden = hideSecrets(text, keys);
  const thought = reasoning === undefined ? undefined : hideSecrets(reasoning, keys);
  const raw = usage.raw === undefined ? undefined : hiddenIn(usage.raw, keys);
  if (hidden === text && thought === reasoning && raw === usage.raw) return generation;
  return {
    ...generation,
    text: hidden,
    ...(thought !== undefined && { reasoning: thought }),
    usage: { ...usage, ...(raw !== undefined && { raw }) },
  };
}

function hiddenIn(json: Json, secrets: readonly string[]): Json {
  const text = JSON.stringify(json);
  const clean = hideSecrets(text, secrets);
  return clean === text ? json : (JSON.parse(clean) as Json);
}

function formsOf(secret: string): readonly string[] {
  const encoded = [secret, `Bearer ${secret}`].map((text) => Buffer.from(text).toString('base64').replace(/=+$/, ''));
  return [...new Set([secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1), ...encoded.toReversed()])];
}
