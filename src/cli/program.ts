import { Command, CommanderError } from 'commander';
import { addConfigFlags } from './config/add-config-flags.ts';
import { version } from './version.ts';

type Register = (program: Command) => void;

/** Commands in the order of the help. Each file registers its flags and loads its work only when it is called. */
const COMMANDS: readonly (() => Promise<Register>)[] = [
  async () => (await import('./commands/run.ts')).registerRun,
  async () => (await import('./commands/plan.ts')).registerPlan,
  async () => (await import('./commands/limit.ts')).registerLimit,
  async () => (await import('./commands/resume.ts')).registerResume,
  async () => (await import('./commands/runs.ts')).registerRuns,
  async () => (await import('./commands/report.ts')).registerReport,
  async () => (await import('./commands/compare.ts')).registerCompare,
  async () => (await import('./commands/view.ts')).registerView,
  async () => (await import('./commands/show.ts')).registerShow,
  async () => (await import('./commands/list.ts')).registerList,
  async () => (await import('./commands/data.ts')).registerData,
  async () => (await import('./commands/verify.ts')).registerVerify,
  async () => (await import('./commands/completion.ts')).registerCompletion,
  async () => (await import('./commands/rescore.ts')).registerRescore,
  async () => (await import('./commands/score.ts')).registerScore,
  async () => (await import('./commands/export.ts')).registerExport,
  async () => (await import('./commands/import.ts')).registerImport,
  async () => (await import('./commands/merge.ts')).registerMerge,
  async () => (await import('./commands/delete.ts')).registerDelete,
  async () => (await import('./commands/restore.ts')).registerRestore,
  async () => (await import('./commands/probe.ts')).registerProbe,
];

const AFTER_HELP = `
Examples:
  fathom run needlebench                                          the embedded reader, English and Chinese
  fathom run needlebench --model openai/gpt-5 --lengths 4k..128k
  fathom run needlebench --model http://localhost:8000/v1#qwen3 --haystack ./my-docs
  fathom plan needlebench --lengths 128k                          prompts, tokens, money; nothing is sent
  fathom limit --model openai/gpt-5 --lengths 4k..1m              how long a context it really uses, for few tokens
  fathom show needlebench/single-retrieval --length 8k --depth 40
  fathom report --format html -o report.html                      the latest run

Keys are read from OPENAI_API_KEY, ANTHROPIC_API_KEY, GOOGLE_GENERATIVE_AI_API_KEY and, for a URL, FATHOM_API_KEY.`;

/** Parses the command line and runs the command. Gives the exit code; throws FathomErrors for `main` to explain. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  const program = new Command('fathom')
    .description('Measures how much of its context window a language model really uses.')
    .version(version(), '-V, --version', 'print the version')
    .showSuggestionAfterError()
    .showHelpAfterError('(see fathom --help)')
    .addHelpText('after', AFTER_HELP);
  for (const load of COMMANDS) (await load())(program);
  addConfigFlags(program, argv);
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
