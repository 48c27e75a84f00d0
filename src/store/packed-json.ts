import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Shorter JSON stays text: readable with any SQLite tool, and not worth the time. */
const LEAST_CHARACTERS = 4096;

/** JSON as a column holds it: text, or, when it is long, compressed bytes. The recipe of a long prompt names the same document again and again. */
export type PackedJson = string | Uint8Array;

/** Packs JSON text. */
export function packJson(json: string): PackedJson {
  return json.length < LEAST_CHARACTERS ? json : deflateRawSync(json);
}

/** The JSON text of a column. Throws a plain Error for bytes that are no packed JSON. */
export function unpackJson(packed: PackedJson): string {
  return typeof packed === 'string' ? packed : inflateRawSync(packed).toString('utf8');
}
