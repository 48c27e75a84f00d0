import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, type Tokenizer } from '../src/core/index.ts';
import { loadTokenizer } from '../src/text/tokenizers/index.ts';

/** One measured row: `encode` of one text by one library. */
export interface Row {
  readonly encoding: string;
  readonly library: 'fathom' | 'gpt-tokenizer';
  readonly input: string;
  readonly megabytes: number;
  readonly tokens: number;
  /** First pass over the text, then the best of two more. Both libraries keep pieces, gpt-tokenizer of any length: for long runs its first pass tells. */
  readonly coldMegabytesPerSecond: number;
  readonly warmMegabytesPerSecond: number;
}

const TARGET_BYTES = 10_000_000;
const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
/** Real books, where they lie beside the checkout or above it; else the text is generated. */
const CORPORA = ['..', '../..', '../../..'].map((up) => join(import.meta.dirname, '..', up, 'shared/corpora')).find(existsSync);

type Encode = (text: string) => ArrayLike<number>;

/** Encoding speed on 10 MB of English and of Chinese, and on runs without a break, where a library that is quadratic stops being usable. */
export async function benchTokenizers(): Promise<Row[]> {
  const inputs = [
    { input: 'English, 10 MB', text: repeated('en/war-and-peace.txt', ENGLISH), both: true },
    { input: 'Chinese, 10 MB', text: repeated('zh/hong-lou-meng.txt', CHINESE), both: true },
    { input: 'one letter, 20 kB', text: 'a'.repeat(20_000), both: true },
    // gpt-tokenizer needs minutes here, so only ours is measured.
    { input: 'one letter, 1 MB', text: 'a'.repeat(1_000_000), both: false },
    { input: 'Han without punctuation, 1 MB', text: '天地玄黄宇宙洪荒'.repeat(41_667), both: false },
  ];
  const rows: Row[] = [];
  for (const encoding of ENCODINGS) {
    const ours: Tokenizer = await loadTokenizer(encoding);
    const theirs = await gptTokenizer(encoding);
    for (const { input, text, both } of inputs) {
      rows.push({ encoding, library: 'fathom', input, ...measure(text, (part) => ours.encode(part)) });
      if (both) rows.push({ encoding, library: 'gpt-tokenizer', input, ...measure(text, theirs) });
    }
  }
  return rows;
}

function measure(text: string, encode: Encode): Pick<Row, 'megabytes' | 'tokens' | 'coldMegabytesPerSecond' | 'warmMegabytesPerSecond'> {
  const megabytes = Buffer.byteLength(text) / 1e6;
  let tokens = 0;
  const pass = (): number => {
    const start = performance.now();
    tokens = encode(text).length;
    return megabytes / ((performance.now() - start) / 1000);
  };
  const cold = pass();
  return { megabytes, tokens, coldMegabytesPerSecond: cold, warmMegabytesPerSecond: Math.max(pass(), pass()) };
}

async function gptTokenizer(encoding: (typeof ENCODINGS)[number]): Promise<Encode> {
  const library = await (encoding === 'o200k_base'
    ? import('gpt-tokenizer/encoding/o200k_base')
    : import('gpt-tokenizer/encoding/cl100k_base'));
  return (text) => library.encode(text);
}

const ENGLISH =
  'the river of a mill stone under heavy rain and every winter morning she counted sacks for people from distant villages'.split(' ');
const CHINESE = Array.from('河水磨坊石头下雨冬天早晨她数着袋子村里的人们从远处来到这里说话吃饭看书写字');

function repeated(path: string, words: readonly string[]): string {
  const text = CORPORA === undefined ? generated(words) : readFileSync(join(CORPORA, path), 'utf8');
  return text.repeat(Math.ceil(TARGET_BYTES / Buffer.byteLength(text)));
}

/** Sentences of random words: a stand-in whose words, unlike those of a book, soon repeat. */
function generated(words: readonly string[]): string {
  const random = seededRandom(1, 'bench', 'tokenizers', words.length);
  const isHan = words === CHINESE;
  const sentence = (): string => {
    const picked = Array.from({ length: 6 + random.below(12) }, () => random.choice(words));
    return isHan ? `${picked.join('')}${random.choice(['，', '。', '；'])}` : `${picked.join(' ')}. `;
  };
  return Array.from({ length: 5000 }, sentence).join('');
}

if (import.meta.main) {
  const rows = await benchTokenizers();
  console.table(
    rows.map((row) => ({
      ...row,
      coldMegabytesPerSecond: row.coldMegabytesPerSecond.toFixed(2),
      warmMegabytesPerSecond: row.warmMegabytesPerSecond.toFixed(2),
    })),
  );
}
