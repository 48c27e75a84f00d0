import { numberBulletLists } from './bullets.ts';
import { capitalWordFrequency } from './capital-words.ts';
import { repeatPrompt, twoResponses } from './combination.ts';
import { numberPlaceholders, postscript } from './content.ts';
import { constrainedResponse, jsonFormat, multipleSections, title } from './format.ts';
import { numberHighlightedSections } from './highlights.ts';
import { forbiddenWords, keywordExistence, keywordFrequency } from './keywords.ts';
import { englishCapital, englishLowercase } from './letter-case.ts';
import { letterFrequency } from './letter-frequency.ts';
import { noComma } from './no-comma.ts';
import { nthParagraphFirstWord, numberParagraphs } from './paragraphs.ts';
import { responseLanguage } from './response-language.ts';
import { endChecker, quotation } from './start-end.ts';
import { numberSentences, numberWords } from './text-length.ts';
import type { Verifier } from './verifier.ts';

/**
 * The 25 verifiers that Multi-IF uses, by instruction id. Source: J. Zhou et al., "Instruction-Following Evaluation for Large Language Models",
 * arXiv 2311.07911; Y. He et al., "Multi-IF", arXiv 2410.15553.
 */
export const VERIFIERS: { readonly [instruction: string]: Verifier } = {
  'keywords:existence': keywordExistence,
  'keywords:frequency': keywordFrequency,
  'keywords:forbidden_words': forbiddenWords,
  'keywords:letter_frequency': letterFrequency,
  'language:response_language': responseLanguage,
  'length_constraints:number_sentences': numberSentences,
  'length_constraints:number_words': numberWords,
  'length_constraints:number_paragraphs': numberParagraphs,
  'length_constraints:nth_paragraph_first_word': nthParagraphFirstWord,
  'detectable_content:number_placeholders': numberPlaceholders,
  'detectable_content:postscript': postscript,
  'detectable_format:number_bullet_lists': numberBulletLists,
  'detectable_format:constrained_response': constrainedResponse,
  'detectable_format:number_highlighted_sections': numberHighlightedSections,
  'detectable_format:multiple_sections': multipleSections,
  'detectable_format:json_format': jsonFormat,
  'detectable_format:title': title,
  'combination:two_responses': twoResponses,
  'combination:repeat_prompt': repeatPrompt,
  'startend:end_checker': endChecker,
  'startend:quotation': quotation,
  'change_case:capital_word_frequency': capitalWordFrequency,
  'change_case:english_capital': englishCapital,
  'change_case:english_lowercase': englishLowercase,
  'punctuation:no_comma': noComma,
};
