import type { Documents, RunRecord, Sample } from '../src/core/index.ts';
import { needlebench } from '../src/benchmarks/needlebench/index.ts';
import { prepareRun } from '../src/evaluate/index.ts';
import { createOpenAiCompatible } from '../src/models/openai-compatible/index.ts';
import { executeRun, planOrders, planRun, resolveRunLimits, scheduleOf, type OrderName } from '../src/runner/index.ts';
import { createMemoryLedger } from '../src/store/index.ts';
import { createDirect } from '../src/strategies/index.ts';
import { startLoopbackServer } from '../src/testing/index.ts';
import { promptDigest, renderStep } from '../src/text/index.ts';
import { printTable, withAim } from './print-table.ts';

const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128].map((thousands) => thousands * 1000);
const DEPTHS = Array.from({ length: 11 }, (_, i) => i * 10);
const CONCURRENCY = 16;
const CACHES = [250_000, 1_000_000];
const ORDERS: readonly OrderName[] = ['cache', 'fast', 'balanced', 'plan'];
/** The server reads 10,000 tokens a second and request, fifty times as fast as the clock. */
const PREFILL_MS_PER_TOKEN = 0.1 / 50;

/** NeedleBench's 128k grid of single retrieval (8 lengths × 11 depths × 10 repeats) sent to a server with a prefix cache, order by order. */
export async function benchOrder(): Promise<void> {
  const { samples, documents, tokens } = await grid();
  for (const cacheTokens of CACHES) {
    const planned = planOrders(samples, { limits: resolveRunLimits({ concurrency: CONCURRENCY }), cacheTokens, orders: ORDERS });
    const rows: string[][] = [];
    for (const order of ORDERS) {
      const { share, wallMs } = await send(samples, { documents, order, cacheTokens });
      const predicted = planned.orders.find((each) => each.order === order)!.cachedShare;
      const aim = order === 'cache' ? withAim(100 * share, { atLeast: 42 }) : '';
      rows.push([order, percent(share), percent(predicted), (wallMs / 1000).toFixed(1), aim]);
    }
    rows.push(['(bound of the prompt trie)', percent(planned.bound), '–', '–', '']);
    printTable(
      `${samples.length} prompts, ${(tokens / 1e6).toFixed(1)}M tokens, concurrency ${CONCURRENCY}, a cache of ${cacheTokens / 1e6}M tokens`,
      ['order', 'served %', 'predicted %', 'seconds', 'aim %'],
      rows,
    );
  }
}

const percent = (share: number): string => (100 * share).toFixed(1);

async function grid(): Promise<{ readonly samples: readonly Sample[]; readonly documents: Documents; readonly tokens: number }> {
  const tasks = needlebench.tasks.filter(({ id }) => id === 'needlebench/single-retrieval');
  const taskOptions = { lengths: LENGTHS, depths: DEPTHS, repeats: 10, languages: ['en'] };
  const prepared = await prepareRun({ families: [needlebench], tasks, taskOptions });
  const model = { capabilities: new Set(['generate'] as const) };
  const plan = await planRun({ tasks: prepared.tasks, deps: prepared.deps, model });
  const samples = plan.samples.filter((sample): sample is Sample => !('skipped' in sample));
  return { samples, documents: prepared.documents(), tokens: plan.summary.promptTokens };
}

/** Share of the prompt tokens that the server says it served from its cache. */
async function send(
  samples: readonly Sample[],
  { documents, order, cacheTokens }: { readonly documents: Documents; readonly order: OrderName; readonly cacheTokens: number },
): Promise<{ readonly share: number; readonly wallMs: number }> {
  const server = await startLoopbackServer({ cacheTokens, prefillMsPerToken: PREFILL_MS_PER_TOKEN, latencyMs: 5 });
  const model = createOpenAiCompatible({ id: 'loopback', baseUrl: `${server.url}/v1`, model: 'mock-model' });
  const ledger = createMemoryLedger();
  const startMs = performance.now();
  try {
    await ledger.createRun(record, samples);
    await executeRun({
      runId: record.id,
      ledger,
      tasks: needlebench.tasks,
      model,
      strategy: createDirect({ renderStep }),
      documents,
      digestPrompt: promptDigest,
      limits: { concurrency: CONCURRENCY },
      schedule: scheduleOf(order, { cacheTokens }),
    });
    return { share: server.stats.cachedTokens / server.stats.promptTokens, wallMs: performance.now() - startMs };
  } finally {
    await model.close?.();
    await server.close();
  }
}

/** The run as the ledger wants it; nothing in it matters here. */
const record: RunRecord = {
  id: 'order',
  createdAt: '2026-01-01T00:00:00.000Z',
  status: 'running',
  version: '0',
  model: 'loopback',
  strategy: 'direct',
  tasks: ['needlebench/single-retrieval'],
  seed: 0,
  tokenizer: 'o200k_base',
  options: {},
  corpora: [],
};
