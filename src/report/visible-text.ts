/**
 * Characters that change how other text looks, or that look like nothing: controls other than tab and newline, bidirectional controls,
 * zero-width marks (joiners stay: scripts and emoji need them), line and paragraph separators, tags, and non-characters.
 */
const UNSEEN = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Strangers' text made safe to look at: unseen characters become `⟨U+202E⟩`, a lone surrogate U+FFFD, `\r\n` a newline. Escaping for HTML is another step. */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(UNSEEN, codePointName);
}

/** `visibleText` on one line: white space is run together. For tables and terminals. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/gu, ' ').trim();
}

/** Cuts the middle out of a long text, and says how much: an answer's end often matters more than its middle. */
export function cutMiddle(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  const head = Math.floor(maxCharacters * 0.4);
  const tail = maxCharacters - head;
  const left = (text.length - maxCharacters).toLocaleString('en');
  return `${text.slice(0, head)}\n[… ${left} characters left out …]\n${text.slice(-tail)}`.toWellFormed();
}

function codePointName(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
