/** Share of the limit that must be in use for a round to prove anything. */
const SATURATED = 0.8;
/** What is left of the limit after a 429. */
const BACK_OFF = 0.8;
/** Growth of a round once the first limit was met. */
const STEP = 0.05;
/** A 429 counts once in this time, as requests that were sent together fail together. Trouble of the server (5xx) stops growth as long. */
const COOLDOWN_MS = 15_000;
/** A larger limit is kept when work per second grew at least by this share of the limit's own growth. */
const LEAST_GAIN = 0.1;
/** Rounds without growth after one that brought nothing. */
const PLATEAU_ROUNDS = 10;

/** How many requests may be out at once, learned from how they end. */
export interface AdaptiveConcurrency {
  limit(): number;
  /** A request went out: the first round is timed from its first request. */
  began(nowMs: number): void;
  /** A request was answered: `work` in token equivalents, `inFlight` with itself. */
  answered(nowMs: number, request: { readonly work: number; readonly inFlight: number }): void;
  /** The server said that it is too much (429). */
  refused(nowMs: number, retryAfterMs?: number): void;
  /** 5xx, a timeout, a broken connection: the limit stays as it is for a while. */
  troubled(nowMs: number): void;
}

/**
 * Starts at `start` and stays in 1 … `most`. Doubles after each clean round (as many answers as the limit) that used it, until the first 429
 * or until a larger limit no longer brings more tokens per second, then grows by 5 %. A 429 takes a fifth away, at most once in 15 s or in
 * the time that the server asked for. Trouble that is not about the load only pauses growth. Times are the caller's clock.
 */
export function createAdaptiveConcurrency({ start, most }: { readonly start: number; readonly most: number }): AdaptiveConcurrency {
  let limit = start;
  let doubling = true;
  let coolUntilMs = -Infinity;
  let calmUntilMs = -Infinity;
  let plateau = 0;
  let before: { readonly limit: number; readonly pace: number } | undefined;
  let round = emptyRound();

  const settleRound = (nowMs: number): void => {
    const pace = round.work / Math.max(1, nowMs - round.sinceMs);
    const { saturated } = round;
    round = { ...emptyRound(), sinceMs: nowMs };
    if (before && pace < before.pace * (1 + LEAST_GAIN * (limit / before.limit - 1))) {
      limit = before.limit;
      doubling = false;
      plateau = PLATEAU_ROUNDS;
    }
    before = undefined;
    plateau -= 1;
    if (!saturated || plateau >= 0 || limit >= most || nowMs < calmUntilMs) return;
    before = { limit, pace };
    limit = Math.min(most, doubling ? limit * 2 : limit + Math.max(1, Math.floor(limit * STEP)));
  };
  const spoil = (nowMs: number): void => {
    before = undefined;
    round = { ...emptyRound(), sinceMs: nowMs };
  };

  return {
    limit: () => limit,
    began(nowMs) {
      if (round.sinceMs === -Infinity) round = { ...round, sinceMs: nowMs };
    },
    answered(nowMs, { work, inFlight }) {
      if (round.sinceMs === -Infinity) round = { ...round, sinceMs: nowMs };
      round = {
        ...round,
        work: round.work + work,
        answers: round.answers + 1,
        saturated: round.saturated || inFlight >= limit * SATURATED,
      };
      if (round.answers >= limit) settleRound(nowMs);
    },
    refused(nowMs, retryAfterMs = 0) {
      doubling = false;
      spoil(nowMs);
      calmUntilMs = Math.max(calmUntilMs, nowMs + COOLDOWN_MS, nowMs + retryAfterMs);
      if (nowMs < coolUntilMs) return;
      limit = Math.max(1, Math.floor(limit * BACK_OFF));
      coolUntilMs = nowMs + Math.max(COOLDOWN_MS, retryAfterMs);
    },
    troubled(nowMs) {
      spoil(nowMs);
      calmUntilMs = Math.max(calmUntilMs, nowMs + COOLDOWN_MS);
    },
  };
}

function emptyRound() {
  return { sinceMs: -Infinity, work: 0, answers: 0, saturated: false };
}
