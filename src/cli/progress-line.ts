import type { Progress } from '../runner/index.ts';

/** Where progress is shown: a terminal line that is rewritten, or now and then a line of its own. */
export interface ProgressLine {
  /** `progress` as {@link describeProgress} puts it; `spent`: what the run has cost so far, for people. */
  update(progress: string, spent?: string): void;
  /** Prints a message without tearing the line. */
  note(message: string): void;
  end(): void;
}

const REWRITE_MS = 100;
const PRINT_MS = 10_000;

/** Shows progress on a stream (stderr); quietly in between, so that thousands of fast answers cost nothing. `label` begins every line. */
export function createProgressLine(
  stream: NodeJS.WriteStream,
  { now = performance.now.bind(performance), label }: { readonly now?: () => number; readonly label?: string } = {},
): ProgressLine {
  const prefix = label === undefined ? '' : `${label} `;
  const isLive = stream.isTTY === true;
  let shownAtMs = now() - (isLive ? REWRITE_MS : 0);
  let shown = '';
  const clear = () => {
    if (isLive && shown !== '') stream.write('\r\u001b[2K');
  };
  const draw = (line: string) => {
    clear();
    stream.write(isLive ? line.slice(0, Math.max(20, (stream.columns ?? 80) - 1)) : `${line}\n`);
    shown = line;
  };
  let latest: string | undefined;
  return {
    update(progress, spent) {
      latest = prefix + [progress, ...(spent ? [spent] : [])].join(' · ');
      if (now() - shownAtMs < (isLive ? REWRITE_MS : PRINT_MS)) return;
      shownAtMs = now();
      draw(latest);
    },
    note(message) {
      clear();
      stream.write(`${message}\n`);
      if (isLive && shown !== '') stream.write(shown);
    },
    end() {
      if (latest !== undefined && latest !== shown) draw(latest);
      if (isLive && shown !== '') stream.write('\n');
    },
  };
}

const BAR_CELLS = 20;

/** `██████░░ 312/880 35% · mean 97.4 · 41.2/s · 1 error · 1m 12s left` */
export function describeProgress(progress: Progress): string {
  const { done, total, errors, skipped, scoreMean, samplesPerSecond, etaMs, retries, truncationSuspected, waitingMs } = progress;
  const share = total === 0 ? 1 : done / total;
  const filled = Math.floor(share * BAR_CELLS);
  const counted = (n: number, one: string, many = `${one}s`) => (n === 0 ? '' : `${n} ${n === 1 ? one : many}`);
  const parts = [
    `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done}/${total} ${Math.floor(share * 100)}%`,
    waitingMs === null ? '' : `waiting ${duration(waitingMs)}: the server asks for fewer requests (429)`,
    scoreMean === null ? '' : `mean ${(scoreMean * 100).toFixed(1)}`,
    samplesPerSecond === null ? '' : `${samplesPerSecond.toFixed(samplesPerSecond < 10 ? 1 : 0)}/s`,
    counted(errors, 'error'),
    counted(skipped, 'skipped', 'skipped'),
    counted(retries, 'retry', 'retries'),
    truncationSuspected === 0 ? '' : `${truncationSuspected} cut by the server?`,
    etaMs === null || done >= total ? '' : `${duration(etaMs)} left`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** `850 ms`, `12 s`, `3m 05s`, `2h 10m`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, '0')}s`;
  return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
}
