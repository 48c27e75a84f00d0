import type { Outcome, Sample } from '../../core/index.ts';
import type { Schedule } from '../schedule.ts';
import { searchOutcome, type SearchOutcomes } from './search-outcome.ts';
import type { SearchPlan } from './search-plan.ts';
import { searchState, type SearchOptions, type SearchState } from './search.ts';

/** A search that goes on in a run. */
export interface SearchSession {
  readonly plan: SearchPlan;
  readonly options: SearchOptions;
  /** What earlier sessions of the run recorded. */
  readonly known: SearchOutcomes;
  /** Told where the search stands after every answer. */
  readonly onState?: (state: SearchState, outcomes: SearchOutcomes) => void;
}

/**
 * Lets a search choose what a run asks next. Answers count in planned order, so that the fastest ones do not sway the result; a sample that
 * comes back without an outcome is left for a later session.
 */
export function scheduleSearch({ plan, options, known, onState }: SearchSession): (pending: readonly Sample[]) => Schedule {
  return (pending) => {
    const outcomes = new Map(known);
    const askable = new Map(pending.map((sample) => [sample.id, sample]));
    let state = searchState(plan, outcomes, options);
    return {
      next() {
        const id = state.wanted.find((wanted) => askable.has(wanted));
        if (id === undefined) return undefined;
        const sample = askable.get(id)!;
        askable.delete(id);
        return sample;
      },
      settled({ id }: Sample, outcome?: Outcome) {
        if (outcome === undefined) return;
        outcomes.set(id, searchOutcome(outcome.result));
        state = searchState(plan, outcomes, options);
        onState?.(state, outcomes);
      },
    };
  };
}
