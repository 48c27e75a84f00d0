import { isUtf8 } from 'node:buffer';
import * as z from 'zod';
import type { BpeVocabulary } from '../bpe/vocabulary.ts';
import { bytesOfEntry } from './byte-alphabet.ts';
import { pairTable } from './pair-table.ts';
import type { AddedToken, TokenizerJson } from './tokenizer-json.ts';

/** A BPE model without the options that change how it merges. */
const plainBpe = z.looseObject({
  type: z.literal('BPE').nullish(),
  dropout: z.literal(0).nullish(),
  continuing_subword_prefix: z.literal('').nullish(),
  end_of_word_suffix: z.literal('').nullish(),
  ignore_merges: z.boolean().default(false),
  // Checked by hand: hundreds of thousands of entries, for which the schema's own records and unions take half a second.
  vocab: z.custom<{ readonly [entry: string]: number }>(isVocabulary),
  merges: z.custom<readonly Merge[]>((merges) => Array.isArray(merges) && merges.every(isMerge)),
});

type Merge = string | readonly [string, string];

function isVocabulary(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((id) => Number.isSafeInteger(id) && id >= 0);
}

function isMerge(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string'));
}

/** Ids that the pair table can hold. */
const ID_LIMIT = 2 ** 21;

/** The vocabulary of a byte-level BPE model with its added tokens; undefined when the model is of another kind. */
export function readBpeVocabulary(json: TokenizerJson, plainAdded: readonly AddedToken[]): BpeVocabulary | undefined {
  const model = plainBpe.safeParse(json.model).data;
  if (model === undefined) return undefined;
  const ids = new Map(Object.entries(model.vocab));
  const added = json.added_tokens ?? [];
  const bytes = tokenBytes(ids, added);
  const size = bytes.keys().reduce((most, id) => Math.max(most, id), -1) + 1;
  const byteIds = byteIdsOf(bytes);
  const merges = readMerges(model.merges, ids);
  if (size > ID_LIMIT || byteIds === undefined || merges === undefined) return undefined;
  const wholes = new Map(model.ignore_merges ? wholeTexts(bytes, added) : []);
  for (const { content, id } of plainAdded) wholes.set(content, id);
  return { byteIds, order: pairTable(merges.pairs), mergedIds: merges.mergedIds, wholes, bytesOf: (id) => bytes.get(id), size };
}

function tokenBytes(ids: ReadonlyMap<string, number>, added: readonly AddedToken[]): Map<number, Uint8Array> {
  const bytes = new Map<number, Uint8Array>();
  for (const [entry, id] of ids) bytes.set(id, bytesOfEntry(entry) ?? Buffer.from(entry));
  for (const { content, id } of added) bytes.set(id, Buffer.from(content));
  return bytes;
}

function byteIdsOf(bytes: ReadonlyMap<number, Uint8Array>): Int32Array | undefined {
  const byteIds = new Int32Array(256).fill(-1);
  for (const [id, token] of bytes) if (token.length === 1) byteIds[token[0]!] = id;
  return byteIds.includes(-1) ? undefined : byteIds;
}

function readMerges(
  merges: readonly Merge[],
  ids: ReadonlyMap<string, number>,
): { pairs: Float64Array; mergedIds: Int32Array } | undefined {
  const pairs = new Float64Array(merges.length * 2);
  const mergedIds = new Int32Array(merges.length);
  for (const [order, merge] of merges.entries()) {
    const [left = '', right = ''] = typeof merge === 'string' ? merge.split(' ') : merge;
    const [a, b, merged] = [ids.get(left), ids.get(right), ids.get(left + right)];
    if (a === undefined || b === undefined || merged === undefined) return undefined;
    pairs.set([a, b], order * 2);
    mergedIds[order] = merged;
  }
  return { pairs, mergedIds };
}

/** Tokens that are a text of their own. Special tokens are left out: in a text they are plain text. */
function wholeTexts(bytes: ReadonlyMap<number, Uint8Array>, added: readonly AddedToken[]): [string, number][] {
  const outside = new Set(added.map(({ id }) => id));
  const texts: [string, number][] = [];
  for (const [id, token] of bytes) if (!outside.has(id) && isUtf8(token)) texts.push([Buffer.from(token).toString('utf8'), id]);
  return texts;
}
