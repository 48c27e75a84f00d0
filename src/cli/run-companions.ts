import type { Judge } from '../core/index.ts';
import { openCompanions, type Companion } from '../evaluate/index.ts';
import type { RunEnd } from '../runner/index.ts';
import { cacheOptions } from './cache-options.ts';
import type { Interruption } from './interruption.ts';
import type { ReadyRun } from './ready-run.ts';
import { runSession } from './session.ts';
import type { OpenBudget } from './spending.ts';

/** A baseline that was not asked to its end. */
export interface UnfinishedCompanion {
  readonly name: string;
  readonly end: RunEnd;
}

/** The baselines of a run in the ledger, before the run itself is asked: a sitting that is killed leaves them to the next. */
export function readyCompanions({ ledger, record, model, flags }: ReadyRun): Promise<readonly Companion[]> {
  return openCompanions({
    ledger,
    run: record,
    model,
    names: flags.baselines,
    floor: flags.floor,
    async count() {
      const { loadTokenizer } = await import('../text/index.ts');
      const tokenizer = await loadTokenizer(
        typeof record.options['tokenizer'] === 'string' ? record.options['tokenizer'] : record.tokenizer,
      );
      return (text) => tokenizer.count(text);
    },
  });
}

/** Asks the baselines one after the other, each as a sitting of its own. Gives the first that does not come to its end. */
export async function askCompanions(
  companions: readonly Companion[],
  ready: ReadyRun,
  { spending, interruption, judge }: { readonly spending: OpenBudget; readonly interruption: Interruption; readonly judge?: Judge },
): Promise<UnfinishedCompanion | undefined> {
  const { ledger, tasks, documents, flags } = ready;
  for (const { name, record: run, model, strategy, local } of companions) {
    const end = await runSession({
      ledger,
      runId: run.id,
      tasks,
      model,
      strategy,
      documents,
      // Reading is work for one core: more at a time would only take more memory.
      limits: local ? { concurrency: 1 } : flags.limits,
      quiet: flags.quiet,
      interruption,
      label: `baseline ${name}`,
      ...(judge && { judge }),
      ...(!local && { spending }),
      ...(!local && cacheOptions(ready)),
    });
    if (end.status !== 'complete') return { name, end };
  }
  return undefined;
}
