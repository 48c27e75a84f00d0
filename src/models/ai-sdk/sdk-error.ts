import * as z from 'zod';
import { FathomError, ModelError } from '../../core/index.ts';
import { classifyFailure, abortError, type FailedCall } from '../http/classify-failure.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { cleanServerText } from '../http/server-text.ts';

/** An error that came inside a stream with status 200, as the SDKs hand it on; and an APICallError made of one. */
const streamError = z.object({
  message: z.string(),
  type: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  statusCode: z.number().nullish(),
});

/** Names of SDK errors that mean: this request cannot be sent. */
const INVALID = /UnsupportedFunctionality|InvalidPrompt|InvalidArgument|LoadSetting|NoSuchModel/;

/**
 * The error that an SDK's error stands for. HTTP errors come classified from our fetch, wrapped by the SDK or not. SDK errors are never kept
 * as a cause: they hold the whole prompt.
 */
export function classifySdkError(thrown: unknown, call: FailedCall): Error {
  if (call.signal.aborted) return abortError(call.signal);
  const own = ownError(thrown);
  if (own !== undefined) return own;
  const inside = streamError.safeParse(thrown);
  if (inside.success && inside.data.statusCode != null && inside.data.statusCode >= 300) return insideStream(inside.data, call);
  const name = thrown instanceof Error ? thrown.name : '';
  const said = cleanServerText(
    thrown instanceof Error ? `${thrown.message}${causeText(thrown)}` : (JSON.stringify(thrown) ?? ''),
    call.secrets,
  );
  if (INVALID.test(name)) return new ModelError('invalid', said);
  if (name.startsWith('AI_')) return new ModelError('protocol', `${call.where} sent no valid answer: ${said}`);
  if (!(thrown instanceof Error) && inside.success) return insideStream(inside.data, call);
  // Network trouble never gets here: our fetch has classified it. What is left is an answer that the SDK could not make sense of.
  return thrown instanceof Error && 'code' in thrown
    ? classifyFailure(thrown, call)
    : new ModelError('protocol', `${call.where} sent no valid answer: ${said}`);
}

function ownError(thrown: unknown): Error | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof ModelError || error instanceof FathomError) return error;
  }
  return undefined;
}

function insideStream({ message, type, code, statusCode }: z.infer<typeof streamError>, call: FailedCall): ModelError {
  const body = JSON.stringify({ error: { message, type, code, status: statusCode } });
  return classifyResponse({ where: call.where, secrets: call.secrets, status: 200, headers: {}, body });
}

const causeText = ({ cause }: Error): string => (cause instanceof Error ? ` (${cause.message})` : '');
