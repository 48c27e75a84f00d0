import { splitWords, stripSpace } from '../python-space.ts';

/** Ranges that sacrebleu takes for Chinese, in code points. The two last ones are slips, kept: U+20000–2A6D6 and U+2F800–2FA1D were meant. */
const CHINESE: readonly (readonly [number, number])[] = [
  [0x3400, 0x4db5],
  [0x4e00, 0x9fa5],
  [0x9fa6, 0x9fbb],
  [0xf900, 0xfa2d],
  [0xfa30, 0xfa6a],
  [0xfa70, 0xfad9],
  [0xff00, 0xffef],
  [0x2e80, 0x2eff],
  [0x3000, 0x303f],
  [0x31c0, 0x31ef],
  [0x2f00, 0x2fdf],
  [0x2ff0, 0x2fff],
  [0x3100, 0x312f],
  [0x31a0, 0x31bf],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0x2600, 0x26ff],
  [0x2700, 0x27bf],
  [0x3200, 0x32ff],
  [0x3300, 0x33ff],
  [0x2001, 0x2a6d],
  [0x2f81, 0x2fa1],
];

/** sacrebleu's `13a` tokens, for languages with spaces. */
export function tokens13a(text: string): string[] {
  const plain = text.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  const unescaped = plain.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return punctuated(` ${unescaped} `);
}

/** sacrebleu's `zh` tokens: each Chinese character by itself, the rest as in `13a`. */
export function tokensChinese(text: string): string[] {
  let spaced = '';
  for (const point of stripSpace(text)) spaced += isChinese(point) ? ` ${point} ` : point;
  return punctuated(spaced);
}

function isChinese(point: string): boolean {
  const code = point.codePointAt(0)!;
  return CHINESE.some(([from, to]) => code >= from && code <= to);
}

function punctuated(text: string): string[] {
  const spaced = text
    .replace(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
  return splitWords(spaced);
}
