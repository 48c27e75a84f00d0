import { isLineBreak, isWhite } from './characters.ts';
import { endsChinese, isChineseRun } from './chinese-end.ts';
import { judgeEnglish, type Verdict } from './english-end.ts';
import { isSentenceMark } from './mark-sets.ts';
import { quotesAfter, readMarkRun, type MarkRun } from './mark-run.ts';

const NOT_BEGUN = -1;

/**
 * Where sentences end: UTF-16 offsets just after the last mark, closing quote or bracket, before any white space; ascending.
 * English, Chinese and mixed text: the characters around a mark choose the rules. The end of a line ends a sentence too (headings).
 * Text that only stops, without a mark or line break, has no end there. Linear in the length of any text; a slice is as good as a whole.
 */
export function sentenceEnds(text: string): number[] {
  return findEnds(text, (verdict) => verdict === 'end');
}

/** Sentence ends and also the marks after which a sentence goes on in lower case (`“At once?” said she`). */
export function softSentenceEnds(text: string): number[] {
  return findEnds(text, (verdict) => verdict !== 'none');
}

function findEnds(text: string, accepts: (verdict: Verdict) => boolean): number[] {
  const ends: number[] = [];
  let sentenceFrom = NOT_BEGUN;
  let inkTo = 0;
  let openQuotes = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (isSentenceMark(code)) {
      if (sentenceFrom === NOT_BEGUN) sentenceFrom = at;
      const run = readMarkRun(text, at, { isMark: isSentenceMark, openQuotes });
      if (accepts(judge(text, run, sentenceFrom))) {
        ends.push(run.to);
        sentenceFrom = NOT_BEGUN;
      }
      ({ openQuotes } = run);
      at = inkTo = run.to;
      continue;
    }
    at++;
    if (!isWhite(code)) {
      if (sentenceFrom === NOT_BEGUN) sentenceFrom = at - 1;
      openQuotes = quotesAfter(code, openQuotes);
      inkTo = at;
    } else if (isLineBreak(code)) {
      if (sentenceFrom !== NOT_BEGUN) ends.push(inkTo);
      sentenceFrom = NOT_BEGUN;
      openQuotes = 0;
    }
  }
  return ends;
}

function judge(text: string, run: MarkRun, sentenceFrom: number): Verdict {
  if (!isChineseRun(text, run)) return judgeEnglish(text, run, sentenceFrom);
  return endsChinese(text, run, sentenceFrom) ? 'end' : 'none';
}
