export { closeSearch } from './close-search.ts';
export { DEFAULT_SEARCH, defaultDelta, mostTested, searchState, type SearchOptions, type SearchState } from './search.ts';
export { GRID_SAMPLES, searchCeiling, searchCost, type PromptCount, type SearchCost } from './search-cost.ts';
export { outcomesOf, UNNEEDED, type SearchOutcome, type SearchOutcomes } from './search-outcome.ts';
export { planSearch, type Candidate, type LengthPool, type SearchPlan, type UnaskedLength } from './search-plan.ts';
export { scheduleSearch, type SearchSession } from './search-schedule.ts';
export { type LengthDecision, type LengthState } from './length-test.ts';
