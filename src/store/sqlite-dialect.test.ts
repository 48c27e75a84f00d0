import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createSqliteDialect } from './sqlite-dialect.ts';

describe('createSqliteDialect', () => {
  it('shows the first error of a transaction that SQLite rolled back by itself', async () => {
    const database = new DatabaseSync(':memory:');
    database.exec('CREATE TABLE notes (body TEXT); PRAGMA max_page_count = 5');
    const db = new Kysely<{ notes: { body: string } }>({ dialect: createSqliteDialect(database) });
    const work = db.transaction().execute(async (tx) => {
      await tx.insertInto('notes').values({ body: 'short' }).execute();
      await tx
        .insertInto('notes')
        .values({ body: 'x'.repeat(100_000) })
        .execute();
    });
    await expect(work).rejects.toThrow('database or disk is full');
    expect(database.isTransaction).toBe(false);
    expect(await db.selectFrom('notes').selectAll().execute()).toEqual([]);
    await db.destroy();
    expect(database.isOpen).toBe(false);
  });
});
