import type { Context } from 'hono';

/** Answers a page that may move on while work is done for it: then nobody reads an answer, and nothing went wrong. */
export async function unlessGone(context: Context, answer: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const { signal } = context.req.raw;
  try {
    return await answer(signal);
  } catch (error) {
    if (signal.aborted) return context.body(null, 408);
    throw error;
  }
}
