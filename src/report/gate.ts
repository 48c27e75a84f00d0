import { namesInstead, numberNamed } from './gate-number.ts';
import { bracketedInterval, countLabel, countNoun } from './labels.ts';
import type { RunSummary } from './run-summary.ts';

/** A number that a run must reach. */
export interface GateRule {
  /** `overall` for the headline, else an aggregate by its metric or its label, whatever the case: `single-retrieval`, `S-RT`. */
  readonly metric: string;
  /** Percent for scores, else in the unit of the aggregate. */
  readonly threshold: number;
}

/** How a run stands to a rule. */
export interface GateVerdict extends GateRule {
  readonly passed: boolean;
  /** The verdict as a sentence: the score, its interval, the threshold. */
  readonly sentence: string;
  /** In the unit of the threshold; `null` when nothing was scored. */
  readonly value: number | null;
}

interface Measured extends Pick<RunSummary['overall'], 'label' | 'mean' | 'n' | 'missing' | 'failed' | 'unit'> {
  /** In brackets; empty for numbers that come without one. */
  readonly interval: string;
}

/**
 * Holds a run against rules. A score below its threshold fails, and so does a missing score, a number that the run does not have, a number
 * from which samples are missing because they failed (skipped ones may be missing), and a run that is not complete.
 */
export function checkGate(summary: RunSummary, rules: readonly GateRule[]): GateVerdict[] {
  return rules.map((rule) => {
    const measured = measuredBy(rule, summary);
    return measured === undefined ? unknownNumber(rule, summary) : verdictOn(rule, { measured, status: summary.status });
  });
}

function measuredBy({ metric }: GateRule, { overall, aggregates }: RunSummary): Measured | undefined {
  const isHeadline = metric === 'overall' || numberNamed(metric, [{ ...overall, cell: {} }]) !== undefined;
  if (isHeadline) return { ...overall, interval: bracketedInterval(overall) };
  const found = numberNamed(metric, aggregates);
  return found && { ...found, mean: found.value, interval: '' };
}

function unknownNumber(rule: GateRule, { aggregates }: RunSummary): GateVerdict {
  const sentence = `Gate failed: this run has no number called "${rule.metric}". ${namesInstead(rule.metric, aggregates)}`;
  return { ...rule, passed: false, value: null, sentence };
}

function verdictOn(
  rule: GateRule,
  { measured, status }: { readonly measured: Measured; readonly status: RunSummary['status'] },
): GateVerdict {
  const value = measured.mean === null ? null : measured.unit === 'score' ? measured.mean * 100 : measured.mean;
  const passed = value !== null && reaches(value, rule.threshold) && status === 'complete' && (measured.failed ?? 0) === 0;
  return { ...rule, passed, value, sentence: `Gate ${passed ? 'passed' : 'failed'}: ${reasonOf(rule, { measured, value, status })}` };
}

/** A mean of tenths may fall short of its own decimals by a rounding error. */
function reaches(value: number, threshold: number): boolean {
  return value >= threshold - 1e-9;
}

interface Reading {
  readonly measured: Measured;
  readonly value: number | null;
  readonly status: RunSummary['status'];
}

function reasonOf({ threshold }: GateRule, { measured, value, status }: Reading): string {
  const { label, unit, n, missing, failed = 0, interval } = measured;
  const suffix = unit === 'score' ? ' %' : ` ${unit}`;
  const without = missing > 0 ? `, ${countLabel(missing)} without a score${failed > 0 ? ` (${countLabel(failed)} failed)` : ''}` : '';
  const rest = `${countNoun(n, 'answer')}${without}`;
  if (value === null) return `${label} has no score (${rest}), and ${threshold}${suffix} was asked for.`;
  const found = `${label} is ${exactly(value, threshold)}${suffix}${interval}, over ${rest}`;
  if (!reaches(value, threshold)) return `${found}: below ${threshold}${suffix}.`;
  if (status !== 'complete') return `${found}, but the run is ${status}, and only a complete run passes.`;
  return failed > 0
    ? `${found}, but only a number without failed samples passes: ask them again with fathom resume --retry-errors.`
    : `${found}: at least ${threshold}${suffix}.`;
}

/** One digit after the point, more where a score just short of the threshold would look as if it had reached it. */
function exactly(value: number, threshold: number): string {
  const digits = [1, 2, 4].find((count) => reaches(Number(value.toFixed(count)), threshold) === reaches(value, threshold)) ?? 8;
  return value.toFixed(digits);
}
