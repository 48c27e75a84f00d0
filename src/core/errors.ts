/**
 * Kinds of trouble that a user can act on, and the exit code each one gets.
 * `misuse`: a wrong flag, name or value (2) · `missing`: a file, key or program that should be there (3) ·
 * `data`: a file that is there but broken (3) · `storage`: the disk or database fails (3) · `incomplete`: a run ended with samples unanswered (4).
 */
export type FathomErrorCode = 'misuse' | 'missing' | 'data' | 'storage' | 'incomplete';

/** An error for people: what was attempted and found (`message`), what fixes it (`fix`). */
export class FathomError extends Error {
  override readonly name = 'FathomError';
  readonly code: FathomErrorCode;
  readonly fix: string | undefined;

  constructor(code: FathomErrorCode, message: string, options: { readonly fix?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fix = options.fix;
  }
}

/**
 * How a model call failed. Retry makes sense for `rate`, `server`, `network`, `timeout` and `protocol` only.
 * `rate`: 429 · `quota`: money or daily quota is used up · `auth`: key wrong or missing · `context`: prompt longer than the window ·
 * `invalid`: any other refusal of the request (4xx) · `server`: 5xx · `network`: no connection, reset · `timeout`: our deadline ·
 * `protocol`: the answer is no valid answer (malformed JSON, wrong content type, stream cut) · `aborted`: stopped by the user.
 */
export type ModelErrorKind = 'rate' | 'quota' | 'auth' | 'context' | 'invalid' | 'server' | 'network' | 'timeout' | 'protocol' | 'aborted';

/** A failed model call. `message` never holds a key; what the server said is cut to 500 characters. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: ModelErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: ModelErrorKind,
    message: string,
    options: { readonly status?: number; readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}
