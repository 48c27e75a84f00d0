import type { ApiError } from '../../src/server/api.ts';
import { keptToken, takeToken } from './token.ts';

takeToken();

/** What the server said went wrong. `status` 0: it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly fix: string | undefined;
  /** The field of a form that it is about. */
  readonly field: string | undefined;

  constructor(status: number, { error, fix, field }: ApiError) {
    super(error);
    this.status = status;
    this.fix = fix;
    this.field = field;
  }
}

/** Values of a query string; undefined ones are left out. */
export type Query = { readonly [name: string]: string | number | undefined };

/** Asks the server. Rejects with an ApiProblem. */
export async function ask(path: string, { query = {}, ...init }: RequestInit & { readonly query?: Query } = {}): Promise<Response> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const url = `/api${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
  const headers = { authorization: `Bearer ${keptToken()}`, ...(init.body !== undefined && { 'content-type': 'application/json' }) };
  const response = await fetch(url, { ...init, headers, cache: 'no-store' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, { error: 'offline' });
  });
  if (response.ok) return response;
  const said = (await response.json().catch(() => ({ error: response.statusText }))) as ApiError;
  throw new ApiProblem(response.status, said);
}

/** Waits before a request that got lost is sent again, milliseconds. */
const RETRY_MS = [250, 1000];

/** Asks for JSON. A browser that changes its network loses requests that are on their way, those to its own machine too: they are sent again. */
export async function getJson<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const init = { ...(query && { query }), ...(signal && { signal }) };
  for (const waitMs of RETRY_MS) {
    try {
      return await answerTo<T>(path, init);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 0) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    signal?.throwIfAborted();
  }
  return answerTo<T>(path, init);
}

/** An answer can get lost while it is read, too. */
async function answerTo<T>(path: string, init: Parameters<typeof ask>[1]): Promise<T> {
  const response = await ask(path, init);
  try {
    return (await response.json()) as T;
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof SyntaxError) throw cause;
    throw new ApiProblem(0, { error: 'offline' });
  }
}

/** Sends JSON and gives what comes back, if anything does. */
export async function send<T = void>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await ask(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Path of a run, its id escaped. */
export const runPath = (id: string): string => `/runs/${encodeURIComponent(id)}`;
