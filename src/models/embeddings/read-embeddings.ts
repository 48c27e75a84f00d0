import * as z from 'zod';
import { ModelError, type Embeddings, type Json, type Usage } from '../../core/index.ts';

const answerSchema = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().nullish(), embedding: z.unknown() })),
  usage: z.looseObject({ prompt_tokens: z.number().nullish(), total_tokens: z.number().nullish() }).nullish().catch(undefined),
});

/** Bytes of a number in base64 answers: IEEE 754 single precision, little endian. */
const NUMBER_BYTES = 4;

/**
 * Reads the answer of an embeddings endpoint for so many texts; `error` when it is an error object. Throws ModelError `protocol` for all that is no
 * vector for every text: broken JSON, rows that are missing or double, lengths that differ, numbers that are not finite.
 */
export function readEmbeddings(json: string, texts: number): Omit<Embeddings, 'latencyMs'> | { readonly error: true } {
  const value = parsed(json);
  if (typeof value === 'object' && value !== null && 'error' in value && value.error) return { error: true };
  const checked = answerSchema.safeParse(value);
  if (!checked.success) throw refusal('it has no list of vectors (data[].embedding)');
  const { data, usage } = checked.data;
  if (data.length !== texts) throw refusal(`it has ${data.length} vectors for ${texts} texts`);
  const vectors: Float32Array[] = [];
  for (const [place, { index, embedding }] of data.entries()) {
    const at = index ?? place;
    if (at < 0 || at >= texts || vectors[at]) throw refusal(`its vectors are numbered wrongly: ${at} comes twice or is out of range`);
    vectors[at] = vectorOf(embedding, at);
  }
  const dimensions = vectors[0]?.length;
  const other = vectors.findIndex((vector) => vector.length !== dimensions);
  if (other > 0) throw refusal(`vector ${other} has ${vectors[other]!.length} dimensions, the first has ${dimensions}`);
  return { vectors, usage: usageOf(usage) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Python writes NaN as it stands, which is no JSON.
    throw refusal(/\bNaN\b|\bInfinity\b/.test(json.slice(0, 1e6)) ? 'it holds NaN or Infinity' : 'it is no valid JSON');
  }
}

function vectorOf(embedding: unknown, at: number): Float32Array {
  const vector = typeof embedding === 'string' ? fromBase64(embedding, at) : fromList(embedding, at);
  if (vector.length === 0) throw refusal(`vector ${at} is empty`);
  const bad = vector.findIndex((number) => !Number.isFinite(number));
  if (bad >= 0) throw refusal(`vector ${at} holds ${vector[bad]} at ${bad}`);
  return vector;
}

function fromBase64(text: string, at: number): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % NUMBER_BYTES !== 0) throw refusal(`vector ${at} is no whole number of floats (${bytes.length} bytes)`);
  return Float32Array.from({ length: bytes.length / NUMBER_BYTES }, (_, i) => bytes.readFloatLE(i * NUMBER_BYTES));
}

function fromList(value: unknown, at: number): Float32Array {
  if (!Array.isArray(value)) throw refusal(`vector ${at} is ${value === null ? 'null' : typeof value}, not a list of numbers`);
  const bad = value.findIndex((number) => typeof number !== 'number');
  if (bad >= 0) throw refusal(`vector ${at} holds ${JSON.stringify(value[bad])?.slice(0, 40)} at ${bad}`);
  return Float32Array.from(value as readonly number[]);
}

function usageOf(usage: z.infer<typeof answerSchema>['usage']): Usage {
  if (!usage) return {};
  const inputTokens = usage.prompt_tokens ?? usage.total_tokens;
  return { ...(inputTokens != null && { inputTokens }), raw: usage as Json };
}

const refusal = (why: string): ModelError => new ModelError('protocol', `The embeddings endpoint gave no valid answer: ${why}`);
