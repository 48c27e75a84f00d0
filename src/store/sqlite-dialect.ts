import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';

/** Statements of a ledger that are worth keeping are few. */
const KEPT_STATEMENTS = 32;

/** SQLite of Node under kysely. Statements are kept, so that what runs for every answer is prepared once. */
export function createSqliteDialect(db: DatabaseSync): SqliteDialect {
  const kept = new Map<string, SqliteStatement>();
  const statementOf = (sql: string): SqliteStatement => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = prepare(db, sql);
    if (kept.size < KEPT_STATEMENTS) kept.set(sql, statement);
    return statement;
  };
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (sql) => (sql === 'rollback' && !db.isTransaction ? ALREADY_ROLLED_BACK : statementOf(sql)),
  };
  return new SqliteDialect({ database });
}

/** After a full disk SQLite has rolled back by itself; a second rollback would fail and hide the first error. */
const ALREADY_ROLLED_BACK: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function prepare(db: DatabaseSync, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
