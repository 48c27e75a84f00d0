import type { Command } from 'commander';
import { FathomError } from '../core/index.ts';
import type { GateRule } from '../report/index.ts';
import type { BudgetLimits } from '../runner/index.ts';
import { addGateFlag, readGateRules } from './gate-flags.ts';
import { addJudgeFlags, readJudgeFlags, type JudgeFlags } from './judge-flags.ts';
import { addLimitFlags, readLimitFlags, type LimitFlags } from './limit-flags.ts';
import { parseWhole } from './parse-numbers.ts';
import { addBudgetFlags, readBudgetFlags } from './spending.ts';

/** How a sitting of a run goes, and what it leaves behind. */
export interface SessionFlags extends LimitFlags {
  readonly budget: BudgetLimits;
  /** The user agrees to the cost beforehand. */
  readonly yes: boolean;
  readonly cache: boolean;
  /** False: the lexical baseline is left out, unless `baselines` names it. */
  readonly floor: boolean;
  /** Baselines that the run shall have, as named by the user. */
  readonly baselines: readonly string[];
  readonly quiet: boolean;
  readonly json: boolean;
  readonly html?: string;
  readonly junit?: string;
  readonly gate: readonly GateRule[];
  /** Ask through the provider's batch endpoint. */
  readonly batch: boolean;
  /** Cancel the batches that are out. */
  readonly cancel: boolean;
  /** Default: answers that need a judge wait for one. */
  readonly judge?: JudgeFlags;
  readonly batchPollMs?: number;
}

/** Flags of `run` and `resume`. */
export function addSessionFlags(command: Command): Command {
  return addGateFlag(addJudgeFlags(addBudgetFlags(addLimitFlags(addBaselineFlag(command)))))
    .option('--max-attempts <n>', 'requests per sample at most, retries included (default: 5)')
    .option('--timeout <seconds>', 'deadline of one request (default: 3600, as a long prefill takes its time)')
    .option('--deadline <seconds>', 'deadline of one call with all its retries (default: none)')
    .option('--stop-after <seconds>', 'begin nothing new after this time; the run can be resumed')
    .option('--max-retry-wait <seconds>', 'longest pause that a server may ask for (default: 60)')
    .option('--cache', 'use the response cache: a sample asked before with the same prompt is not asked again')
    .option(
      '--batch',
      'ask through the provider’s batch endpoint: answers within a day, for half the price (openai/, anthropic/, URLs that offer it)',
    )
    .option('--batch-poll <seconds>', 'first pause between two looks at a batch (default: 10, growing to 120)')
    .option('--no-floor', 'leave out the reader without a language model beside the score')
    .option('--html <file>', 'also write the HTML report')
    .option('--junit <file>', 'also write the scores and the gate as JUnit XML')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'no progress');
}

/** Adds `--with`, which `run`, `resume` and `plan` take. */
export function addBaselineFlag(command: Command): Command {
  return command.option(
    '--with <baselines>',
    'baselines on the same samples, beside the score: lexical, retrieval (retrieval-5x100: 5 passages of 100 tokens), closed-book, oracle',
  );
}

/** The names that `--with` gives, not checked yet. */
export function readBaselines(flags: Readonly<Record<string, unknown>>): readonly string[] {
  return flags['with'] === undefined
    ? []
    : String(flags['with'])
        .split(',')
        .map((name) => name.trim());
}

/** Reads the flags of {@link addSessionFlags}. */
export function readSessionFlags(flags: Readonly<Record<string, unknown>>): SessionFlags {
  const whole = (name: string, label: string) =>
    flags[name] === undefined ? undefined : parseWhole(String(flags[name]), { name: label, min: 1, max: 100_000 });
  const { limits, ...order } = readLimitFlags(flags);
  const maxAttempts = whole('maxAttempts', 'number of attempts');
  const timeoutMs = secondsToMs(flags['timeout']);
  const waitMs = secondsToMs(flags['maxRetryWait']);
  const callDeadlineMs = secondsToMs(flags['deadline']);
  const runDeadlineMs = secondsToMs(flags['stopAfter']);
  const judge = readJudgeFlags(flags);
  const pollMs = secondsToMs(flags['batchPoll']);
  if (flags['batch'] === true && flags['cache'] === true)
    throw new FathomError('misuse', 'The response cache does not work with batches.', { fix: 'Leave out --cache or --batch.' });
  return {
    ...order,
    limits: {
      ...limits,
      ...(maxAttempts !== undefined && { maxAttempts }),
      ...(timeoutMs !== undefined && { requestTimeoutMs: timeoutMs }),
      ...(waitMs !== undefined && { maxRetryWaitMs: waitMs }),
      ...(callDeadlineMs !== undefined && { callDeadlineMs }),
      ...(runDeadlineMs !== undefined && { runDeadlineMs }),
    },
    budget: readBudgetFlags(flags),
    ...(judge && { judge }),
    yes: flags['yes'] === true,
    cache: flags['cache'] === true,
    floor: flags['floor'] !== false,
    baselines: readBaselines(flags),
    batch: flags['batch'] === true,
    cancel: flags['cancel'] === true,
    ...(pollMs !== undefined && { batchPollMs: pollMs }),
    quiet: flags['quiet'] === true,
    json: flags['json'] === true,
    ...(flags['html'] !== undefined && { html: String(flags['html']) }),
    ...(flags['junit'] !== undefined && { junit: String(flags['junit']) }),
    gate: readGateRules(flags),
  };
}

function secondsToMs(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (seconds > 0 && seconds <= 1e6) return Math.ceil(seconds * 1000);
  throw new FathomError('misuse', `"${String(value)}" is no number of seconds.`, { fix: 'Give a positive number.' });
}
