import type { Kysely } from 'kysely';
import type { SamplePlace } from '../core/index.ts';
import type { LedgerTables } from './sqlite-schema.ts';

/** Finds a sample in the plan of its run: all out of the indexes, no sample is read. */
export async function placeOfSample(db: Kysely<LedgerTables>, runId: string, sampleId: string): Promise<SamplePlace | undefined> {
  const inRun = db.selectFrom('samples').where('run_id', '=', runId);
  const found = await inRun.select('position').where('sample_id', '=', sampleId).executeTakeFirst();
  if (!found) return undefined;
  const { position } = found;
  const { total } = await inRun.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const beside = await inRun
    .select(['position', 'sample_id'])
    .where('position', 'in', [position - 1, position + 1])
    .execute();
  const idAt = (at: number) => beside.find((row) => row.position === at)?.sample_id;
  const [previous, next] = [idAt(position - 1), idAt(position + 1)];
  return { position, total, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}
