import type { Command } from 'commander';
import { FathomError, type Family, type Json, type Sample, type SkippedSample } from '../core/index.ts';
import type { GateRule, GateVerdict, RunSummary } from '../report/index.ts';

/** Exit code of a run whose score is below its gate. */
const BELOW_GATE = 1;

/** `--fail-under`, for commands that end with a score. */
export function addGateFlag(command: Command): Command {
  return command.option(
    '--fail-under <percent>',
    'exit with 1 when the headline is below, or NAME=NUMBER for another number, named as the tables do or by its metric (S-RT=90, single-retrieval=90); may be repeated',
    (value, all: readonly string[] = []) => [...all, value],
  );
}

/** Reads the flag of {@link addGateFlag}: `85`, `85%`, `single-retrieval=90`. */
export function readGateRules(flags: Readonly<Record<string, unknown>>): readonly GateRule[] {
  return ((flags['failUnder'] as readonly string[] | undefined) ?? []).map(parseRule);
}

function parseRule(text: string): GateRule {
  const at = text.lastIndexOf('=');
  const metric = at < 0 ? 'overall' : text.slice(0, at).trim();
  const number = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text.slice(at + 1).trim());
  if (metric !== '' && number && !(at < 0 && Number(number[1]) > 100)) return { metric, threshold: Number(number[1]) };
  throw new FathomError('misuse', `--fail-under "${text}" is no percentage from 0 to 100 and no NAME=NUMBER.`, {
    fix: 'Write --fail-under 85 or --fail-under single-retrieval=90.',
  });
}

/** What a gate is held against before anything is asked. */
export interface PlannedGate {
  readonly samples: readonly (Sample | SkippedSample)[];
  readonly families: readonly Family[];
  /** As the run's record keeps them. */
  readonly taskOptions: Json;
}

/** Throws FathomError `misuse` for a rule on a number that the run will not have. */
export async function requireGateNames(rules: readonly GateRule[], planned: PlannedGate): Promise<void> {
  if (rules.length === 0) return;
  const [{ namesInstead, numberNamed }, { plannedNumbers }] = await Promise.all([
    import('../report/index.ts'),
    import('../evaluate/index.ts'),
  ]);
  const numbers = plannedNumbers(planned.samples, planned);
  // Numbers below a task's own, such as counts of its errors, may come with the answers.
  const isBelowTask = (name: string) =>
    planned.families.some(({ id, tasks }) => tasks.some((task) => name.startsWith(`${task.id.slice(id.length + 1)}/`)));
  const unknown = rules.find(({ metric }) => metric !== 'overall' && !numberNamed(metric, numbers) && !isBelowTask(metric));
  if (unknown === undefined) return;
  throw new FathomError('misuse', `--fail-under: this run will have no number called "${unknown.metric}".`, {
    fix: namesInstead(unknown.metric, numbers),
  });
}

/** Says on stderr how the run stands to its gate. Gives 1 when it fails, else the code that the run has without a gate. */
export function gateExitCode(verdicts: readonly GateVerdict[], code: number): number {
  for (const { sentence } of verdicts) console.error(sentence);
  return code === 0 && verdicts.some(({ passed }) => !passed) ? BELOW_GATE : code;
}

/** Holds a summary against the rules; loads the report only when there are any. */
export async function gateVerdicts(summary: RunSummary, rules: readonly GateRule[]): Promise<readonly GateVerdict[]> {
  if (rules.length === 0) return [];
  const { checkGate } = await import('../report/index.ts');
  return checkGate(summary, rules);
}
