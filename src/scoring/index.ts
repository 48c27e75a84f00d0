export { boxedEquals, boxedEqualsPublished, cleanBoxed, lastBoxed, plain, type BoxReading } from './boxed.ts';
export { chainProgress, type ChainErrorClass, type ChainProgress, type ChainQuestion } from './chain-progress.ts';
export { circularScores, type CircularItem } from './circular.ts';
export { editSimilarity } from './edit-similarity.ts';
export { containsKeyword, foldText, type KeywordMatch } from './keyword.ts';
export { levenshteinMixed, trimToReference, type LevenshteinMixedOptions } from './levenshtein-mixed.ts';
export { lastNumber, readNumber } from './last-number.ts';
export { multiKeywordScore, type DepthKeyword } from './multi-keyword.ts';
export { optionLetter, type LetterReading } from './option-letter.ts';
export { replaceSpace, splitWords, stripSpace } from './python-space.ts';
export { endsInLoop } from './repetition.ts';
export { containsWords } from './contains-words.ts';
export { saysNotMentioned } from './says-not-mentioned.ts';
export { wordFraction } from './word-fraction.ts';
export { choiceLetters, goldLetters, type LetterCount } from './exam/choice-letters.ts';
export { cleanCodeOutput, codeOutputWindow } from './exam/code-output.ts';
export { examMatch } from './exam/exam-match.ts';
export { gsmNumber } from './exam/gsm-number.ts';
export { truthPair, type TruthPair } from './exam/truth-pair.ts';
export { roundHalfEven } from './round-half-even.ts';
export { lcsLength } from './text/lcs-length.ts';
export { englishWords, normalizeEnglish } from './text/normalize-english.ts';
export { rougeGoogle } from './text/rouge-google.ts';
export { rougeLsum } from './text/rouge-lsum.ts';
export { f1English, prfOf, tokenF1, type Prf } from './text/token-f1.ts';
export { chineseWords, f1Chinese, normalizeChinese } from './chinese/f1-chinese.ts';
export { rougeChinese, rougeLcsTokens } from './chinese/rouge-chinese.ts';
export { createSegment, loadJieba, type Segment } from './chinese/segment.ts';
export { classMatch } from './longbench/class-match.ts';
export { firstCodeLine, firstLine } from './longbench/first-line.ts';
export type { ModeOptions, ScoringMode } from './longbench/mode.ts';
export { numberHits, paragraphHits } from './longbench/number-hits.ts';
export { rougeLongBench, rougeLongBenchChinese } from './longbench/rouge-longbench.ts';
export { editRatio, type EditRatioMethod } from './text/edit-ratio.ts';
export { porterStem } from './text/porter-stem.ts';
export { rougePltrdy, type RougePltrdyOptions, type RougeScore, type RougeScores } from './text/rouge-pltrdy.ts';
export { bleuCorpus, bleuCounts, bleuOfCounts, type BleuCounts, type TokenPair } from './bleu/bleu-corpus.ts';
export { bleuSentence } from './bleu/bleu-sentence.ts';
export { tokens13a, tokensChinese } from './bleu/bleu-tokens.ts';
export { keywordF1Chinese, keywordF1English } from './lveval/keyword-f1.ts';
export { rougeWithoutStops } from './lveval/rouge-without-stops.ts';
export { containsAny, equalsAny, setF1, splitIds, untilStops } from './m4le/answers.ts';
export { bestAnswer, type BestAnswerOptions, type Extracted } from './extract/best-answer.ts';
export { bracketF1, bracketNumbers } from './extract/bracket-numbers.ts';
export { echoStrip, type OpenSlot } from './extract/echo-strip.ts';
export { phraseLetter } from './extract/phrase-letter.ts';
export { MOST_SEGMENTS, orderHit, sortedOrder } from './extract/sorted-order.ts';
export { clozeCounts, type ClozeCounts } from './loogle/cloze.ts';
export { meteorLite } from './loogle/meteor.ts';
export { reorderDistances, romanNumerals, type Distance, type ReorderDistances } from './loogle/reorder.ts';
export { loogleSimilarity, type LoogleSimilarity } from './loogle/similarity.ts';
export { ndcg } from './ndcg.ts';
export { labelCounts, relationCounts, spanCounts, typedSpans } from './prf/longicl.ts';
export { microPrf, type HitCounts } from './prf/micro-prf.ts';
export { parsePythonLiteral } from './python-literal.ts';
export { loadIfeval, type Ifeval } from './load-ifeval.ts';
export type { Followed } from './ifeval/follow.ts';
export type { InstructionColumns } from './ifeval/read-instructions.ts';
export {
  judgeCloseness,
  judgeCorrect,
  judgeNotMentioned,
  judgePair,
  judgeSteps,
  type JudgedAnswer,
  type PairOutcome,
  type Verdict,
} from './judge/ask-judge.ts';
export { cohenKappa, type Agreement } from './judge/cohen-kappa.ts';
export { demandVerdict, verdictIfAny } from './judge/demand-verdict.ts';
export { promptHash, renderPrompt, type JudgePrompt, type RenderedPrompt } from './judge/judge-prompt.ts';
export { CLOSENESS, CORRECTNESS, NOT_MENTIONED, PAIRWISE, STEPS } from './judge/judge-prompts.ts';
export { selfJudgingWarning } from './judge/judges-itself.ts';
export { readBinary, readCovered, readPercent, readPreference, type BinaryReading, type Preference } from './judge/read-verdict.ts';
export { winRate, type WinRate } from './judge/win-rate.ts';
