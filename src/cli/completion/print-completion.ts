import type { Completion } from './candidate.ts';
import { bashWord, type ShellLine } from './shell-line.ts';

/**
 * A completion as lines for a shell's script: `files` or `folders` alone on a line behind a colon, else one word a line with what it is about
 * behind a tab. Words with control characters are left out: nobody could type them, and a terminal would obey them.
 */
export function completionLines(completion: Completion): string {
  if ('shell' in completion) return `:${completion.shell}\n`;
  return completion.words
    .filter(({ value }) => isPlain(value) && !value.startsWith(':'))
    .map(({ value, about = '' }) => `${value}\t${plain(about)}\n`)
    .join('');
}

/**
 * The same for bash: words quoted, and without what bash keeps of the word being written. Bash replaces what stands behind the last of its
 * word breaks (`:` and `=` among them); behind a quote nothing is offered.
 */
export function bashLines(completion: Completion, { kept, quoted }: ShellLine): string {
  if ('shell' in completion) return completionLines(completion);
  if (quoted) return '';
  return completion.words
    .filter(({ value }) => isPlain(value))
    .map(({ value }) => `${bashWord(value.slice(kept))}\n`)
    .join('');
}

// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const isPlain = (text: string): boolean => !UNPRINTABLE.test(text);

const plain = (text: string): string => text.replace(new RegExp(UNPRINTABLE, 'g'), ' ').slice(0, 80);
