import * as z from 'zod';

/** What an error answer says, whatever its dialect: the sentence for people and the words that name the kind. */
export interface ErrorBody {
  readonly message: string;
  /** `code`, `type`, `status` and `param` of the error, lower case, joined with spaces. */
  readonly names: string;
  /** A status code that the body itself carries, as errors inside a stream do. */
  readonly status?: number;
  /** How long to wait, where the body says so (Google's RetryInfo). */
  readonly retryAfterMs?: number;
}

const name = z.union([z.string(), z.number()]).nullish().catch(undefined);
const errorObject = z.looseObject({ message: z.string().catch(''), code: name, type: name, status: name, param: name });
const errorBody = z.looseObject({
  error: z.union([errorObject, z.string()]).nullish().catch(undefined),
  message: z.string().nullish().catch(undefined),
  detail: z.unknown().optional(),
  code: name,
  type: name,
});

/** Reads an error answer: OpenAI's `error` object, Anthropic's and Google's, vLLM's flat object, FastAPI's `detail`, or plain text. */
export function readErrorBody(text: string): ErrorBody {
  const parsed = errorBody.safeParse(jsonOrUndefined(text));
  const retryAfterMs = retryDelayMs(text);
  const waited = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (!parsed.success) return { message: text, names: '', ...waited };
  const { error, message, detail, ...flat } = parsed.data;
  const named = typeof error === 'object' && error !== null ? error : { ...flat, status: undefined, param: undefined };
  const names = [named.code, named.type, named.status, named.param].filter((value) => value !== null && value !== undefined);
  const status = [named.code, named.status].map(Number).find((value) => value >= 400 && value <= 599);
  const sentence = (typeof error === 'string' ? error : error?.message) || message || detailText(detail) || text;
  return { message: sentence, names: names.join(' ').toLowerCase(), ...(status === undefined ? {} : { status }), ...waited };
}

const detailText = (detail: unknown): string => (typeof detail === 'string' ? detail : detail == null ? '' : JSON.stringify(detail));

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryDelayMs(text: string): number | undefined {
  const seconds = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(text)?.[1];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
}
