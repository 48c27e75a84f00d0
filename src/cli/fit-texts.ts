import type { Tokenizer } from '../core/index.ts';
import { FathomError } from '../core/index.ts';
import { DEFAULT_TOKENIZER, loadTokenizer } from '../text/index.ts';
import type { EmbedFlags } from './embed-flags.ts';

/** Makes texts fit an encoder's window, and keeps account of what was lost. */
export interface TextFit {
  embed(
    texts: AsyncIterable<string>,
    options: { readonly prefix: string; readonly embedded: (texts: AsyncIterable<string>) => AsyncIterable<Float32Array | undefined> },
  ): AsyncGenerator<Float32Array | undefined, void>;
  account(): { readonly cutTexts: number; readonly droppedTokens: number; readonly leftOut: number; readonly tokenizer: string | null };
}

/** Room that an encoder's own marks take, where the user does not say. */
const OVERHEAD_TOKENS = 8;

/** Without a window every text goes as it is. */
export async function fitTexts({ model, tooLong, tokenizer: name }: EmbedFlags): Promise<TextFit> {
  const { contextTokens, overheadTokens = OVERHEAD_TOKENS } = model.settings;
  const tokenizer = typeof contextTokens === 'number' ? await loadTokenizer(name ?? DEFAULT_TOKENIZER) : undefined;
  const roomTokens = tokenizer ? Number(contextTokens) - Number(overheadTokens) : Infinity;
  const lost = { cutTexts: 0, droppedTokens: 0, leftOut: 0 };
  const fitted = (text: string): string | undefined => {
    // No token of any of these tokenizers is shorter than a byte.
    if (tokenizer === undefined || Buffer.byteLength(text) <= roomTokens) return text;
    const ids = tokenizer.encode(text);
    if (ids.length <= roomTokens) return text;
    if (tooLong === 'fail')
      throw new FathomError('data', `A text of ${ids.length} tokens is longer than the window: ${JSON.stringify(text.slice(0, 60))}`, {
        fix: 'Cut such texts with --too-long cut, or leave them out with --too-long skip.',
      });
    if (tooLong === 'skip') return void (lost.leftOut += 1);
    lost.cutTexts += 1;
    lost.droppedTokens += ids.length - roomTokens;
    return beginning(ids, { tokenizer, tokens: roomTokens });
  };
  return {
    account: () => ({ ...lost, tokenizer: tokenizer?.id ?? null }),
    async *embed(texts, { prefix, embedded }) {
      const isSent: boolean[] = [];
      async function* sending(): AsyncGenerator<string, void> {
        for await (const text of texts) {
          const whole = fitted(prefix + text);
          isSent.push(whole !== undefined);
          if (whole !== undefined) yield whole;
        }
      }
      let place = 0;
      for await (const vector of embedded(sending())) {
        for (; isSent[place] === false; place++) yield undefined;
        place += 1;
        yield vector;
      }
      for (; place < isSent.length; place++) yield undefined;
    },
  };
}

/** The text of the first tokens; a character that they end inside goes. */
function beginning(ids: Uint32Array, { tokenizer, tokens }: { readonly tokenizer: Tokenizer; readonly tokens: number }): string {
  return new TextDecoder().decode(tokenizer.decode(ids.subarray(0, Math.max(1, tokens)))).replace(/\uFFFD+$/, '');
}
