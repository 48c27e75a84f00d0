import type { Command } from 'commander';

/** Flags that say what counts as reading a length, and how sure the answer is to be. */
export function addSearchFlags(command: Command): Command {
  return command
    .option('--threshold <share>', 'mean score that counts as reading a length: 85, 85% or 0.85 (default: 85%)')
    .option('--delta <share>', 'zone around the threshold where either verdict is right (default: 7%, less near 0% and 100%)')
    .option('--alpha <share>', 'greatest chance per length to pass wrongly (default: 5%)')
    .option('--beta <share>', 'greatest chance per length to fail wrongly (default: 5%)')
    .option('--max-per-length <n>', 'scores after which the mean decides (default: 110)')
    .option('--verify', 'also test the lengths next to the answer: is the curve monotone there?');
}
