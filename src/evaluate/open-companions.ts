import type { Ledger, Model, RunRecord, Sample, SkippedSample, Strategy } from '../core/index.ts';
import { createLexicalReader } from '../models/lexical/index.ts';
import { companionId } from './companion-id.ts';
import { companionRuns, type CompanionRecord } from './companion-runs.ts';
import { companionSample, type CountTokens } from './companion-sample.ts';
import { openStrategy } from './open-strategy.ts';

/** Prompt tokens up to which a run gets its lexical baseline unasked: a few tens of seconds of reading on one core. */
const FREE_LEXICAL_TOKENS = 40_000_000;

/** A baseline in the ledger, ready to be asked (on). */
export interface Companion extends CompanionRecord {
  readonly model: Model;
  readonly strategy: Strategy;
  /** True for a reader on this machine: one sample at a time, no response cache. */
  readonly local: boolean;
}

export interface OpenCompanionsOptions {
  readonly ledger: Ledger;
  readonly run: RunRecord;
  readonly model: Model;
  /** Baselines that the run shall have, beside those that it has. */
  readonly names: readonly string[];
  /** Whether `lexical` is added up to 40 million prompt tokens; false also leaves out one that was begun, unless it is named. */
  readonly floor: boolean;
  /** Loaded only when a prompt has to be counted. */
  readonly count: () => Promise<CountTokens>;
}

/**
 * Puts the baselines of a run into the ledger, each as a run of its own on the same samples (`RUN.oracle`), and gives all that the run has,
 * those of earlier sittings included. The lexical reader has no lexical baseline.
 */
export async function openCompanions(options: OpenCompanionsOptions): Promise<readonly Companion[]> {
  const { ledger, run, model, floor } = options;
  const reader = createLexicalReader();
  const isReader = model.id === reader.id;
  const known = new Set((await companionRuns(ledger, run.id)).map(({ name }) => name));
  const named = options.names.filter((name) => !(isReader && name === 'lexical'));
  const free = floor && !isReader && !known.has('lexical') && !named.includes('lexical') ? ['lexical'] : [];
  await createMissing(
    [...named, ...free].filter((name) => !known.has(name)),
    { ...options, reader, limited: free },
  );
  const count = [...known, ...named].some((name) => name.startsWith('retrieval')) ? await options.count() : undefined;
  const companions = await companionRuns(ledger, run.id);
  return companions
    .filter(({ name }) => name !== 'lexical' || floor || named.includes('lexical'))
    .map(({ name, record }) => {
      const local = name === 'lexical';
      return { name, record, local, model: local ? reader : model, strategy: openStrategy(record.strategy, count ? { count } : {}) };
    });
}

interface Making extends OpenCompanionsOptions {
  readonly reader: Model;
  /** Names that are left out of runs with too many tokens. */
  readonly limited: readonly string[];
}

async function createMissing(names: readonly string[], { ledger, run, reader, limited, ...options }: Making): Promise<void> {
  if (names.length === 0) return;
  const samples: (Sample | SkippedSample)[] = [];
  for await (const { sample } of ledger.rows(run.id)) samples.push(sample);
  const tokens = samples.reduce((sum, sample) => sum + ('skipped' in sample ? 0 : sample.promptTokens), 0);
  for (const name of names) {
    if (limited.includes(name) && tokens > FREE_LEXICAL_TOKENS) continue;
    const local = name === 'lexical';
    const count = local ? () => 0 : await options.count();
    const record: RunRecord = {
      ...run,
      id: companionId(run.id, name),
      status: 'running',
      ...(local ? { model: reader.id, strategy: 'direct', options: { ...run.options, model: {} } } : { strategy: name }),
    };
    await ledger.createRun(
      record,
      samples.map((sample) => companionSample(name, sample, count)),
    );
  }
}
