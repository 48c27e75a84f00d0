import { describe, expect, test } from 'vitest';
import { seededRandom, type Tokenizer } from '../core/index.ts';
import { safeCuts } from '../text/index.ts';

/** Parts that make tokenizers disagree: contractions, case, marks, white space and line ends of every kind, scripts, special tokens, lone surrogates. */
export const ADVERSARIAL_PARTS: readonly string[] = [
  // contractions and case
  ["'", "'s", "'LL", "'Ve", "'\u017f", 'a', 'b', 'A', 'B', 's', 'S', 'll', 'ab', 'the', ' the', ' of', '\u017f', '\u212a', '\u1e9e'],
  // white space, line ends, controls
  [' ', '  ', '\n', '\r\n', '\r', '\t', '\u0085', '\u00a0', '\u2028', '\u3000', '\u180e', '\ufeff', '\u200b', '\u0000', '\u007f'],
  // numbers, punctuation, special tokens
  ['1', '23', '456', '7890', '½', 'Ⅳ', '٣', '!!', '/', '//', '\n/', '.', ',', '<|endoftext|>', '<|im_start|>'],
  // scripts without spaces
  ['中', '文', '，', '。', '．', '“', '」', 'か', 'ー', '한', '々', '〇', '⺀', '𠀀'],
  // marks, ligatures, other scripts, emoji, lone surrogates
  ['é', 'e\u0301', '\u0301', 'ß', 'İ', 'ı', 'Ω', 'ﬁ', 'ʰ', 'ǅ', 'क्', 'ไทย', 'العربية', '😀', '👨‍👩‍👧', '🇨🇳', '\ud83d', '\udc00'],
].flat();

/** What a tokenizer under test is and promises beside its contract. */
export interface TokenizerConformance {
  readonly load: () => Promise<Tokenizer>;
  /** Ids are whole numbers from 0 to below this. */
  readonly idLimit: number;
  /** True: `decode` gives back the UTF-8 of every text. Default true. */
  readonly lossless?: boolean;
  /** UTF-16 units in a run without any break. Default 300,000: a tokenizer that is quadratic in a run does not finish. */
  readonly runUnits?: number;
}

/** Registers with vitest what every `Tokenizer` must hold. Call it at the top of a test file. */
export function tokenizerConformance(name: string, expected: TokenizerConformance): void {
  const texts = adversarialTexts(500);
  const { load, idLimit, lossless = true, runUnits = 300_000 } = expected;
  describe(`tokenizer ${name}`, () => {
    test('the empty text has no tokens', async () => {
      const tokenizer = await load();
      expect({ count: tokenizer.count(''), ids: [...tokenizer.encode('')] }).toEqual({ count: 0, ids: [] });
    });

    test('ids are in range and count is their number', async () => {
      const tokenizer = await load();
      for (const text of texts) {
        const ids = tokenizer.encode(text);
        expect({ text, count: tokenizer.count(text) }).toEqual({ text, count: ids.length });
        expect([...ids].filter((id) => id >= idLimit)).toEqual([]);
      }
    });

    test('the same text has the same ids, whatever was encoded between', async () => {
      const tokenizer = await load();
      const first = texts.map((text) => [...tokenizer.encode(text)]);
      expect(texts.toReversed().map((text) => [...tokenizer.encode(text)])).toEqual(first.toReversed());
    });

    test('a lone surrogate counts as U+FFFD', async () => {
      const tokenizer = await load();
      for (const text of ['\ud83d', 'a\udc00b', '\ud83d\ud83d\ude00', ' \udfff ']) {
        expect([...tokenizer.encode(text)]).toEqual([...tokenizer.encode(text.toWellFormed())]);
      }
    });

    test.runIf(lossless)('decode gives the bytes back, U+FEFF and U+0085 among them', async () => {
      const tokenizer = await load();
      for (const text of ['\ufeff', '\ufeffa', 'a\u0085b', ' \u0085 ', ...texts]) {
        expect({ text, back: textOf(tokenizer.decode(tokenizer.encode(text))) }).toEqual({ text, back: text.toWellFormed() });
      }
    });

    test.runIf(lossless)('decode works token by token', async () => {
      const tokenizer = await load();
      for (const text of texts.slice(0, 100)) {
        const parts = Array.from(tokenizer.encode(text), (id) => tokenizer.decode([id]));
        expect(textOf(Buffer.concat(parts))).toBe(text.toWellFormed());
      }
    });

    test('counts add up at safe cuts when the tokenizer says so', async () => {
      const tokenizer = await load();
      for (const [i, head] of (tokenizer.additive ? texts : []).entries()) {
        const text = head + texts[texts.length - 1 - i]!;
        const sums = safeCuts(text).map((cut) => tokenizer.count(text.slice(0, cut)) + tokenizer.count(text.slice(cut)));
        expect({ text, sums }).toEqual({ text, sums: sums.map(() => tokenizer.count(text)) });
      }
    });

    test.each(['a', '中', ' ', '7', '\n', '!?'])('a run of %j without a break is encoded whole', async (unit) => {
      const tokenizer = await load();
      const half = tokenizer.count(unit.repeat(runUnits / unit.length / 2));
      const whole = tokenizer.count(unit.repeat(runUnits / unit.length));
      // Not exactly twice: a merge may bridge the middle.
      expect(Math.abs(whole - 2 * half)).toBeLessThanOrEqual(2);
    });
  });
}

function adversarialTexts(count: number): string[] {
  const random = seededRandom(1, 'tokenizer-conformance');
  const text = (): string => Array.from({ length: 1 + random.below(14) }, () => random.choice(ADVERSARIAL_PARTS)).join('');
  return Array.from({ length: count }, text);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
