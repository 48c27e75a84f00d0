/**
 * A process for the tests, to be run by a user who may read a ledger and not write it: prints what it finds as JSON.
 * Argument: the ledger's path.
 */
import { openSqliteLedger } from './index.ts';

const [path] = process.argv.slice(2) as [string];
const why = (error: unknown): string => (error as Error).message;
const refused = await openSqliteLedger(path).then(async (ledger) => (await ledger.close(), 'opened'), why);
const ledger = await openSqliteLedger(path, { toRead: true });
const results: (string | undefined)[] = [];
for await (const { outcome } of ledger.rows('r1')) results.push(outcome?.result.status);
const written = await ledger.setStatus('r1', 'running').then(() => 'written', why);
await ledger.close();
process.stdout.write(JSON.stringify({ refused, results, written }));
