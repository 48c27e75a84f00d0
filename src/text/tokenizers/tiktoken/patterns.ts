/** Encodings whose rank files the package `gpt-tokenizer` carries. */
export type TiktokenName = 'cl100k_base' | 'o200k_base';

// `\s` of Rust's regular expressions. JavaScript's own lacks U+0085 and adds U+FEFF.
const WHITE = '\\p{White_Space}';
const SPACES = `${WHITE}*[\\r\\n]+|${WHITE}+(?!\\P{White_Space})|${WHITE}+`;
const CONTRACTION = `(?i:'s|'t|'re|'ve|'m|'ll|'d)`;
const UPPER = '[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]';
const LOWER = '[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]';
const PREFIX = '[^\\r\\n\\p{L}\\p{N}]?';

const SOURCES: { readonly [name in TiktokenName]: string } = {
  cl100k_base: `${CONTRACTION}|${PREFIX}\\p{L}+|\\p{N}{1,3}| ?[^${WHITE}\\p{L}\\p{N}]+[\\r\\n]*|${SPACES}`,
  o200k_base:
    `${PREFIX}${UPPER}*${LOWER}+${CONTRACTION}?|${PREFIX}${UPPER}+${LOWER}*${CONTRACTION}?|` +
    `\\p{N}{1,3}| ?[^${WHITE}\\p{L}\\p{N}]+[\\r\\n/]*|${SPACES}`,
};

/** How an encoding cuts a text into pieces: tiktoken's published pattern with `\s` meaning Unicode White_Space. Matches leave no gaps. */
export function tiktokenPattern(name: TiktokenName): RegExp {
  return new RegExp(SOURCES[name], 'gu');
}
