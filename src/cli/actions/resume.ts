import { FathomError, type JsonObject, type RunRecord } from '../../core/index.ts';
import { baselineNames, reopenDocuments } from '../../evaluate/index.ts';
import { readPrices } from '../cost-flags.ts';
import { finishLimit, rowsOf } from '../finish-limit.ts';
import { finishSession } from '../finish-session.ts';
import { requireGateNames } from '../gate-flags.ts';
import { findMainRun, storeFolder, withLedger } from '../ledger-path.ts';
import { readSecrets } from '../model-flags.ts';
import { searchOptionsOf } from '../search-options.ts';
import { readSessionFlags } from '../session-flags.ts';
import { requireWritable } from '../write-report.ts';
import { findTasks, openModel } from '../wire.ts';

/** Goes on with a run: same model, same prompts, only what has no answer yet. Gives the exit code. */
export async function resume(name: string, flags: Readonly<Record<string, unknown>>): Promise<number> {
  const given = readSessionFlags(flags);
  const session = { ...given, baselines: baselineNames(given.baselines) };
  requireWritable([session.html, session.junit]);
  return withLedger(flags, async (ledger) => {
    const record = await findMainRun(ledger, name);
    if (record.imported && flags['trustImported'] !== true) throw untrusted(record);
    const { families, tasks } = await findTasks(record.tasks);
    if (session.gate.length > 0) {
      const samples = (await rowsOf(ledger, record.id)).map(({ sample }) => sample);
      await requireGateNames(session.gate, { samples, families, taskOptions: record.options['tasks'] ?? {} });
    }
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
      retryErrors: flags['retryErrors'] === true,
      ...(known && { known }),
    };
    const search = searchOptionsOf(record);
    return search ? finishLimit(ready, search) : finishSession(ready);
  });
}

/** A file can name any server as its model. */
function untrusted({ id, model, options }: RunRecord): FathomError {
  const { baseUrl, proxy } = (options['model'] ?? {}) as JsonObject;
  const ways = [
    model,
    ...(baseUrl === undefined ? [] : [`at ${String(baseUrl)}`]),
    ...(proxy === undefined ? [] : [`through ${String(proxy)}`]),
  ];
  return new FathomError('misuse', `Run ${id} was imported: going on would send its prompts and your key to ${ways.join(' ')}.`, {
    fix: 'If that is where they should go, add --trust-imported.',
  });
}
