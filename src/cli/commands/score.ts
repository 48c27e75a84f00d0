import type { Command } from 'commander';
import type { ScoreFlags } from '../actions/score.ts';
import { addEmbedFlags } from '../embed-flags.ts';

const EXAMPLES = `
Examples:
  fathom score leval --predictions Predictions/exam_eval/turbo-16k-0613
  fathom score leval --predictions Predictions/exam_eval/MODEL Predictions/ngram_eval/MODEL --json
  fathom score leval --predictions answers --data LEval-data --skip-bad-rows     gold answers from the data
  fathom score longbench --predictions pred/MODEL
  fathom score longbench --predictions pred/MODEL --mode fixed                   long answers are not silently 0
  fathom score lara --predictions evaluation/prediction/MODEL --judge anthropic/claude-sonnet-4-5
  fathom score loco --predictions bm25 RANKINGS --data LoCoV1                    rankings of an encoder beside BM25
  fathom score loco --embed http://localhost:8000/v1#bge-m3 --context-tokens 8k --data LoCoV1    asks an encoder, BM25 beside it
  fathom score multi-if --predictions answers.jsonl --data Multi-IF                    a line: {"key": …, "responses": […]}`;

/** `fathom score BENCHMARK` */
export function registerScore(program: Command): void {
  const command = program
    .command('score')
    .description(
      'score stored predictions of a published benchmark as its own code does, without a model (lara: with a judge; loco: or ask an encoder)',
    )
    .argument('<benchmark>', 'lara, leval, loco, longbench, multi-if')
    .option(
      '--predictions <dirs...>',
      'folders of prediction files, as the benchmark’s own code writes them (multi-if: one file; loco: also bm25)',
    )
    .option('--data <dir>', 'the benchmark’s data, for gold answers that the predictions do not carry')
    .option('--skip-bad-rows', 'leave broken rows out and report them (default: an error that names file and line)')
    .option('--mode <mode>', 'official: as published; fixed: with the defects of the published code repaired', 'official')
    .option('--judge <model>', 'lara: ask this model about every answer; its replies are kept in the ledger, and never asked for twice')
    .option('--json', 'machine-readable');
  addEmbedFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (benchmark: string, flags: ScoreFlags) => {
      const { score } = await import('../actions/score.ts');
      await score(benchmark, flags);
    });
}
