import type { Command } from 'commander';
import { FathomError } from '../core/index.ts';
import type { RunLimits } from '../runner/index.ts';
import { parseWhole } from './parse-numbers.ts';

/** How a sitting of a run goes, and what it leaves behind. */
export interface SessionFlags {
  readonly limits: Partial<RunLimits>;
  readonly cache: boolean;
  readonly floor: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly html?: string;
  /** Ask through the provider's batch endpoint. */
  readonly batch: boolean;
  /** Cancel the batches that are out. */
  readonly cancel: boolean;
  readonly batchPollMs?: number;
}

/** Flags of `run` and `resume`. */
export function addSessionFlags(command: Command): Command {
  return command
    .option('--concurrency <n>', 'samples in flight at once (default: 4)')
    .option('--max-attempts <n>', 'requests per sample at most, retries included (default: 5)')
    .option('--timeout <seconds>', 'deadline of one request (default: none, because a long prefill takes its time)')
    .option('--max-retry-wait <seconds>', 'longest pause that a server may ask for (default: 60)')
    .option('--cache', 'use the response cache: a sample asked before with the same prompt is not asked again')
    .option(
      '--batch',
      'ask through the provider’s batch endpoint: answers within a day, for half the price (openai/, anthropic/, URLs that offer it)',
    )
    .option('--batch-poll <seconds>', 'first pause between two looks at a batch (default: 10, growing to 120)')
    .option('--no-floor', 'leave out the reader without a language model beside the score')
    .option('--html <file>', 'also write the HTML report')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'no progress');
}

/** Reads the flags of {@link addSessionFlags}. */
export function readSessionFlags(flags: Readonly<Record<string, unknown>>): SessionFlags {
  const whole = (name: string, label: string) =>
    flags[name] === undefined ? undefined : parseWhole(String(flags[name]), { name: label, min: 1, max: 100_000 });
  const concurrency = whole('concurrency', 'concurrency');
  const maxAttempts = whole('maxAttempts', 'number of attempts');
  const timeoutMs = secondsToMs(flags['timeout']);
  const waitMs = secondsToMs(flags['maxRetryWait']);
  const pollMs = secondsToMs(flags['batchPoll']);
  if (flags['batch'] === true && flags['cache'] === true)
    throw new FathomError('misuse', 'The response cache does not work with batches.', { fix: 'Leave out --cache or --batch.' });
  return {
    limits: {
      ...(concurrency !== undefined && { concurrency }),
      ...(maxAttempts !== undefined && { maxAttempts }),
      ...(timeoutMs !== undefined && { requestTimeoutMs: timeoutMs }),
      ...(waitMs !== undefined && { maxRetryWaitMs: waitMs }),
    },
    cache: flags['cache'] === true,
    floor: flags['floor'] !== false,
    batch: flags['batch'] === true,
    cancel: flags['cancel'] === true,
    ...(pollMs !== undefined && { batchPollMs: pollMs }),
    quiet: flags['quiet'] === true,
    json: flags['json'] === true,
    ...(flags['html'] !== undefined && { html: String(flags['html']) }),
  };
}

function secondsToMs(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (seconds > 0 && seconds <= 1e6) return Math.ceil(seconds * 1000);
  throw new FathomError('misuse', `"${String(value)}" is no number of seconds.`, { fix: 'Give a positive number.' });
}
