import { FathomError, ModelError } from '../core/index.ts';
import { tellParent } from './tell-parent.ts';

/**
 * Exit codes: 0 done · 1 a score is below `--fail-under` · 2 misuse · 3 something missing or broken · 4 a run ended with samples unanswered ·
 * 70 a bug in Fathom (EX_SOFTWARE of sysexits.h) · 130 interrupted.
 */
export const EXIT_CODES = { misuse: 2, missing: 3, data: 3, storage: 3, incomplete: 4 } as const;
const BUG = 70;

/** Says on standard error what went wrong and what fixes it. Gives the exit code. */
export function explainError(error: unknown): number {
  if (error instanceof FathomError) {
    tellParent({ type: 'failed', message: error.message, fix: error.fix, code: error.code });
    console.error(`fathom: ${error.message}`);
    if (error.fix) console.error(`  ${error.fix}`);
    return EXIT_CODES[error.code];
  }
  if (error instanceof ModelError) {
    const message = `the model failed (${error.kind}): ${error.message}`;
    tellParent({ type: 'failed', message });
    console.error(`fathom: ${message}`);
    return 3;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tellParent({ type: 'failed', message: `this is a bug in Fathom, please report it.\n${details}` });
  console.error(`fathom: this is a bug in Fathom, please report it.\n${details}`);
  return BUG;
}
