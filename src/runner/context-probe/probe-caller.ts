import type { Ask, Documents, Generation, Model } from '../../core/index.ts';
import { renderStep } from '../../text/index.ts';
import { createAdmission } from '../admission/admission.ts';
import type { Clock } from '../clock.ts';
import { createMeteredModel } from '../metered-model.ts';
import { createBudgetGate } from '../budget-gate.ts';
import { createRatePatience } from '../rate-patience.ts';
import { createRunControl, type RunControl, type RunSignals } from '../run-control.ts';
import type { RunEvent } from '../run-event.ts';
import type { RunLimits } from '../run-limits.ts';
import type { ProbePrompt } from './probe-prompt.ts';

/** Thrown instead of a request that would go beyond the tokens allowed. */
export class ProbeBudgetError extends Error {
  override readonly name = 'ProbeBudgetError';
}

export interface ProbeCallerOptions {
  readonly model: Model;
  readonly documents: Documents;
  readonly limits: RunLimits;
  /** Prompt tokens that may be sent, repeated requests included. */
  readonly maxTokensSent: number;
  readonly clock: Clock;
  readonly signals?: RunSignals;
  readonly onEvent?: (event: RunEvent) => void;
}

/** Sends probes one at a time through the admission, retries and deadlines of a run. */
export interface ProbeCaller {
  readonly control: RunControl;
  /** Rejects with a ModelError after the last attempt, or with a ProbeBudgetError before a request that is not allowed. */
  call(prompt: ProbePrompt, name: string): Promise<Generation>;
  sent(): { readonly requests: number; readonly promptTokens: number; readonly answerTokens: number };
}

/** Opens a caller. Every request that goes out is counted, failed ones too: they may have cost money. */
export function createProbeCaller(options: ProbeCallerOptions): ProbeCaller {
  const { model, limits, clock, maxTokensSent } = options;
  const control = createRunControl(options.signals);
  const sent = { requests: 0, promptTokens: 0, answerTokens: 0 };
  const counted = (promptTokens: number): Model => ({
    ...model,
    async generate(request, settings) {
      if (sent.promptTokens + promptTokens > maxTokensSent) throw new ProbeBudgetError();
      sent.requests += 1;
      sent.promptTokens += promptTokens;
      const generation = await model.generate(request, settings);
      sent.answerTokens += generation.usage.outputTokens ?? 0;
      return generation;
    },
  });
  const session = {
    runId: 'probe',
    number: 1,
    limits,
    clock,
    control,
    budgetGate: createBudgetGate(undefined),
    patience: createRatePatience(limits),
    admission: createAdmission({ ...limits, concurrency: 1, startConcurrency: 1 }, clock),
    emit: (event: RunEvent) => options.onEvent?.(event),
    reached: () => undefined,
  };
  return {
    control,
    sent: () => ({ ...sent }),
    call(prompt, name) {
      const metered = createMeteredModel(
        { ...session, model: counted(prompt.lengthTokens) },
        { id: name, ask: askOf(prompt), promptTokens: prompt.lengthTokens },
      );
      return metered.model.generate(renderStep(prompt.step, options.documents), { signal: control.stop });
    },
  };
}

function askOf({ step }: ProbePrompt): Ask {
  return { kind: 'generate', steps: [step], fit: { policy: 'fail', tokenizer: '' } };
}
