import type { Generated } from 'kysely';
import type { PackedJson } from './packed-json.ts';

/** Marks a database file as a Fathom ledger: `Fthm` in ASCII, kept in SQLite's application_id. */
export const LEDGER_APPLICATION_ID = 0x4674686d;

/** A value inside an outcome; null in one that SQLite cannot parse: damaged, or nested deeper than it reads. */
const insideOutcome = (path: string): string => `CASE WHEN json_valid(outcome) THEN json_extract(outcome, '$.result.${path}') END`;

/** What the index `outcome_results` holds of an outcome, as SQL: only exactly these expressions are answered out of it. */
export const OUTCOME_RESULT = {
  status: insideOutcome('status'),
  reason: insideOutcome('reason'),
  value: insideOutcome('score.value'),
} as const;

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
  // Watching: results are counted without reading the outcomes, and every change of a run, also by a Fathom that opened the file before this
  // step, raises its revision. A revision outlives its run: a new run of the same id goes on from it.
  `
  CREATE INDEX outcome_results ON outcomes (run_id, reopened, ${OUTCOME_RESULT.status}, ${OUTCOME_RESULT.reason}, ${OUTCOME_RESULT.value});
  CREATE TABLE revisions (run_id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO revisions SELECT id, 1 FROM runs;
  CREATE TRIGGER run_created AFTER INSERT ON runs BEGIN
    INSERT INTO revisions VALUES (NEW.id, 1) ON CONFLICT (run_id) DO UPDATE SET revision = revision + 1;
  END;
  CREATE TRIGGER run_changed AFTER UPDATE ON runs BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = NEW.id;
  END;
  CREATE TRIGGER run_removed AFTER DELETE ON runs BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = OLD.id;
  END;
  CREATE TRIGGER outcome_recorded AFTER INSERT ON outcomes BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = NEW.run_id;
  END;
  CREATE TRIGGER outcome_changed AFTER UPDATE ON outcomes BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = NEW.run_id;
  END;
  CREATE TRIGGER batch_saved AFTER INSERT ON batches BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = NEW.run_id;
  END;
  CREATE TRIGGER batch_changed AFTER UPDATE ON batches BEGIN
    UPDATE revisions SET revision = revision + 1 WHERE run_id = NEW.run_id;
  END;
  `,
  // `trashed_at`: when the run was deleted, if it was. `purging`: 1 once its rows are being removed.
  `
  ALTER TABLE runs ADD COLUMN trashed_at TEXT;
  ALTER TABLE runs ADD COLUMN purging INTEGER NOT NULL DEFAULT 0;
  `,
  // How many samples a run was created with: a damaged file that gives fewer is found out.
  `
  ALTER TABLE runs ADD COLUMN samples INTEGER NOT NULL DEFAULT 0;
  UPDATE runs SET samples = (SELECT count(*) FROM samples WHERE samples.run_id = runs.id);
  `,
];

/** The tables as kysely sees them. JSON columns hold RunRecord, Sample or SkippedSample (packed since version 4), Outcome, CallRecord[], BatchRecord. */
export interface LedgerTables {
  runs: {
    id: string;
    created_at: string;
    status: string;
    record: string;
    sessions: Generated<number>;
    trashed_at: string | null;
    purging: Generated<number>;
    samples: Generated<number>;
  };
  samples: { run_id: string; position: number; sample_id: string; sample: PackedJson };
  /** `reopened`: 1 for a failure whose sample is pending again. */
  outcomes: { run_id: string; sample_id: string; outcome: string; reopened: Generated<number> };
  response_cache: { key: string; calls: string };
  batches: { run_id: string; label: string; batch: string };
  /** Kept by triggers. */
  revisions: { run_id: string; revision: number };
}
