import { hideSecrets } from './hide-secrets.ts';

const MAX_CHARACTERS = 500;
// Control characters, and the marks that reorder or hide text on a terminal.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/**
 * What a server said, made fit for a message: tags of an HTML page and control characters become spaces, each secret becomes `[key]`,
 * and the text ends after 500 characters.
 */
export function cleanServerText(text: string, secrets: readonly string[] = []): string {
  const untagged = /^\s*<(!doctype|html|head|body|\?xml)/i.test(text) ? withoutTags(text) : text;
  const line = hideSecrets(untagged, secrets).replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
  return line.length <= MAX_CHARACTERS
    ? line
    : `${line
        .slice(0, MAX_CHARACTERS - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

const withoutTags = (html: string): string => html.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
