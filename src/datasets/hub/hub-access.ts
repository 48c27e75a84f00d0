/** How the hub is reached. */
export interface HubAccess {
  /** Default: https://huggingface.co. */
  readonly endpoint: string;
  /** Sent to the endpoint's own origin and to no other. */
  readonly token?: string;
  readonly fetch: typeof fetch;
  /** Waits before a request is sent again. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Requests are sent so often before their failure is told. */
const TRIES = 3;
/** The server may ask for so much patience between them, no more. */
const LONGEST_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 1000;

/**
 * The access's fetch with its token, on the endpoint's origin alone: pages of a listing, redirects and links may name other hosts. Answers of 429 and 5xx
 * are asked for again after the time that the server names.
 */
export function hubFetch({ endpoint, token, fetch: send, wait }: HubAccess): typeof fetch {
  const home = new URL(endpoint).origin;
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    if (token !== undefined && url.origin === home) headers.set('authorization', `Bearer ${token}`);
    for (let tries = 1; ; tries++) {
      const response = await send(url, { ...init, headers });
      if (tries === TRIES || !(response.status === 429 || response.status >= 500)) return response;
      await response.body?.cancel();
      await wait(patience(response.headers.get('retry-after'), tries));
    }
  };
}

function patience(retryAfter: string | null, tries: number): number {
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : FIRST_WAIT_MS * 2 ** (tries - 1));
}
