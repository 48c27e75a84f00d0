import { Hono } from 'hono';
import { z } from 'zod';
import { questionText, targetText } from '../../report/index.ts';
import type { TriedPrompt } from '../api.ts';
import { stripOf } from '../sample-page.ts';
import type { DashboardServices, TryRequest } from '../services.ts';
import { textPart } from '../text-part.ts';
import { unlessGone } from './unless-gone.ts';

/** The largest windows that are on offer; making such a prompt takes seconds. */
const MOST_TRIED_TOKENS = 2_000_000;

const tryQuery = z.object({
  task: z.string().min(1).max(200),
  lengthTokens: z.coerce.number().int().min(1).max(MOST_TRIED_TOKENS).optional(),
  depthPercent: z.coerce.number().min(0).max(100).optional(),
  needles: z.coerce.number().int().min(1).max(1000).optional(),
  question: z.string().min(1).max(60).optional(),
  language: z.string().min(1).max(20),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
});

type Tried = Awaited<ReturnType<DashboardServices['tryPrompt']>>;

/** The benchmarks, and one prompt of them to look at. */
export function benchmarkRoutes(services: DashboardServices): Hono {
  const tried = lastOnly((request, signal) => services.tryPrompt(request, signal));
  return new Hono()
    .get('/benchmarks', async (context) => context.json(await services.benchmarks()))
    .get('/try', (context) =>
      unlessGone(context, async (signal) => {
        const { sample } = await tried(tryQuery.parse(context.req.query()), signal);
        const { id, task, cell, promptTokens, target, facts = null } = sample;
        const strip = stripOf(sample, services.layout);
        return context.json({
          id,
          task,
          cell,
          promptTokens,
          question: questionText(sample),
          target: targetText(target),
          strip,
          facts,
        } satisfies TriedPrompt);
      }),
    )
    .get('/try/text', (context) =>
      unlessGone(context, async (signal) => {
        const query = context.req.query();
        const { sample, documents } = await tried(tryQuery.parse(query), signal);
        return context.json(services.text(sample, documents, textPart.parse(query)));
      }),
    );
}

type Make = (request: TryRequest, signal: AbortSignal) => Promise<Tried>;

/** Keeps what was made last: its text is asked for part by part. */
function lastOnly(make: Make): Make {
  let last: { readonly key: string; readonly made: Promise<Tried> } | undefined;
  return (request, signal) => {
    const key = JSON.stringify(request);
    if (last?.key !== key) last = { key, made: make(request, signal) };
    const { made } = last;
    made.catch(() => {
      if (last?.made === made) last = undefined;
    });
    return made;
  };
}
