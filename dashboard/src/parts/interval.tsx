import { percent } from '../format.ts';

/** A score on the line from 0 to 100 with its interval. Numbers stand beside it: it adds nothing for a reader who does not see it. */
export function IntervalLine({
  mean,
  low,
  high,
}: {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}) {
  return (
    <span class="interval-line" aria-hidden="true">
      {low !== null && high !== null && <i class="range" style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }} />}
      {mean !== null && <i class="dot" style={{ left: `${100 * Math.min(1, Math.max(0, mean))}%` }} />}
    </span>
  );
}

/** `83.1–91.0`, `–` when unknown. */
export const intervalText = (low: number | null, high: number | null): string =>
  low === null || high === null ? '–' : `${percent(low)}–${percent(high)}`;
