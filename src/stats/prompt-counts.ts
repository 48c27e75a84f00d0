import { quantile } from './quantile.ts';

/** A prompt as both sides counted it. */
export interface PromptCount {
  /** Our count, of all messages. */
  readonly promptTokens: number;
  /** The provider's count. */
  readonly inputTokens: number;
  /** Whether both counts are of one tokenizer. Default false: unknown. */
  readonly sameTokenizer?: boolean;
  /** Our tokenizer. By `characters` and `words` the ratio of the two counts alone says nothing. */
  readonly tokenizer?: string;
  /** Tokenizers differ from language to language. */
  readonly language?: string;
  /** The haystack: prompts of one haystack may well have one count. */
  readonly cluster?: string;
}

/** What the counts of a run say together about prompts that a server cut silently. */
export interface PromptCounts {
  add(count: PromptCount): void;
  /** Whether a prompt, one that was added, looks cut in the light of all that were added so far. */
  isCut(count: PromptCount): boolean;
}

/** By one tokenizer a provider's count can only be larger than ours (special tokens); 2 % is for joins at template borders. */
const LEAST_SHARE_SAME = 0.98;
/**
 * Tokenizers in use differ by some 30 % on prose: and by a factor of 1.9 on Chinese: at
 * this share of our count, or below, a prompt was cut even if all prompts were.
 */
const LEAST_SHARE = 0.5;
/** Below this share of the ratio that is usual in its language a prompt was cut. */
const LEAST_SHARE_OF_USUAL = 0.8;
/** Below it the chat template weighs too much. */
const LEAST_PROMPT_TOKENS = 500;
/** Ratios kept for each language: a run's first ones say what is usual. */
const KEPT_RATIOS = 512;

/** Counts that do not grow although prompts do: so many prompts, the longest so much longer than the shortest. */
const LEVEL = { prompts: 3, growth: 1.1, share: 0.97, slack: 2 };
/** Different haystacks of one length have the same count only by a tokenizer that is ours, or by a cut. */
const LEAST_CLUSTERS = 5;
/** Long haystacks agree by chance more seldom: from so many tokens on, so many of them are enough. */
const LONG = { tokens: 2000, clusters: 4 };
/** Windows are powers of two from here on. */
const LEAST_WINDOW_TOKENS = 2048;

interface Level {
  prompts: number;
  shortest: number;
  longest: number;
  readonly clusters: Set<string>;
}

interface Language {
  readonly ratios: { readonly inputTokens: number; readonly ratio: number }[];
  /** Upper quartile of the ratios; null until it is asked for. */
  usual: number | null;
  readonly levels: Map<number, Level>;
  /** How many counts there were of each prompt length. */
  readonly lengths: Map<number, number>;
}

/** Starts without any count. The one rule of the alarm during a run and of the alarm in its report. */
export function createPromptCounts(): PromptCounts {
  const languages = new Map<string, Language>();
  const languageOf = ({ language = '' }: PromptCount): Language => {
    const known = languages.get(language) ?? { ratios: [], usual: null, levels: new Map(), lengths: new Map() };
    languages.set(language, known);
    return known;
  };
  return {
    add(count) {
      if (count.promptTokens >= LEAST_PROMPT_TOKENS) addTo(languageOf(count), count);
    },
    isCut(count) {
      const { promptTokens, inputTokens, sameTokenizer = false, tokenizer = '' } = count;
      if (sameTokenizer) return inputTokens < LEAST_SHARE_SAME * promptTokens;
      if (promptTokens < LEAST_PROMPT_TOKENS) return false;
      const language = languageOf(count);
      const isFar = !['characters', 'words'].includes(tokenizer) && inputTokens <= LEAST_SHARE * promptTokens;
      return isFar || isBelowUsual(language, count) || isOnLevel(language, count) || isStuck(language, count);
    },
  };
}

function addTo(language: Language, { promptTokens, inputTokens, cluster }: PromptCount): void {
  const { ratios, levels, lengths } = language;
  if (ratios.length < KEPT_RATIOS) {
    ratios.push({ inputTokens, ratio: inputTokens / promptTokens });
    language.usual = null;
  }
  lengths.set(promptTokens, (lengths.get(promptTokens) ?? 0) + 1);
  const level = levels.get(inputTokens) ?? { prompts: 0, shortest: promptTokens, longest: promptTokens, clusters: new Set<string>() };
  level.prompts += 1;
  level.shortest = Math.min(level.shortest, promptTokens);
  level.longest = Math.max(level.longest, promptTokens);
  if (cluster !== undefined && level.clusters.size < LEAST_CLUSTERS) level.clusters.add(cluster);
  levels.set(inputTokens, level);
}

function isBelowUsual(language: Language, { promptTokens, inputTokens }: PromptCount): boolean {
  language.usual ??= quantile(
    language.ratios.map(({ ratio }) => ratio),
    0.75,
  );
  return language.usual !== null && inputTokens / promptTokens < LEAST_SHARE_OF_USUAL * language.usual;
}

/** Prompts of different lengths with one count: all are cut but those that are no longer than their count lets expect. */
function isOnLevel({ ratios, levels }: Language, { promptTokens, inputTokens }: PromptCount): boolean {
  const near = Array.from({ length: 2 * LEVEL.slack + 1 }, (_, i) => levels.get(inputTokens + i - LEVEL.slack) ?? []).flat();
  const prompts = near.reduce((sum, level) => sum + level.prompts, 0);
  const longest = Math.max(...near.map((level) => level.longest));
  if (prompts < LEVEL.prompts || longest < LEVEL.growth * Math.min(...near.map(({ shortest }) => shortest))) return false;
  const below = ratios.filter((each) => each.inputTokens < inputTokens - LEVEL.slack).map(({ ratio }) => ratio);
  const usual = quantile(below, 0.5);
  return usual === null || inputTokens / promptTokens < LEVEL.share * usual;
}

/** Prompts of one length whose counts are below ours and all the same, or a power of two. */
function isStuck({ levels, lengths }: Language, { promptTokens, inputTokens }: PromptCount): boolean {
  const level = levels.get(inputTokens);
  if (level === undefined || inputTokens >= LEAST_SHARE_SAME * promptTokens) return false;
  const isWindow = inputTokens >= LEAST_WINDOW_TOKENS - 1 && Math.abs(inputTokens - 2 ** Math.round(Math.log2(inputTokens))) <= 1;
  const clusters = inputTokens >= LONG.tokens ? LONG.clusters : LEAST_CLUSTERS;
  return (isWindow && level.prompts > 1) || (level.clusters.size >= clusters && level.prompts === lengths.get(promptTokens));
}
