import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { wholeAnswer, type SdkAnswer, type UsageReader } from './sdk-answer.ts';

/** Thrown out of the SDK when it would send: the body is what was wanted. */
class Captured extends Error {
  readonly body: string;
  constructor(body: string) {
    super('captured');
    this.body = body;
  }
}

/** A `fetch` that sends nothing and hands out the body of the request. */
export const capturingFetch: typeof fetch = async (_input, init) => {
  throw new Captured(typeof init?.body === 'string' ? init.body : '');
};

/** A `fetch` that sends nothing and answers with this body. */
export function answeringFetch(body: unknown): typeof fetch {
  return async () => Response.json(body);
}

/** The body that the SDK would send for these options, as text. `model` must have been made with {@link capturingFetch}. */
export async function captureBody(model: LanguageModelV4, options: LanguageModelV4CallOptions): Promise<string> {
  try {
    await model.doGenerate(options);
  } catch (thrown) {
    for (let error = thrown; error instanceof Error; error = error.cause) if (error instanceof Captured) return error.body;
    throw thrown;
  }
  throw new Error('the SDK made an answer without sending');
}

/** Reads the body of an answer as the SDK does. `model` must have been made with {@link answeringFetch}. */
export async function readBody(model: LanguageModelV4, readUsage: UsageReader): Promise<SdkAnswer> {
  return wholeAnswer(await model.doGenerate({ prompt: [{ role: 'user', content: [{ type: 'text', text: '-' }] }] }), readUsage);
}
