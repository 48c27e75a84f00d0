/**
 * A process for the tests: executes run r1 of a ledger file with a fake model, and prints `asked <id>` and `recorded <id>` as it goes.
 * Arguments: address of the store module, ledger path.
 */
import { writeSync } from 'node:fs';
import { ModelError, type Ledger } from '../core/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeModel, fakeOptions, reply, type Script } from './fake-run.fixture.ts';

/** Every fifth sample is refused, the others are right or wrong by their number. */
export const answerByNumber: Script = async (id) => {
  const number = Number(id.slice(2));
  for (let turn = 0; turn < number % 7; turn += 1) await new Promise(setImmediate);
  if (number % 5 === 0) throw new ModelError('context', `prompt ${id} is too long`);
  return reply(number % 3 === 0 ? 'yes' : `answer ${id}`);
};

if (process.argv[1] === import.meta.filename) {
  const [store, path] = process.argv.slice(2) as [string, string];
  const { openSqliteLedger } = (await import(store)) as { openSqliteLedger(file: string): Promise<Ledger> };
  const ledger = await openSqliteLedger(path);
  const model = createFakeModel((id, nth, signal) => {
    writeSync(1, `asked ${id}\n`);
    return answerByNumber(id, nth, signal);
  });
  await executeRun(
    fakeOptions(ledger, model, {
      onEvent: (event) => {
        if (event.type === 'sample-recorded') writeSync(1, `recorded ${event.sample.id}\n`);
      },
    }),
  );
  await ledger.close();
}
