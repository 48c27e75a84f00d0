import type { Generated } from 'kysely';
import type { PackedJson } from './packed-json.ts';

/** Marks a database file as a Fathom ledger: `Fthm` in ASCII, kept in SQLite's application_id. */
export const LEDGER_APPLICATION_ID = 0x4674686d;

/** Step i brings a database from user_version i to i + 1. A published step is never edited, only followed by another. */
export const LEDGER_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    created_at TEXT NOT NULL,
    status TEXT NOT NULL,
    record TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE samples (
    run_id TEXT NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    sample_id TEXT NOT NULL,
    sample TEXT NOT NULL,
    PRIMARY KEY (run_id, position),
    UNIQUE (run_id, sample_id)
  );
  CREATE TABLE outcomes (
    run_id TEXT NOT NULL,
    sample_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (run_id, sample_id),
    FOREIGN KEY (run_id, sample_id) REFERENCES samples (run_id, sample_id)
  );
  CREATE TABLE response_cache (
    key TEXT PRIMARY KEY NOT NULL,
    calls TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  // A failure that is to be asked again stays on record until the next outcome takes its place.
  `ALTER TABLE outcomes ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0;`,
  `
  CREATE TABLE batches (
    run_id TEXT NOT NULL REFERENCES runs (id),
    label TEXT NOT NULL,
    batch TEXT NOT NULL,
    PRIMARY KEY (run_id, label)
  );
  `,
  // Numbers the sittings of a run, so that an attempt id is never given twice.
  'ALTER TABLE runs ADD COLUMN sessions INTEGER NOT NULL DEFAULT 0',
];

/** The tables as kysely sees them. JSON columns hold RunRecord, Sample or SkippedSample (packed since version 4), Outcome, CallRecord[], BatchRecord. */
export interface LedgerTables {
  runs: { id: string; created_at: string; status: string; record: string; sessions: Generated<number> };
  samples: { run_id: string; position: number; sample_id: string; sample: PackedJson };
  /** `reopened`: 1 for a failure whose sample is pending again. */
  outcomes: { run_id: string; sample_id: string; outcome: string; reopened: Generated<number> };
  response_cache: { key: string; calls: string };
  batches: { run_id: string; label: string; batch: string };
}
