import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a ledger holds of its one run (baselines beside it left out). */
export interface LedgerState {
  /** Sittings that were begun. */
  readonly sessions: number;
  /** Outcomes in plan order. */
  readonly outcomes: readonly { readonly sampleId: string; readonly attempts: number; readonly status: string; readonly reason: string }[];
  readonly samples: number;
}

/**
 * Reads the ledger in `folder` from a copy, so that the files stay as a killed process left them: whoever opens them next has to mend them.
 * Undefined when there is no run yet.
 */
export function readLedgerCopy(folder: string): LedgerState | undefined {
  const copy = mkdtempSync(join(tmpdir(), 'fathom-copy-'));
  try {
    for (const file of ['ledger.sqlite', 'ledger.sqlite-wal']) {
      if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(copy, file));
    }
    return stateOf(new DatabaseSync(join(copy, 'ledger.sqlite')));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function stateOf(db: DatabaseSync): LedgerState | undefined {
  try {
    if (!db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'runs'`).get()) return undefined;
    const run = db.prepare(`SELECT id, sessions FROM runs WHERE id NOT LIKE '%.%'`).get();
    if (!run) return undefined;
    const { n } = db.prepare('SELECT count(*) AS n FROM samples WHERE run_id = ?').get(run['id']!) as { n: number };
    const outcomes = db
      .prepare('SELECT outcome FROM samples JOIN outcomes USING (run_id, sample_id) WHERE run_id = ? ORDER BY position')
      .all(run['id']!)
      .map((row) => JSON.parse(String(row['outcome'])) as StoredOutcome)
      .map(({ sampleId, attempts, result }) => ({ sampleId, attempts, status: result.status, reason: result.reason ?? '' }));
    return { sessions: Number(run['sessions']), outcomes, samples: n };
  } finally {
    db.close();
  }
}

interface StoredOutcome {
  readonly sampleId: string;
  readonly attempts: number;
  readonly result: { readonly status: string; readonly reason?: string };
}
