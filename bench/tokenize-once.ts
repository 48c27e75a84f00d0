/**
 * A program for the tokenising benchmark: one pass over a text that does not repeat, in a process that has done nothing before.
 * `node bench/tokenize-once.ts fathom|gpt-tokenizer ENCODING LANGUAGE` prints megabytes a second. Loading the library is not counted.
 */
import { loadTokenizer } from '../src/text/tokenizers/index.ts';
import { haystackTexts, textOnce } from './haystack-texts.ts';
import { timed } from './measure.ts';

const [library, encoding, language] = process.argv.slice(2) as [string, 'o200k_base' | 'cl100k_base', string];
const text = textOnce(haystackTexts().find((each) => each.language === language)!);
const encode = library === 'fathom' ? await ours() : await theirs();
const { ms } = await timed(() => encode(text));
console.log(Buffer.byteLength(text) / 1e6 / (ms / 1000));

async function ours(): Promise<(text: string) => unknown> {
  const tokenizer = await loadTokenizer(encoding);
  return (each) => tokenizer.encode(each);
}

async function theirs(): Promise<(text: string) => unknown> {
  return encoding === 'o200k_base'
    ? (await import('gpt-tokenizer/encoding/o200k_base')).encode
    : (await import('gpt-tokenizer/encoding/cl100k_base')).encode;
}
