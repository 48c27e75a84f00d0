/** Groups items that arrive together into one commit. */
export interface CommitQueue<T> {
  /** Resolves when the item is committed; rejects with the item's own refusal, or with the failure of its whole commit. */
  add(item: T): Promise<void>;
  /** Resolves when nothing waits and nothing is being written. Never rejects. */
  idle(): Promise<void>;
}

interface Waiting<T> {
  readonly item: T;
  readonly settle: PromiseWithResolvers<void>;
}

/**
 * `commit` writes one group and answers, item by item, a refusal or undefined; it throws when nothing of the group was written.
 * A group is what arrived since the last commit began, and while one turn of the event loop brings more it waits for another: a commit
 * costs the same for one item as for many. It grows with the load, and a lone item waits for two turns only.
 */
export function createCommitQueue<T>(commit: (items: readonly T[]) => Promise<readonly (Error | undefined)[]>): CommitQueue<T> {
  let waiting: Waiting<T>[] = [];
  let working: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      await arrivals(waiting);
      const group = waiting;
      waiting = [];
      await settleGroup(group, commit);
    }
    working = undefined;
  };

  return {
    add(item) {
      const settle = Promise.withResolvers<void>();
      waiting.push({ item, settle });
      working ??= work();
      return settle.promise;
    },
    async idle() {
      await working;
    },
  };
}

/** Most turns of the event loop that a group waits. */
const MOST_TURNS = 8;

/** Resolves when a turn of the event loop brought nothing more. */
async function arrivals(waiting: readonly unknown[]): Promise<void> {
  for (let turn = 0, seen = 0; turn < MOST_TURNS && waiting.length > seen; turn += 1) {
    seen = waiting.length;
    await new Promise(setImmediate);
  }
}

async function settleGroup<T>(
  group: readonly Waiting<T>[],
  commit: (items: readonly T[]) => Promise<readonly (Error | undefined)[]>,
): Promise<void> {
  try {
    const refusals = await commit(group.map((entry) => entry.item));
    group.forEach(({ settle }, i) => (refusals[i] ? settle.reject(refusals[i]) : settle.resolve()));
  } catch (error) {
    for (const { settle } of group) settle.reject(error);
  }
}
