import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * What a page may do: load its own scripts, styles and data from this server, nothing else; no inline script or style, no frame around it, no form
 * that leads away.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer, of those that no route gives too. */
export const STRICT_HEADERS: { readonly [name: string]: string } = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Headers of every answer. What the ledger says is never kept by a browser. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(STRICT_HEADERS)) context.header(name, value);
  if (context.res.headers.get('cache-control') === null) context.header('cache-control', 'no-store');
};

/**
 * Lets through only requests that name this very server: a page of another site whose name was pointed at 127.0.0.1 (DNS rebinding) sends its own name
 * as Host, and a request of another origin says so. `hosts`: the names with the port, as a browser writes them.
 */
export function ownRequestsOnly(hosts: () => readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host');
    // The request line can name a server too, and then it counts.
    const named = new URL(context.req.url).host;
    if (host === undefined || named !== host || !hosts().includes(host))
      return context.json({ error: 'This server answers to 127.0.0.1 alone.' }, 421);
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) return context.json({ error: 'Requests from other sites are refused.' }, 403);
    const site = context.req.header('sec-fetch-site');
    const foreign = site === 'cross-site' || site === 'same-site';
    // Following a link from elsewhere to the page itself is all that another site may do.
    if (foreign && context.req.header('sec-fetch-mode') !== 'navigate') {
      return context.json({ error: 'Requests from other sites are refused.' }, 403);
    }
    return next();
  };
}

/** Lets through only what the interface knows. HEAD would start the work of a GET for nothing. */
export function methodsOnly(...methods: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    if (methods.includes(context.req.method)) return next();
    context.header('allow', methods.join(', '));
    return context.json({ error: `Here are ${methods.join(', ')} alone.` }, 405);
  };
}

/**
 * Refuses a body of more bytes, and one that does not say its length (browsers do for all that a page sends), before any of it is read. Node holds a body
 * to the length that it said; what comes of a refused one is thrown away for half a second, or the sender would not hear the answer, and then the
 * connection ends.
 */
export function bodyOfAtMost(bytes: number): MiddlewareHandler {
  return async (context, next) => {
    const unknown = context.req.header('transfer-encoding') !== undefined;
    if (!unknown && Number(context.req.header('content-length') ?? 0) <= bytes) return next();
    return context.json({ error: 'The request is too large, or does not say how large it is.' }, 413);
  };
}

/** Lets through only requests with the token of this start. Compared in constant time. */
export function tokenRequired(token: string): MiddlewareHandler {
  const expected = digest(`Bearer ${token}`);
  return async (context, next) => {
    if (timingSafeEqual(digest(context.req.header('authorization') ?? ''), expected)) return next();
    return context.json({ error: 'The token is missing or of another start.', fix: 'Open the address that fathom view printed.' }, 401);
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
