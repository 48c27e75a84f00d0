import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSummary } from '../report/index.ts';
import { version } from './version.ts';

/** Raised when summaries gain a field that pages need. */
const FORMAT = 2;

/** What a summary was made from: it holds as long as all of this is the same. */
interface Kept {
  readonly format: typeof FORMAT;
  readonly version: string;
  readonly revision: string;
  readonly summary: RunSummary;
}

/** Keeps summaries in a folder beside the ledger, so that a run of many samples opens at once the next time. All of it can be made again. */
export interface SummaryStore {
  read(runId: string, revision: string): RunSummary | undefined;
  write(runId: string, revision: string, summary: RunSummary): void;
  /** Forgets the runs that are not among these. */
  keepOnly(runIds: Iterable<string>): void;
}

/** A store in `folder`. What cannot be read or written is made again each time. */
export function createSummaryStore(folder: string): SummaryStore {
  const home = join(folder, 'summaries');
  const file = (runId: string) => join(home, `${encodeURIComponent(runId)}.json`);
  return {
    read(runId, revision) {
      try {
        const kept = JSON.parse(readFileSync(file(runId), 'utf8')) as Kept;
        return kept.format === FORMAT && kept.version === version() && kept.revision === revision ? kept.summary : undefined;
      } catch {
        return undefined;
      }
    },
    write(runId, revision, summary) {
      try {
        mkdirSync(home, { recursive: true });
        // Another process may read or write it at this moment.
        const whole = `${file(runId)}.${process.pid}`;
        writeFileSync(whole, JSON.stringify({ format: FORMAT, version: version(), revision, summary } satisfies Kept));
        renameSync(whole, file(runId));
      } catch {
        // A disk without room: it is only made again.
      }
    },
    keepOnly(runIds) {
      const names = new Set([...runIds].map((id) => `${encodeURIComponent(id)}.json`));
      for (const name of folderEntries(home)) if (!names.has(name)) rmSync(join(home, name), { force: true });
    },
  };
}

function folderEntries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
