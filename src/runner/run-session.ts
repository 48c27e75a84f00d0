import type { Ask, Documents, JsonObject, Judge, Ledger, Model, Sample, Step, Strategy, Task } from '../core/index.ts';
import type { Admission } from './admission/admission.ts';
import type { Budget } from './budget.ts';
import type { BudgetGate } from './budget-gate.ts';
import type { Clock } from './clock.ts';
import type { RatePatience } from './rate-patience.ts';
import type { RunControl } from './run-control.ts';
import type { RunEvent } from './run-event.ts';
import type { RunLimits } from './run-limits.ts';

/** SHA-256 (hex) over the rendered prompt of every step; the text layer's `promptDigest` is one. */
export type DigestPrompt = (steps: readonly Step[], documents: Documents) => string;

/** What all samples of a run in progress share. */
export interface RunSession {
  readonly runId: string;
  /** Which sitting of the run this is, from 1 (Ledger.beginSession). */
  readonly number: number;
  readonly ledger: Ledger;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly model: Model;
  readonly strategy: Strategy;
  readonly documents: Documents;
  readonly digestPrompt: DigestPrompt;
  readonly limits: RunLimits;
  readonly clock: Clock;
  readonly control: RunControl;
  readonly admission: Admission;
  readonly patience: RatePatience;
  /** Present: nothing is sent that could go beyond it. */
  readonly budget?: Budget;
  readonly budgetGate: BudgetGate;
  /** Present: answers are judged as they come. */
  readonly judge?: Judge;
  /** Present: the response cache is used. */
  readonly cache?: { readonly modelOptions: JsonObject };
  /** The ask of a sample as the provider shall get it: the same text, marked for its prefix cache. */
  askOf(sample: Sample): Ask;
  emit(event: RunEvent): void;
  /** Called when the server proved to be there, by an answer or by an error of its own. */
  reached(): void;
}
