import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { WrittenError } from './loopback-request.ts';

/**
 * Trouble that real servers make. `429` rate limit · `500` · `quota` money used up (429) · `auth` 401 · `context` prompt too long (400) ·
 * `hang` never answers · `reset` closes the connection with RST before the answer, `reset-midway` inside it · `drip` sends the answer
 * a byte at a time, with a pause of `everyMs` after each where it is given · `malformed-json` · `truncated` ends the answer cleanly in its middle · `wrong-content-type` an HTML page with status 200 ·
 * `empty` status 200 without a body · `stream-error` an error object inside the answer with status 200.
 */
export type LoopbackFault =
  | { readonly kind: '429'; readonly retryAfter?: number | string }
  | { readonly kind: 'drip'; readonly everyMs?: number }
  | {
      readonly kind:
        | '500'
        | 'quota'
        | 'auth'
        | 'context'
        | 'hang'
        | 'reset'
        | 'reset-midway'
        | 'malformed-json'
        | 'truncated'
        | 'wrong-content-type'
        | 'empty'
        | 'stream-error';
    };

const ERRORS: { readonly [kind: string]: WrittenError } = {
  '429': { status: 429, message: 'Too many requests for now', type: 'rate_limit_error', code: 'rate_limit_exceeded' },
  '500': { status: 500, message: 'Something inside broke', type: 'api_error' },
  quota: { status: 429, message: 'No credit is left on this account', type: 'insufficient_quota', code: 'insufficient_quota' },
  auth: { status: 401, message: 'The key is wrong', type: 'authentication_error', code: 'invalid_api_key' },
  context: {
    status: 400,
    message: 'The prompt is too long for this model',
    type: 'invalid_request_error',
    code: 'context_length_exceeded',
  },
  'stream-error': { status: 529, message: 'Overloaded for now', type: 'overloaded_error', code: 'overloaded' },
};

/** The error that a fault answers with, if it is one of those. */
export const faultError = (fault: LoopbackFault | undefined): WrittenError | undefined => fault && ERRORS[fault.kind];

/** What is to be sent: the frames of a stream, or one frame with the whole JSON. */
export interface Outgoing {
  readonly contentType: string;
  readonly frames: readonly string[];
  /** The error, written by the API, for `stream-error`. */
  readonly errorFrame: string;
}

/** Sends an answer, or what a fault makes of it. Returns the status that the log gets. */
export async function sendAnswer(response: ServerResponse, outgoing: Outgoing, fault: LoopbackFault | undefined): Promise<number> {
  const { frames, contentType } = outgoing;
  // The last frames say how an answer ended: a stream without text must be cut before them.
  const half =
    frames.length > 1 ? frames.slice(0, Math.max(1, Math.floor(frames.length / 2) - 1)) : [frames[0]!.slice(0, frames[0]!.length / 2)];
  if (fault?.kind === 'hang') return 0;
  if (fault?.kind === 'reset') return reset(response);
  response.setHeader('content-type', fault?.kind === 'wrong-content-type' ? 'text/html; charset=utf-8' : contentType);
  switch (fault?.kind) {
    case 'reset-midway':
      await new Promise<void>((sent) => response.write(half.join(''), () => sent()));
      return reset(response);
    case 'drip':
      await drip(response, Buffer.from(frames.join('')), fault.everyMs);
      break;
    case 'malformed-json':
      response.end(frames.length > 1 ? 'data: {"choices": [\n\n' : '{"choices": [');
      break;
    case 'wrong-content-type':
      response.end('<!doctype html><title>Sign in</title><p>Please sign in first.</p>');
      break;
    case 'empty':
      response.end();
      break;
    case 'truncated':
      response.end(half.join(''));
      break;
    case 'stream-error':
      response.end(frames.length > 1 ? half.join('') + outgoing.errorFrame : outgoing.errorFrame);
      break;
    default:
      for (const frame of frames) response.write(frame);
      response.end();
  }
  return 200;
}

/** Ends early when the client is gone. */
async function drip(response: ServerResponse, bytes: Buffer, everyMs: number | undefined): Promise<void> {
  for (const byte of bytes) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await (everyMs === undefined ? nextTurn() : delay(everyMs));
  }
  response.end();
}

function reset(response: ServerResponse): number {
  response.socket?.resetAndDestroy();
  return 0;
}
