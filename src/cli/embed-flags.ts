import { InvalidArgumentError, type Command } from 'commander';
import { FathomError, type JsonObject } from '../core/index.ts';
import type { BudgetLimits, RunLimits } from '../runner/index.ts';
import { addCostFlags } from './cost-flags.ts';
import { readLimitFlags } from './limit-flags.ts';
import { addSecretFlags, readModelFlags, type ModelFlags } from './model-flags.ts';
import { parseWhole } from './parse-numbers.ts';
import { addBudgetFlags, readBudgetFlags } from './spending.ts';
import { addStoreFlag } from './store-flag.ts';

/** How an encoder is asked. */
export interface EmbedFlags {
  readonly model: ModelFlags;
  readonly limits: Partial<RunLimits>;
  readonly budget: BudgetLimits;
  /** Stands before every query or document, as some encoders want it. */
  readonly prefix: { readonly query: string; readonly document: string };
  readonly tooLong: 'cut' | 'skip' | 'fail';
  readonly tokenizer?: string;
  readonly batchTexts?: number;
}

/** Flags of an encoder that is measured. */
export function addEmbedFlags(command: Command): Command {
  command
    .option('--embed <model>', 'loco: an encoder to measure, URL#model of an OpenAI-compatible server (POST URL/embeddings)')
    .option('--query-prefix <text>', 'stands before every query, as the encoder wants it')
    .option('--document-prefix <text>', 'stands before every document')
    .option('--context-tokens <n>', 'size of the encoder’s window')
    .option('--overhead-tokens <n>', 'tokens of it that the encoder adds itself (default: 8)')
    .option('--tokenizer <name>', 'counts the tokens of the window: a tokenizer.json, or cl100k_base and others (default: o200k_base)')
    .option(
      '--too-long <what>',
      'texts beyond the window: cut keeps their beginning, skip leaves them out, fail (default: cut; fail without a window)',
      tooLong,
    )
    .option('--batch-texts <n>', 'texts of a request at most (default: 32)')
    .option('--body <json>', 'extra fields of the request body: dimensions, input_type, …')
    .option('--concurrency <n>', 'requests in flight at once, at most (default: 4 to begin with, up to 16)')
    .option('--rpm <n>', 'requests in any minute')
    .option('--tpm <tokens>', 'tokens in any minute')
    .option('--proxy <url>', 'HTTP proxy (default: HTTPS_PROXY, HTTP_PROXY, NO_PROXY)')
    .option('--ca-file <file>', 'extra certificate authority, PEM');
  return addStoreFlag(addBudgetFlags(addCostFlags(addSecretFlags(command))));
}

const TOO_LONG = ['cut', 'skip', 'fail'] as const;

function tooLong(text: string): string {
  if (TOO_LONG.some((known) => known === text)) return text;
  throw new InvalidArgumentError(`Use ${TOO_LONG.join(', ')}.`);
}

/** Reads the flags of {@link addEmbedFlags}; undefined without `--embed`. Throws FathomError `misuse`. */
export function readEmbedFlags(flags: Readonly<Record<string, unknown>>): EmbedFlags | undefined {
  if (flags['embed'] === undefined) return undefined;
  const model = readModelFlags({ ...flags, model: flags['embed'] });
  const windowed = typeof model.settings['contextTokens'] === 'number';
  const given = flags['tooLong'] as EmbedFlags['tooLong'] | undefined;
  if (given === 'cut' && !windowed)
    throw new FathomError('misuse', 'Texts can be cut only to a window that is known.', { fix: 'Give --context-tokens.' });
  const text = (name: string) => (flags[name] === undefined ? '' : String(flags[name]));
  return {
    model,
    limits: readLimitFlags(flags).limits,
    budget: readBudgetFlags(flags),
    prefix: { query: text('queryPrefix'), document: text('documentPrefix') },
    tooLong: given ?? (windowed ? 'cut' : 'fail'),
    ...(flags['tokenizer'] !== undefined && { tokenizer: String(flags['tokenizer']) }),
    ...(flags['batchTexts'] !== undefined && {
      batchTexts: parseWhole(String(flags['batchTexts']), { name: 'number of texts', min: 1, max: 2048 }),
    }),
  };
}

/** What tells the vectors of two encoders apart, beside the texts. */
export function encoderKey({ model }: EmbedFlags): JsonObject {
  return { model: model.model, body: model.settings['body'] ?? null };
}
