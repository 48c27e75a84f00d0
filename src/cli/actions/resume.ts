import type { JsonObject } from '../../core/index.ts';
import { reopenDocuments } from '../../evaluate/index.ts';
import { readPrices } from '../cost-flags.ts';
import { finishLimit } from '../finish-limit.ts';
import { finishSession } from '../finish-session.ts';
import { findRun, storeFolder, withLedger } from '../ledger-path.ts';
import { readSecrets } from '../model-flags.ts';
import { searchOptionsOf } from '../search-options.ts';
import { readSessionFlags } from '../session-flags.ts';
import { findTasks, openModel } from '../wire.ts';

/** Goes on with a run: same model, same prompts, only what has no answer yet. Gives the exit code. */
export async function resume(name: string, flags: Readonly<Record<string, unknown>>): Promise<number> {
  const session = readSessionFlags(flags);
  return withLedger(flags, async (ledger) => {
    const record = await findRun(ledger, name);
    const { families, tasks } = await findTasks(record.tasks);
    const model = await openModel({
      model: record.model,
      settings: (record.options['model'] ?? {}) as JsonObject,
      secrets: readSecrets(flags),
    });
    const documents = await reopenDocuments(record);
    const known = flags['inputUsd'] === undefined && flags['prices'] === undefined ? undefined : await readPrices(flags, record.model);
    const ready = {
      ledger,
      record,
      tasks,
      families,
      model,
      documents,
      flags: session,
      folder: storeFolder(flags),
      ...(known && { known }),
    };
    const search = searchOptionsOf(record);
    return search ? finishLimit(ready, search) : finishSession(ready);
  });
}
