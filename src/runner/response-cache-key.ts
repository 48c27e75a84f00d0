import { createHash } from 'node:crypto';
import type { JsonObject, Model, OutputSpec, Strategy } from '../core/index.ts';
import { canonicalJson } from './canonical-json.ts';

/** Everything that an answer depends on. */
export interface CacheKeyParts {
  readonly model: Pick<Model, 'id'>;
  readonly strategy: Pick<Strategy, 'id' | 'version'>;
  /** What else goes into the request's body: sampling parameters, reasoning effort, … */
  readonly modelOptions: JsonObject;
  /** Of every step, in order. */
  readonly outputs: readonly OutputSpec[];
  readonly promptDigest: string;
  /** Names the repeat too: repeats of one prompt never share an answer. */
  readonly sampleId: string;
}

/** Key of an answer in the response cache: SHA-256, hex. Two answers share a key only when all parts are equal. */
export function responseCacheKey({ model, strategy, ...rest }: CacheKeyParts): string {
  const parts = { version: 1, model: model.id, strategy: [strategy.id, strategy.version], ...rest };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}
