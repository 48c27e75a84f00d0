import type { Outcome, Sample, SkippedSample } from '../core/index.ts';
import type { PromptStrip, ShownOutcome } from './api.ts';
import type { DashboardServices } from './services.ts';

/** Where everything stands in a prompt, without its text. */
export function stripOf(sample: Sample, layout: DashboardServices['layout']): PromptStrip {
  const messages = layout(sample);
  const placements = new Map((sample.placements ?? []).map((placement) => [placement.id, placement]));
  const needles = messages.flatMap(({ blocks }, message) =>
    blocks
      .filter(({ role, fromByte, toByte }) => role === 'evidence' && toByte > fromByte)
      .map(({ id = '', fromByte, toByte }) => {
        const placement = placements.get(id);
        const depths = { askedDepthPercent: placement?.askedDepthPercent ?? null, depthPercent: placement?.depthPercent ?? null };
        return { id, message, fromByte, toByte, ...depths };
      }),
  );
  return { messages, needles };
}

/** What came of a sample. Everything a model said in it is text for a text node, nothing else. */
export function shownOutcome(sample: Sample | SkippedSample, outcome: Outcome | undefined): ShownOutcome {
  const score = outcome?.result.status === 'ok' ? outcome.result.score : undefined;
  const {
    value = 0,
    metric = '',
    mode = '',
    why = null,
    errorClass = null,
    parts = [],
    removedThinkingChars = 0,
    judge = null,
  } = score ?? {};
  const needles = 'skipped' in sample ? new Set<string>() : new Set((sample.placements ?? []).map(({ id }) => id));
  return {
    ...trouble(sample, outcome),
    score: score === undefined ? null : { value, metric, mode, why, errorClass, removedThinkingChars, judge },
    parts: parts.map((part) => ({ metric: part.metric ?? null, cell: part.cell ?? {}, value: part.value })),
    calls: outcome?.calls ?? [],
    attempts: outcome?.attempts ?? 0,
    cached: outcome?.cached ?? false,
    recordedAt: outcome?.recordedAt ?? null,
    truncatedTokens: outcome?.truncatedTokens ?? null,
    given: outcome?.used === undefined ? null : [...new Set(outcome.used.map(({ block }) => block))].filter((block) => needles.has(block)),
  };
}

/** A sample's state, and why it has no score. */
export function trouble(sample: Sample | SkippedSample, outcome: Outcome | undefined): Pick<ShownOutcome, 'status' | 'reason' | 'detail'> {
  if ('skipped' in sample) return { status: 'skipped', ...sample.skipped };
  if (outcome === undefined) return { status: 'pending', reason: null, detail: null };
  const { result } = outcome;
  return result.status === 'ok'
    ? { status: 'ok', reason: null, detail: null }
    : { status: result.status, reason: result.reason, detail: result.detail };
}
