import type { LedgerRow } from '../core/index.ts';
import { clusteredInterval, meanOfPresent, type ValueGroup } from '../stats/index.ts';
import type { RunSummary } from './run-summary.ts';
import { sharedBy } from './shared-by.ts';

/** The mean over all scored answers: the headline where a family has none. */
export class WholeMean {
  readonly #values: (number | null)[] = [];
  readonly #groups: ValueGroup[] = [];
  #failed = 0;

  add({ sample, outcome }: LedgerRow): void {
    if (outcome?.result.status === 'error') this.#failed++;
    const score = outcome?.result.status === 'ok' ? outcome.result.score : undefined;
    this.#values.push(score?.value ?? null);
    if (score === undefined) return;
    const cluster = sharedBy(sample, score);
    const stratum = String(sample.cell['language'] ?? '');
    this.#groups.push({ ...(cluster !== undefined && { cluster }), stratum, sum: score.value, weight: 1 });
  }

  summary(): RunSummary['overall'] {
    const pooled = meanOfPresent(this.#values);
    const failed = this.#failed > 0 ? { failed: this.#failed } : {};
    return { metric: 'mean', label: 'Mean of all scored answers', ...pooled, ...failed, ...clusteredInterval(this.#groups), unit: 'score' };
  }
}
