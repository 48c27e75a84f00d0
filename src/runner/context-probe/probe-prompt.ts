import type { Block, Step, TokenIndex, Tokenizer } from '../../core/index.ts';
import { FathomError } from '../../core/index.ts';
import { createTape, fitHaystack, type FitNeedle, type FitResult } from '../../text/index.ts';

/** What probes are made of: built-in prose, tokenised once. */
export interface ProbeText {
  readonly index: TokenIndex;
  readonly tokenizer: Tokenizer;
}

/** A prompt of an exact length with code words in it, and where they stand. A recipe: the prose is read when it is sent. */
export interface ProbePrompt {
  readonly lengthTokens: number;
  readonly step: Step;
  readonly words: readonly string[];
  /** Tokens from the start of the prompt, a place for each word. */
  readonly places: readonly { readonly fromToken: number; readonly toToken: number }[];
}

/** A code word as it stands in the text. */
const sentence = (word: string) => `Code word: ${word}.`;

// The request stands at both ends: a server that cuts one of them leaves the other.
const REQUEST_BEFORE =
  'Code words stand in the text below, and the first one above. After the text, answer with all code words that you can see, in order, separated by spaces, and nothing else.';
const REQUEST_AFTER =
  'The text ends here. Answer now with all code words that you can see, from the first to the last, separated by spaces, and nothing else.';

/** Lengths tried when no cut of the prose gives the exact one. */
const DETOURS = [0, -1, 1, -2, 2, -3, 3] as const;

/**
 * Builds a prompt of `lengthTokens` tokens (a few more or fewer where no cut of the text gives exactly that). The first code word begins
 * it, the last one ends it, those between stand after the sentences nearest to `marksAt`. Throws a FathomError when it is too short.
 */
export function probePrompt(
  text: ProbeText,
  ask: {
    readonly lengthTokens: number;
    readonly marksAt: readonly number[];
    readonly words: readonly string[];
    readonly maxTokens: number;
  },
): ProbePrompt {
  const { lengthTokens, marksAt, words, maxTokens } = ask;
  const frame = frameOf(text.tokenizer, words);
  const inner = words.slice(1, -1);
  let why = '';
  for (const detour of DETOURS) {
    const asked = lengthTokens + detour;
    const needles = needlesAt(marksAt, { frame, inner, lengthTokens: asked });
    const fit = fitHaystack({ tape: createTape(text.index), tokenizer: text.tokenizer, lengthTokens: asked, needles, ...frame.blocks });
    if (fit.status === 'ok') return promptOf(fit, { frame, words, maxTokens, lengthTokens: asked });
    why = fit.detail;
  }
  throw new FathomError('data', `No prompt of ${lengthTokens} tokens can be built: ${why}`, { fix: 'Probe to another length: --up-to.' });
}

/** A prompt of a few words: what the provider counts beyond them is its chat template. */
export function tinyPrompt(tokenizer: Tokenizer, maxTokens: number): ProbePrompt {
  const text = 'Answer with the single word ok, and nothing else.';
  const step: Step = { messages: [{ from: 'user', blocks: [{ role: 'question', pieces: [{ text }] }] }], output: { maxTokens } };
  return { lengthTokens: tokenizer.count(text), step, words: [], places: [] };
}

interface Frame {
  readonly blocks: { readonly before: readonly Block[]; readonly after: readonly Block[] };
  readonly beforeTokens: number;
  readonly afterTokens: number;
  readonly firstTokens: number;
  readonly lastTokens: number;
  readonly innerTokens: readonly number[];
}

function frameOf(tokenizer: Tokenizer, words: readonly string[]): Frame {
  const [first, last] = [sentence(words[0]!), sentence(words.at(-1)!)];
  const before = `${first}\n\n${REQUEST_BEFORE}\n\n`;
  const after = `\n\n${REQUEST_AFTER}\n\n${last}`;
  return {
    blocks: {
      before: [{ role: 'instruction', pieces: [{ text: before }] }],
      after: [{ role: 'question', pieces: [{ text: after }] }],
    },
    beforeTokens: tokenizer.count(before),
    afterTokens: tokenizer.count(after),
    firstTokens: tokenizer.count(first),
    lastTokens: tokenizer.count(last),
    innerTokens: words.slice(1, -1).map((word) => tokenizer.count(sentence(word))),
  };
}

interface Inside {
  readonly frame: Frame;
  readonly inner: readonly string[];
  readonly lengthTokens: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const proseTokens = ({ beforeTokens, afterTokens, innerTokens }: Frame, lengthTokens: number) =>
  Math.max(1, lengthTokens - beforeTokens - afterTokens - sum(innerTokens));

function needlesAt(marksAt: readonly number[], { frame, inner, lengthTokens }: Inside): readonly FitNeedle[] {
  const prose = proseTokens(frame, lengthTokens);
  return inner.map((word, i) => {
    const proseBefore = (marksAt[i] ?? 0) - frame.beforeTokens - sum(frame.innerTokens.slice(0, i));
    return { id: word, text: sentence(word), depthPercent: Math.min(100, Math.max(0, (100 * proseBefore) / prose)) };
  });
}

interface Built {
  readonly frame: Frame;
  readonly words: readonly string[];
  readonly maxTokens: number;
  readonly lengthTokens: number;
}

function promptOf({ blocks, placements }: FitResult & { status: 'ok' }, { frame, words, maxTokens, lengthTokens }: Built): ProbePrompt {
  const prose = proseTokens(frame, lengthTokens);
  const inner = placements.map(({ depthPercent }, i) => {
    const fromToken = Math.round(frame.beforeTokens + (prose * depthPercent) / 100 + sum(frame.innerTokens.slice(0, i)));
    return { fromToken, toToken: fromToken + frame.innerTokens[i]! };
  });
  return {
    lengthTokens,
    step: { messages: [{ from: 'user', blocks }], output: { maxTokens } },
    words,
    places: [{ fromToken: 0, toToken: frame.firstTokens }, ...inner, { fromToken: lengthTokens - frame.lastTokens, toToken: lengthTokens }],
  };
}
