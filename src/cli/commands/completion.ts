import type { Command } from 'commander';

const EXAMPLES = `
Examples:
  eval "$(fathom completion bash)"                                       in ~/.bashrc
  eval "$(fathom completion zsh)"                                        in ~/.zshrc, after compinit
  fathom completion fish > ~/.config/fish/completions/fathom.fish`;

/** `fathom completion SHELL`, and the hidden command that its script calls. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands, flags, tasks and runs in your shell')
    .argument('<shell>', 'bash, zsh, fish')
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string) => {
      const { completion } = await import('../actions/completion.ts');
      completion(shell);
    });
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .option('--line <line>')
    .option('--breaks <letters>')
    .action(async (words: readonly string[], flags: { readonly line?: string; readonly breaks?: string }) => {
      const { complete } = await import('../actions/completion.ts');
      await complete(program, { words, ...flags });
    });
}
