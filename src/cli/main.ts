import { FathomError, ModelError } from '../core/index.ts';
import { version } from './version.ts';

/**
 * Exit codes: 0 done · 1 a score is below `--fail-under` · 2 misuse · 3 something missing or broken · 4 a run ended incomplete ·
 * 70 a bug in Fathom (EX_SOFTWARE of sysexits.h) · 130 interrupted.
 */
const EXIT_CODES = { misuse: 2, missing: 3, data: 3, storage: 3, incomplete: 4 } as const;
const BUG = 70;

/**
 * Runs one command line (without `node` and the script) and gives its exit code. Never throws.
 * Nothing heavy is imported before the command is known.
 */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    console.log(version());
    return 0;
  }
  ignoreBrokenPipe();
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv);
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof FathomError) {
    console.error(`fathom: ${error.message}`);
    if (error.fix) console.error(`  ${error.fix}`);
    return EXIT_CODES[error.code];
  }
  if (error instanceof ModelError) {
    console.error(`fathom: the model failed (${error.kind}): ${error.message}`);
    return 3;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`fathom: this is a bug in Fathom, please report it.\n${details}`);
  return BUG;
}

/** `fathom list | head` is no error; a full disk behind `>` is one. */
function ignoreBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    console.error(`fathom: standard output cannot be written: ${error.message}`);
    process.exit(EXIT_CODES.storage);
  });
}
