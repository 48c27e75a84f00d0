import { loadStoredScorer, type StoredScoring } from '../../benchmarks/index.ts';
import { countNoun } from '../../report/index.ts';

/** Flags of `fathom score`. */
export interface ScoreFlags {
  readonly predictions: readonly string[];
  readonly data?: string;
  readonly skipBadRows?: boolean;
  readonly json?: boolean;
}

/** Scores stored predictions and prints the published numbers. */
export async function score(benchmark: string, { json, ...stored }: ScoreFlags): Promise<void> {
  const scorer = await loadStoredScorer(benchmark);
  const scoring = await scorer.score(stored);
  if (json) return console.log(JSON.stringify({ benchmark: scorer.id, ...scoring }, null, 2));
  console.log(await table(scoring));
  for (const { file, line, problem } of scoring.skipped) console.error(`skipped ${file}:${line}: ${problem}`);
  if (scoring.judged > 0) console.error(`${countNoun(scoring.judged, 'row')} left to a judge, not scored.`);
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
