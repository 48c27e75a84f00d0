const MINUTE_MS = 60_000;
/** The first requests of a minute take longer to reach the server, as connections open: those of the next must not gain on them. */
const MARGIN_MS = 2_000;
const WINDOW_MS = MINUTE_MS + MARGIN_MS;

/** Amounts used in the last minute, of which there may be no more than so much. */
export interface MinuteWindow {
  /** Milliseconds from now until `amount` more fits; 0: now. An amount beyond the limit fits when the minute is empty. */
  waitMs(nowMs: number, amount: number): number;
  use(nowMs: number, amount: number): void;
}

/**
 * A sliding minute: in no 60 seconds is more than `most` used, as the server sees it, when all uses reach it within two seconds. Times are
 * of a clock that nobody sets.
 */
export function createMinuteWindow(most: number): MinuteWindow {
  const uses: { readonly atMs: number; readonly amount: number }[] = [];
  let used = 0;
  const forget = (nowMs: number): void => {
    while (uses.length > 0 && uses[0]!.atMs <= nowMs - WINDOW_MS) used -= uses.shift()!.amount;
  };
  return {
    waitMs(nowMs, amount) {
      forget(nowMs);
      let over = used + Math.min(amount, most) - most;
      for (const use of uses) {
        if (over <= 0) break;
        over -= use.amount;
        if (over <= 0) return use.atMs + WINDOW_MS - nowMs;
      }
      return 0;
    },
    use(nowMs, amount) {
      uses.push({ atMs: nowMs, amount });
      used += amount;
    },
  };
}
