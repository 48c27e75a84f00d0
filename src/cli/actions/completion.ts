import type { Command } from 'commander';
import { FathomError, nearestName } from '../../core/index.ts';
import { completeWords, type Words } from '../completion/complete-words.ts';
import { bashLines, completionLines } from '../completion/print-completion.ts';
import { COMPLETION_SCRIPTS, SHELLS } from '../completion/scripts.ts';
import { shellLine } from '../completion/shell-line.ts';

/** Prints the completion script of a shell. */
export function completion(name: string): void {
  const shell = SHELLS.find((known) => known === name);
  if (shell) return void process.stdout.write(COMPLETION_SCRIPTS[shell]);
  const nearest = nearestName(name, SHELLS);
  throw new FathomError('misuse', `There is no completion for "${name}".`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Shells: ${SHELLS.join(', ')}.`,
  });
}

/** What a script asks: the words up to the cursor, or bash's whole line with its word breaks. */
export interface CompletionRequest {
  readonly words: Words;
  readonly line?: string;
  readonly breaks?: string;
}

/** Prints what may be written next. */
export async function complete(program: Command, { words, line, breaks = '' }: CompletionRequest): Promise<void> {
  if (line === undefined) return void process.stdout.write(completionLines(await completeWords(program, words)));
  const read = shellLine(line, breaks);
  // The command may stand behind assignments: FATHOM_STORE=x fathom report
  const from = read.words.findIndex((word) => !/^\w+=/.test(word)) + 1;
  process.stdout.write(bashLines(await completeWords(program, read.words.slice(from)), read));
}
