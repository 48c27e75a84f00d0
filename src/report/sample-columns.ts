import { costUsd, type Ask, type CallRecord, type LedgerRow, type Prices, type RunRecord, type Sample, type Usage } from '../core/index.ts';
import type { DataColumn, DataValue } from './data-table.ts';
import { questionText } from './question-text.ts';

/** A row with its run and the prices of the run. */
export interface SampleFacts extends LedgerRow {
  readonly run: RunRecord;
  readonly prices?: Prices;
}

interface SampleColumn extends DataColumn {
  readonly value: (facts: SampleFacts) => DataValue | undefined;
}

/**
 * Columns of the table of samples; those of the axes stand before `status`. Score 0–1. Tokens, cost and time are those of calls that were really made: an answer
 * from the response cache (`from_cache`) has none. `prompt_tokens` is counted by Fathom, the other tokens by the provider. Texts are whole and as they came.
 */
export const SAMPLE_COLUMNS: readonly SampleColumn[] = [
  { name: 'run', type: 'text', value: ({ run }) => run.id },
  { name: 'model', type: 'text', value: ({ run }) => run.model },
  { name: 'strategy', type: 'text', value: ({ run }) => run.strategy },
  { name: 'sample', type: 'text', value: ({ sample }) => sample.id },
  { name: 'task', type: 'text', value: ({ sample }) => sample.task },
  { name: 'task_version', type: 'count', value: asked((sample) => sample.taskVersion) },
  { name: 'group', type: 'text', value: asked((sample) => sample.group) },
  { name: 'cluster', type: 'text', value: asked((sample) => sample.cluster) },
  { name: 'status', type: 'text', value: statusOf },
  { name: 'reason', type: 'text', value: (facts) => troubleOf(facts)?.reason },
  { name: 'detail', type: 'text', value: (facts) => troubleOf(facts)?.detail },
  { name: 'metric', type: 'text', value: (facts) => scoreOf(facts)?.metric },
  { name: 'mode', type: 'text', value: (facts) => scoreOf(facts)?.mode },
  { name: 'score', type: 'real', value: (facts) => scoreOf(facts)?.value },
  { name: 'parts', type: 'text', value: (facts) => jsonOf(scoreOf(facts)?.parts) },
  { name: 'counts', type: 'text', value: (facts) => jsonOf(scoreOf(facts)?.counts) },
  { name: 'error_class', type: 'text', value: (facts) => scoreOf(facts)?.errorClass },
  { name: 'why', type: 'text', value: (facts) => scoreOf(facts)?.why },
  { name: 'prompt_tokens', type: 'count', value: asked((sample) => sample.promptTokens) },
  { name: 'input_tokens', type: 'count', value: reported('inputTokens') },
  { name: 'cached_tokens', type: 'count', value: reported('cachedTokens') },
  { name: 'output_tokens', type: 'count', value: reported('outputTokens') },
  { name: 'reasoning_tokens', type: 'count', value: reported('reasoningTokens') },
  { name: 'usd', type: 'real', value: (facts) => facts.prices && sum(sentCalls(facts).map(({ usage }) => costUsd(usage, facts.prices!))) },
  { name: 'calls', type: 'count', value: (facts) => sentCalls(facts).length },
  { name: 'attempts', type: 'count', value: ({ outcome }) => outcome?.attempts },
  { name: 'from_cache', type: 'flag', value: ({ outcome }) => outcome?.cached },
  { name: 'latency_ms', type: 'real', value: (facts) => sum(sentCalls(facts).map((call) => call.latencyMs)) },
  { name: 'first_token_ms', type: 'real', value: (facts) => sentCalls(facts)[0]?.firstTokenMs },
  { name: 'finish', type: 'text', value: ({ outcome }) => outcome?.calls.at(-1)?.finish },
  { name: 'truncated_tokens', type: 'count', value: ({ outcome }) => outcome?.truncatedTokens },
  { name: 'dropped_tokens', type: 'count', value: asked(({ ask }) => droppedTokens(ask)) },
  { name: 'recorded_at', type: 'time', value: ({ outcome }) => outcome?.recordedAt },
  { name: 'needle_depths_percent', type: 'reals', value: asked((sample) => sample.placements?.map((needle) => needle.depthPercent)) },
  { name: 'asked_depths_percent', type: 'reals', value: asked((sample) => sample.placements?.map((needle) => needle.askedDepthPercent)) },
  { name: 'question', type: 'text', value: asked((sample) => questionText(sample)) },
  { name: 'target', type: 'text', value: asked(({ target }) => (typeof target === 'string' ? target : JSON.stringify(target))) },
  { name: 'answer', type: 'text', value: textOf(({ text }) => text) },
  { name: 'reasoning', type: 'text', value: textOf(({ reasoning }) => reasoning) },
];

/** A fact of a sample that was built; cells that could not be have none. */
function asked(value: (sample: Sample) => DataValue | undefined): SampleColumn['value'] {
  return ({ sample }) => ('skipped' in sample ? undefined : value(sample));
}

/** Tokens that were cut from the context to make the prompt fit; undefined for a prompt that is never cut. */
function droppedTokens(ask: Ask): number | undefined {
  return ask.kind === 'generate' && ask.fit.policy === 'truncate' ? ask.fit.droppedTokens : undefined;
}

/** Tokens over the calls that reported them. */
function reported(field: Exclude<keyof Usage, 'raw'>): SampleColumn['value'] {
  return (facts) => sum(sentCalls(facts).flatMap(({ usage }) => usage[field] ?? []));
}

function textOf(part: (call: CallRecord) => string | undefined): SampleColumn['value'] {
  return ({ outcome }) => {
    const texts = (outcome?.calls ?? []).map(part).filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join('\n\n');
  };
}

function statusOf({ sample, outcome }: SampleFacts): string {
  return 'skipped' in sample ? 'skipped' : (outcome?.result.status ?? 'pending');
}

function troubleOf({ sample, outcome }: SampleFacts): { readonly reason: string; readonly detail: string } | undefined {
  if ('skipped' in sample) return sample.skipped;
  return outcome === undefined || outcome.result.status === 'ok' ? undefined : outcome.result;
}

function scoreOf({ outcome }: SampleFacts) {
  return outcome?.result.status === 'ok' ? outcome.result.score : undefined;
}

function sentCalls({ outcome }: SampleFacts): readonly CallRecord[] {
  return outcome === undefined || outcome.cached ? [] : outcome.calls;
}

function jsonOf(value: object | undefined): string | undefined {
  return value && JSON.stringify(value);
}

function sum(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
}
