import type { RunRecord } from '../core/index.ts';

/** A command that repeats a run as far as its record tells: tasks, model, strategy, seed and tokenizer. Safe to paste into a POSIX shell. */
export function repeatCommand({ tasks, model, strategy, seed, tokenizer }: RunRecord): string {
  const flags = { model, ...(strategy === 'direct' ? {} : { strategy }), seed: String(seed), tokenizer };
  const words = ['fathom', 'run', ...tasks, ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])];
  return words.map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./#-]+$/.test(word) && !word.startsWith('#') ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
