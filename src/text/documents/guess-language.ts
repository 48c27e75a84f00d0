import { utf8Text, characterStart } from '../utf8.ts';

const SAMPLE_BYTES = 1_000_000;
/** A Han character stands for a word or so, a Latin letter for a fifth of one: Chinese text that quotes English stays above this share. */
const CHINESE_SHARE = 0.2;

/** `zh` when at least a fifth of the letters in the first megabyte are Han characters, else `en`. */
export function guessLanguage(bytes: Uint8Array): string {
  const sample = utf8Text(bytes, 0, characterStart(bytes, Math.min(bytes.length, SAMPLE_BYTES)));
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return letters > 0 && han / letters >= CHINESE_SHARE ? 'zh' : 'en';
}
