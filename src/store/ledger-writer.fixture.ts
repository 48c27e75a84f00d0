/**
 * A process for the tests: records the pending samples of run r1 one batch after the other, and prints an id when its outcome is recorded.
 * Arguments: ledger path, an outcome as JSON (its sample id is replaced), batch size, and two numbers `first step`: it takes the samples `s/<n>` with n % step = first.
 */
import type { Outcome } from '../core/index.ts';
import { openSqliteLedger } from './index.ts';

const [path, template, batch, first, step] = process.argv.slice(2) as [string, string, string, string, string];
const outcome = JSON.parse(template) as Outcome;
const ledger = await openSqliteLedger(path);
const mine = (await ledger.pending('r1')).filter(({ id }) => Number(id.slice(2)) % Number(step) === Number(first));
for (let from = 0; from < mine.length; from += Number(batch)) {
  const group = mine.slice(from, from + Number(batch));
  await Promise.all(
    group.map(async ({ id }) => {
      await ledger.record('r1', { ...outcome, sampleId: id });
      process.stdout.write(`${id}\n`);
    }),
  );
}
await ledger.close();
