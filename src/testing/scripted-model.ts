import { ModelError, type FinishReason, type Generation, type Model, type ModelRequest, type Usage } from '../core/index.ts';

/** What the model says. A plain string is an answer with finish `stop`; an error is thrown; `hang` waits for the abort. */
export type ScriptedReply =
  | string
  | Error
  | 'hang'
  | {
      readonly text: string;
      readonly reasoning?: string;
      readonly finish?: FinishReason;
      readonly usage?: Usage;
      readonly latencyMs?: number;
    };

/** One call as it was recorded. */
export interface ScriptedCall {
  /** Counts from 1. */
  readonly number: number;
  readonly maxTokens: number;
  readonly attemptId?: string;
  readonly cacheKey?: string;
  /** Bytes of all texts. */
  readonly promptBytes: number;
  /** Texts of the messages' blocks joined, one string a message. Only with `keepPrompts`. */
  readonly prompts?: readonly string[];
}

/** Options of a scripted model. */
export interface ScriptedModelOptions {
  /** Default `mock/scripted`. */
  readonly id?: string;
  /** The answer to each call. Default `ok`. */
  readonly reply?: (request: ModelRequest, call: ScriptedCall) => ScriptedReply | Promise<ScriptedReply>;
  /** Errors for the first calls, one each, before `reply` is asked; undefined lets a call through. */
  readonly errors?: readonly (ModelError | undefined)[];
  /** Usage of every answer that names none. Default: nothing reported. */
  readonly usage?: Usage;
  readonly contextTokens?: number;
  /** Keeps the texts of all prompts. Default false: long runs would fill the memory. */
  readonly keepPrompts?: boolean;
}

/** A model in memory with a record of its calls. */
export interface ScriptedModel extends Model {
  readonly calls: readonly ScriptedCall[];
}

/** A model that answers by script: no network, no clock; `latencyMs` is 0 unless a reply sets it. */
export function createScriptedModel(options: ScriptedModelOptions = {}): ScriptedModel {
  const calls: ScriptedCall[] = [];
  return {
    id: options.id ?? 'mock/scripted',
    capabilities: new Set(['generate', 'images']),
    ...(options.contextTokens === undefined ? {} : { contextTokens: options.contextTokens }),
    calls,
    extension: () => undefined,
    generate: async (request, { signal }) => {
      throwIfStopped(signal);
      const call = record(request, calls.length + 1, options.keepPrompts ?? false);
      calls.push(call);
      const error = options.errors?.[call.number - 1];
      if (error !== undefined) throw error;
      const reply = (await options.reply?.(request, call)) ?? 'ok';
      if (reply === 'hang') await stopped(signal);
      throwIfStopped(signal);
      if (reply instanceof Error) throw reply;
      return generation(reply, options.usage ?? {});
    },
  };
}

function record(request: ModelRequest, number: number, keepPrompts: boolean): ScriptedCall {
  const sources = request.messages.map(({ blocks }) => blocks.flatMap(({ source }) => ('image' in source ? [] : [source])));
  return {
    number,
    maxTokens: request.output.maxTokens,
    ...(request.attemptId === undefined ? {} : { attemptId: request.attemptId }),
    ...(request.cacheKey === undefined ? {} : { cacheKey: request.cacheKey }),
    promptBytes: sources.flat().reduce((bytes, { byteLength }) => bytes + byteLength, 0),
    ...(keepPrompts ? { prompts: sources.map((texts) => texts.map((source) => source.text()).join('')) } : {}),
  };
}

function generation(reply: Exclude<ScriptedReply, Error>, usage: Usage): Generation {
  const said = typeof reply === 'string' ? { text: reply } : reply;
  return { finish: 'stop', usage, latencyMs: 0, ...said };
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

function throwIfStopped(signal: AbortSignal): void {
  if (!signal.aborted) return;
  const reason: unknown = signal.reason;
  if (reason instanceof ModelError) throw reason;
  const late = reason instanceof Error && reason.name === 'TimeoutError';
  throw late ? new ModelError('timeout', 'The call took longer than its deadline') : new ModelError('aborted', 'The call was stopped');
}
