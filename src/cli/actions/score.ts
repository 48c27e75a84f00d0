import { loadStoredScorer, type StoredPredictions, type StoredScorer, type StoredScoring } from '../../benchmarks/index.ts';
import { FathomError } from '../../core/index.ts';
import { pulledData } from '../../datasets/hub/index.ts';
import { countNoun } from '../../report/index.ts';
import { dataRoot } from '../data/data-root.ts';
import { copyNote } from '../data/pulled-copy.ts';
import { withLedger } from '../ledger-path.ts';
import { judgeLine, openLedgerJudge } from '../open-judge.ts';
import type { ScoringMode } from '../../scoring/index.ts';
import { readEmbedFlags } from '../embed-flags.ts';
import { embeddingLine, withEmbedder, type Embedded } from '../score-with-encoder.ts';

/** Flags of `fathom score`. */
export interface ScoreFlags {
  readonly predictions?: readonly string[];
  readonly data?: string;
  readonly skipBadRows?: boolean;
  readonly mode?: string;
  readonly json?: boolean;
  readonly judge?: string;
  readonly store?: string;
  /** Those of `addEmbedFlags`. */
  readonly [flag: string]: unknown;
}

/** Scores stored predictions, or asks an encoder, and prints the published numbers. */
export async function score(benchmark: string, flags: ScoreFlags): Promise<void> {
  const { json, skipBadRows, judge, store } = flags;
  const mode = modeOf(flags.mode);
  const scorer = await loadStoredScorer(benchmark);
  if (!scorer.modes.includes(mode))
    throw new FathomError('misuse', `${scorer.title} is scored as published alone.`, { fix: 'Leave --mode out, or use --mode official.' });
  const data = await dataOf(scorer, flags.data);
  if (judge !== undefined && !scorer.takesJudge)
    throw new FathomError('misuse', `Stored predictions of ${scorer.title} are scored without a judge.`, { fix: 'Leave --judge out.' });
  const embed = readEmbedFlags(flags);
  if (embed && !scorer.embeds) throw new FathomError('misuse', `${scorer.title} measures no encoders.`, { fix: 'Leave --embed out.' });
  const predictions = flags.predictions ?? (embed && scorer.floor !== undefined ? [scorer.floor] : []);
  if (predictions.length === 0 && !embed)
    throw new FathomError('misuse', 'There is nothing to score.', { fix: 'Name predictions: --predictions DIR.' });
  const stored = { predictions, mode, ...(data !== undefined && { data }), ...(skipBadRows && { skipBadRows }) };
  const scored: StoredScoring & Partial<Embedded> = await (embed
    ? withEmbedder(flags, embed, (embedder) => scorer.score({ ...stored, embedder }))
    : judge === undefined
      ? scorer.score(stored)
      : scoreJudged(scorer, stored, { judge, ...(store !== undefined && { store }) }));
  if (json) return console.log(JSON.stringify({ benchmark: scorer.id, mode, ...scored }, null, 2));
  console.log(await table(scored));
  if (scored.embedding) console.error(embeddingLine(scored.embedding));
  console.error(
    mode === 'official' ? 'Scored as published, its defects included.' : 'Scored with the defects of the published code repaired.',
  );
  for (const { file, line, problem } of scored.skipped) console.error(`skipped ${file}:${line}: ${problem}`);
  if (scored.withThinking > 0) console.error(`Thinking was taken out of ${countNoun(scored.withThinking, 'answer')} before scoring.`);
  if (scored.judged > 0) console.error(`${countNoun(scored.judged, 'row')} left to a judge, not scored.`);
}

/** The folder that was named, or the pulled copy. */
async function dataOf({ data: origin }: StoredScorer, named: string | undefined): Promise<string | undefined> {
  if (named !== undefined && named.trim() === '')
    throw new FathomError('misuse', 'The data folder has no name.', { fix: 'Write --data DIR.' });
  if (named !== undefined || origin === undefined) return named;
  const copy = await pulledData(origin, dataRoot());
  if (copy) console.error(copyNote(copy));
  return copy?.folder;
}

/** Scores with a judge whose replies are in the ledger. */
async function scoreJudged(
  scorer: StoredScorer,
  stored: StoredPredictions,
  { judge: name, store }: { readonly judge: string; readonly store?: string },
): Promise<StoredScoring> {
  return withLedger(store === undefined ? {} : { store }, async (ledger) => {
    const judge = await openLedgerJudge(name, ledger);
    try {
      return await scorer.score({ ...stored, judge });
    } catch (error) {
      throw judge.failure() ?? error;
    } finally {
      console.error(await judgeLine(judge));
    }
  });
}

function modeOf(name = 'official'): ScoringMode {
  if (name === 'official' || name === 'fixed') return name;
  throw new FathomError('misuse', `"${name}" is no mode.`, { fix: 'Use --mode official or --mode fixed.' });
}

async function table({ scores }: StoredScoring): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const lines = new Table({
    head: ['task', 'metric', 'value', 'n'],
    style: { head: [], border: [] },
    colAligns: ['left', 'left', 'right', 'right'],
  });
  for (const { task, metric, value, n } of scores) lines.push([task, metric, value === null ? '–' : value.toFixed(4), n]);
  return lines.toString();
}
