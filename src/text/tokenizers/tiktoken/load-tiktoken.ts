import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { FathomError, type Tokenizer } from '../../../core/index.ts';
import { byteBpeTokenizer } from '../bpe/byte-bpe-tokenizer.ts';
import { splitByPattern } from '../bpe/split.ts';
import { tiktokenPattern, type TiktokenName } from './patterns.ts';
import { parseRanks } from './ranks.ts';

/**
 * An OpenAI encoding, equal to `tiktoken`'s `encode_ordinary` on every text. Reads the rank file that the package `gpt-tokenizer` carries
 * and never runs that package's code. Throws FathomError `missing` when the file is not there.
 */
export async function loadTiktoken(name: TiktokenName): Promise<Tokenizer> {
  const vocabulary = parseRanks(await readRankFile(name));
  return byteBpeTokenizer({ id: name, additive: true, vocabulary, split: splitByPattern(tiktokenPattern(name)) });
}

async function readRankFile(name: TiktokenName): Promise<Uint8Array> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(`gpt-tokenizer/data/${name}.tiktoken`));
  } catch (cause) {
    throw new FathomError('missing', `cannot read the ranks of tokenizer ${name} from the package gpt-tokenizer`, {
      fix: 'Install the dependencies again: npm ci',
      cause,
    });
  }
}
