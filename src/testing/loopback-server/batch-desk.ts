import type { JsonObject } from '../../core/index.ts';
import type { LoopbackBatch, LoopbackBatches } from './loopback-batches.ts';

/** A request of a batch, and what became of it: undefined while it waits, and when it never got its turn. */
export interface DeskItem {
  readonly customId: string;
  readonly body: JsonObject;
  readonly url: string;
  result?: { readonly status: number; readonly body: JsonObject };
}

/** A batch in the server's hands. */
export interface DeskBatch extends LoopbackBatch {
  readonly createdAt: string;
  readonly items: readonly DeskItem[];
  status: 'in_progress' | 'completed' | 'expired' | 'cancelled' | 'failed';
  looks: number;
}

/** The batches of a server. */
export interface BatchDesk {
  readonly batches: readonly DeskBatch[];
  open(items: readonly DeskItem[], label?: string): DeskBatch;
  /** Looks at a batch, which moves it on. */
  look(id: string): Promise<DeskBatch | undefined>;
  cancel(id: string): Promise<DeskBatch | undefined>;
  /** Whether the answer to the next creation is lost. */
  losesAnswer(): boolean;
  /** The text of results, perhaps cut. */
  sent(lines: readonly string[]): string;
}

/** Answers one request of a batch. */
export type AnswerItem = (item: DeskItem) => Promise<{ readonly status: number; readonly body: JsonObject }>;

/** A desk that behaves as it is told. */
export function createBatchDesk(options: LoopbackBatches, answer: AnswerItem): BatchDesk {
  const batches: DeskBatch[] = [];
  let [lost, cut] = [options.lostAnswers ?? 0, options.truncated ?? 0];
  const end = async (batch: DeskBatch, status: DeskBatch['status']) => {
    const count = status === 'completed' ? batch.items.length : (options.answered ?? 0);
    for (const item of batch.items.slice(0, count)) if (!options.lose?.(item.customId)) item.result = await answer(item);
    batch.status = status;
    return batch;
  };
  const find = (id: string) => batches.find((batch) => batch.id === id);
  return {
    batches,
    open(items, label) {
      const number = batches.length + 1;
      const createdAt = new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString();
      const customIds = items.map(({ customId }) => customId);
      const status = options.refuses === undefined ? 'in_progress' : 'failed';
      const batch: DeskBatch = {
        id: `batch_${number}`,
        customIds,
        createdAt,
        items,
        status,
        looks: 0,
        ...(label !== undefined && { label }),
      };
      batches.push(batch);
      return batch;
    },
    async look(id) {
      const batch = find(id);
      if (batch?.status !== 'in_progress') return batch;
      batch.looks += 1;
      return batch.looks > (options.looks ?? 0) ? end(batch, options.expires ? 'expired' : 'completed') : batch;
    },
    async cancel(id) {
      const batch = find(id);
      return batch?.status === 'in_progress' ? end(batch, 'cancelled') : batch;
    },
    losesAnswer: () => lost-- > 0,
    sent(lines) {
      const text = (options.reversed ? lines.toReversed() : lines).map((line) => `${line}\n`).join('');
      return cut-- > 0 ? text.slice(0, Math.ceil(text.length / 2)) : text;
    },
  };
}
