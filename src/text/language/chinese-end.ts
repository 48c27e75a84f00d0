import { isCjkAt, isCjkBefore, isDigit } from './characters.ts';
import { isListNumber } from './list-number.ts';
import type { MarkRun } from './mark-run.ts';
import { isZhSentenceMark } from './mark-sets.ts';
import { ZH_CONTINUERS } from './zh.ts';

const FULL_STOP = 0xff0e;

/** True when a run of marks follows the rules of Chinese: a Chinese mark, or an ASCII one that touches a CJK character. */
export function isChineseRun(text: string, run: MarkRun): boolean {
  for (let at = run.from; at < run.to; at++) if (isZhSentenceMark(text.charCodeAt(at))) return true;
  if (text.charCodeAt(run.from) !== 46) return isCjkBefore(text, run.from) || isCjkAt(text, run.to);
  return isCjkBefore(text, run.from) || (run.marksTo > run.from + 1 && isCjkAt(text, run.to));
}

/** Judges a run of marks by the rules of Chinese, where no white space is needed. `sentenceFrom`: where the current sentence began. */
export function endsChinese(text: string, run: MarkRun, sentenceFrom: number): boolean {
  const next = text.charAt(run.to);
  if (next !== '' && ZH_CONTINUERS.includes(next)) return false;
  if (run.marksTo !== run.from + 1) return true;
  const code = text.charCodeAt(run.from);
  if (code === 46) return !/[A-Za-z0-9]/.test(next);
  return code !== FULL_STOP || !isInsideNumber(text, run, sentenceFrom);
}

function isInsideNumber(text: string, run: MarkRun, sentenceFrom: number): boolean {
  if (isListNumber(text, sentenceFrom, run.from)) return true;
  return run.to === run.marksTo && isDigit(text.charCodeAt(run.from - 1)) && isDigit(text.charCodeAt(run.to));
}
