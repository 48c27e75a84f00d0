import { ModelError, type ModelErrorKind } from '../../core/index.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { retryAfterMs, type ResponseHeaders } from './retry-after.ts';
import { cleanServerText } from './server-text.ts';

/** An answer that is an error. `status` is 200 for an error inside a stream. `where` names the endpoint without secrets. */
export interface FailedResponse {
  readonly where: string;
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: string;
  /** Values that must not appear in a message: keys, as a server may repeat them. */
  readonly secrets: readonly string[];
}

const QUOTA =
  /insufficient[_ ](quota|funds|balance|credits?)|exceeded your current quota|billing|credit balance|quota.{0,40}(day|month)|perday/i;
const CONTEXT =
  /context[_ ]?(length|size|window)|exceed_context|maximum (context|prompt|input|model|sequence|number of tokens|allowed (length|tokens))|max(imum)?[_ ](model|seq\w*|input)[_ ]len|too long|too many (input |prompt )?tokens|string_above_max_length|reduce the length|(prompt|input)[^.]{0,60}(exceeds?|longer than)/i;
/** Words by which errors inside a stream name what HTTP would have said with a status. */
const STATUS_BY_NAME: readonly (readonly [RegExp, number])[] = [
  [/quota|rate_?limit|resource_exhausted|too_many/, 429],
  [/authentication|unauthenticated|invalid_api_key/, 401],
  [/permission/, 403],
  [/not_?found/, 404],
  [/overloaded|unavailable/, 503],
  [/invalid|bad_?request|context_length/, 400],
];

/** The error that an error answer stands for, with its kind, the server's words and the wait it asks for. Source of kinds: core's ModelErrorKind. */
export function classifyResponse(response: FailedResponse): ModelError {
  const body = readErrorBody(response.body);
  const inside = response.status < 300;
  const status = inside ? body.status : response.status;
  const kind = kindOf(status ?? statusByName(body.names), body);
  const said = cleanServerText(body.message, response.secrets);
  const wait = retryAfterMs(response.headers, Date.now()) ?? body.retryAfterMs;
  const verb = inside ? 'reported an error' : `answered ${status}`;
  const message = `${response.where} ${verb}${said === '' ? '' : `: ${said}`}${inside ? '' : hint(response.status, response.headers)}`;
  return new ModelError(kind, message, {
    ...(status === undefined ? {} : { status }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

function statusByName(names: string): number {
  return STATUS_BY_NAME.find(([pattern]) => pattern.test(names))?.[1] ?? 500;
}

function kindOf(status: number, body: ErrorBody): ModelErrorKind {
  const words = `${body.names} ${body.message}`;
  // A wait that the server names means a limit by the minute, even where it speaks of a quota (Google does).
  if (status === 402 || ([400, 403, 429].includes(status) && QUOTA.test(words) && body.retryAfterMs === undefined)) return 'quota';
  if (status === 401 || status === 403) return 'auth';
  if (status === 429) return 'rate';
  if (status >= 500 || status === 408) return 'server';
  return [400, 413, 422].includes(status) && CONTEXT.test(words) ? 'context' : 'invalid';
}

function hint(status: number, headers: ResponseHeaders): string {
  if (status === 404) return ' (the server does not know this model or URL: check the name, and that the base URL ends like /v1)';
  if (status >= 300 && status < 400)
    return ` (it redirects to ${cleanServerText(String(headers['location'] ?? 'nowhere'))}: use that base URL)`;
  return '';
}
