import { EXIT_CODES, explainError } from './explain-error.ts';
import { endWithLauncher } from './end-with-launcher.ts';
import { sizeYoungSpace } from './size-young-space.ts';
import { version } from './version.ts';

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
  endWithLauncher();
  sizeYoungSpace();
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv);
  } catch (error) {
    return explainError(error);
  }
}

/** `fathom list | head` is no error; a full disk behind `>` is one. */
function ignoreBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    console.error(`fathom: standard output cannot be written: ${error.message}`);
    process.exit(EXIT_CODES.storage);
  });
  // Whoever listened to what is said on the side has gone: the work goes on.
  process.stderr.on('error', () => undefined);
}
