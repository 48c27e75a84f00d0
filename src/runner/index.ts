export { planRun, planSamples, type Plan, type PlannedTask, type PlanSource } from './plan-run.ts';
export { summarizePlan, type PlanColumn, type PlanSummary } from './plan-summary.ts';
export { createBudget, spentOf, type Budget, type BudgetLimits, type Spending } from './budget.ts';
export { selectSamples, type SampleSelection } from './select-samples.ts';
export { type PlannedModel } from './window-check.ts';
export { executeRun, type ExecuteRunOptions, type RunEnd } from './execute-run.ts';
export { type BatchOptions } from './execute-batch.ts';
export { type Schedule } from './schedule.ts';
export { DEFAULT_CACHE_TOKENS, ORDERS, scheduleOf, type OrderName } from './order/index.ts';
export { planOrders, type PlannedOrder, type PlannedOrders } from './plan-orders.ts';
export { DEFAULT_RUN_LIMITS, resolveRunLimits, type RunLimits } from './run-limits.ts';
export { type RunSignals, type StopCause } from './run-control.ts';
export { type RunEvent } from './run-event.ts';
export { summarizeRun, type RunSummary } from './run-summary.ts';
export { createTruncationAlarm, type AlarmContext, type TruncationAlarm } from './truncation-alarm.ts';
export { INITIAL_PROGRESS, reduceProgress, viewProgress, type Progress, type ProgressState } from './progress.ts';
export { responseCacheKey, type CacheKeyParts } from './response-cache-key.ts';
export { companionEnding, type DerivedRun } from './derived-run.ts';
export { createLedgerJudge, type JudgeSpending, type LedgerJudge, type LedgerJudgeOptions } from './ledger-judge.ts';
export { createRecordedJudge } from './recorded-judge.ts';
export { rescoreRuns, type RescoreOptions, type TaskRescore } from './rescore-runs.ts';
export { mergeRuns, type MergedRun, type MergeOptions } from './merge-runs.ts';
export { embedTexts, type EmbedEvent, type EmbedOptions, type VectorStore } from './embed-texts.ts';
export { systemClock, type Clock } from './clock.ts';
export { type DigestPrompt } from './run-session.ts';
export { verifyRun, type RunMismatch, type VerifyRunOptions } from './verify-run.ts';
export {
  closeSearch,
  DEFAULT_SEARCH,
  defaultDelta,
  GRID_SAMPLES,
  mostTested,
  outcomesOf,
  planSearch,
  scheduleSearch,
  searchCeiling,
  searchCost,
  searchState,
  UNNEEDED,
  type Candidate,
  type LengthDecision,
  type LengthPool,
  type LengthState,
  type PromptCount,
  type SearchCost,
  type SearchOptions,
  type SearchOutcome,
  type SearchOutcomes,
  type SearchPlan,
  type SearchSession,
  type SearchState,
  type UnaskedLength,
} from './effective-length/index.ts';
export { probeContext } from './context-probe/probe-context.ts';
export { type ProbeEvent, type ProbeOptions } from './context-probe/probe-options.ts';
export { type ProbeResult, type ProbeResultStep, type ProbeStop, type WindowClaim } from './context-probe/probe-result.ts';
