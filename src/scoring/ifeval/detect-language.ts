import { eld } from 'eld/small';

/** The language of a text as an ISO 639-1 code; undefined for a text with nothing to go by. */
export type DetectLanguage = (text: string) => string | undefined;

/** Characters that are read: a long text shows its language early. */
const READ = 10_000;

/**
 * Language by n-grams (the package eld, 60 languages). Upstream asks langdetect, which draws at random on short texts, so no port can repeat it;
 * on texts of the eight languages of Multi-IF both name the same language (see the benchmark's README).
 */
export const detectLanguage: DetectLanguage = (text) => eld.detect(text.slice(0, READ)).language || undefined;
