import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { FathomError, type FathomErrorCode } from '../core/index.ts';
import type { ApiError, Session } from './api.ts';
import { FieldError } from './field-error.ts';
import { benchmarkRoutes } from './routes/benchmark-routes.ts';
import { compareRoutes } from './routes/compare-routes.ts';
import { runRoutes } from './routes/run-routes.ts';
import { sampleRoutes } from './routes/sample-routes.ts';
import { workRoutes } from './routes/work-routes.ts';
import { RunPages } from './run-pages.ts';
import { createSampleIndex } from './sample-index.ts';
import { bodyOfAtMost, methodsOnly, ownRequestsOnly, securityHeaders, tokenRequired } from './security.ts';
import type { DashboardServices } from './services.ts';

/** What a request may bring: a form of a few hundred bytes. */
const MOST_BODY_BYTES = 64 * 1024;

/** How errors that people can act on are said over HTTP. */
const STATUS = { misuse: 400, missing: 404, data: 422, storage: 503, incomplete: 409 } as const satisfies {
  [code in FathomErrorCode]: number;
};

/** `token`: of this start; `hosts`: what a request's Host may be. */
export interface AppOptions {
  readonly token: string;
  readonly hosts: () => readonly string[];
}

/** The dashboard's HTTP interface. The web app itself needs no token: it holds nothing; all that the ledger says does. */
export function createApp(services: DashboardServices, { token, hosts }: AppOptions): Hono {
  const pages = new RunPages(services);
  const index = createSampleIndex(services.ledger);
  const api = new Hono()
    .use(tokenRequired(token))
    .use(methodsOnly('GET', 'POST', 'DELETE'))
    .get('/session', (context) =>
      context.json({ version: services.version, writable: services.writable, models: services.models } satisfies Session),
    );
  for (const routes of [
    runRoutes(services, { pages, index }),
    sampleRoutes(services, index),
    compareRoutes(services),
    benchmarkRoutes(services),
    workRoutes(services),
  ]) {
    api.route('/', routes);
  }
  api.all('*', (context) => context.json({ error: 'There is nothing at this address.' }, 404));
  return new Hono()
    .use(securityHeaders)
    .use(ownRequestsOnly(hosts))
    .use(bodyOfAtMost(MOST_BODY_BYTES))
    .use(compress())
    .route('/api', api)
    .use(methodsOnly('GET', 'HEAD'))
    .get('*', (context) => page(context, services))
    .onError((error, context) => answerTo(error, context));
}

/** A file of the web app, by its exact name; the page itself for every other address, as the page reads its address. */
function page(context: Context, { assets }: DashboardServices): Response {
  const asset = assets.get(context.req.path) ?? (context.req.path.startsWith('/assets/') ? undefined : assets.get('/index.html'));
  if (asset === undefined) return context.json({ error: 'There is no such file.' } satisfies ApiError, 404);
  return context.body(asset.bytes, 200, {
    'content-type': asset.type,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

function answerTo(error: Error, context: Context): Response {
  if (error instanceof FathomError) {
    const { message, fix } = error;
    const field = error instanceof FieldError ? error.field : undefined;
    return context.json(
      { error: message, ...(fix !== undefined && { fix }), ...(field !== undefined && { field }) } satisfies ApiError,
      STATUS[error.code],
    );
  }
  if (error instanceof ZodError) {
    return context.json({ error: issueText(error) } satisfies ApiError, 400);
  }
  if (error instanceof SyntaxError) return context.json({ error: 'The body is no JSON.' } satisfies ApiError, 400);
  if (error instanceof HTTPException) return error.getResponse();
  // The sender left before it had sent all.
  if (context.req.raw.signal.aborted) return context.body(null, 400);
  console.error(error);
  return context.json({ error: 'This is a bug in Fathom: the terminal that runs `fathom view` has the details.' } satisfies ApiError, 500);
}

/** The first thing that is wrong, after its place where it has one. */
function issueText({ issues: [issue] }: ZodError): string {
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'not understood'}`;
}
