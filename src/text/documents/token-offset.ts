import { FathomError, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { characterStart, startsCharacter, utf8Text } from './utf8.ts';

/** A place between two tokens that is also a place between two characters. */
export interface TokenPlace {
  /** Byte offset in the corpus. */
  readonly byte: number;
  /** Tokens of the document before it. */
  readonly token: number;
}

/**
 * Where token `token` (0-based) of document `document` starts, `byte` counted from the start of that document. A token that starts
 * inside a character has no place in the text: then the place is the nearest one before, and the returned `token` is less than asked.
 * At or past the document's end: the end, with the document's number of tokens. Encodes one chunk of the index, no more.
 */
export function byteOfToken(index: TokenIndex, tokenizer: Tokenizer, document: number, token: number): TokenPlace {
  checkTokenizer(index, tokenizer);
  const { documents } = index.corpus;
  const start = documents[document];
  const end = documents[document + 1];
  if (start === undefined || end === undefined || !(token >= 0)) {
    throw new FathomError('misuse', `no token ${token} of document ${document}: the corpus has ${documents.length - 1} documents`, {
      fix: 'Count documents and tokens from 0.',
    });
  }
  const first = lastAtMost(index.offsets, start);
  const last = lastAtMost(index.offsets, end);
  const asked = index.tokens[first]! + Math.floor(token);
  if (asked >= index.tokens[last]!) return { byte: end - start, token: index.tokens[last]! - index.tokens[first]! };
  const chunk = Math.max(first, lastAtMost(index.tokens, asked));
  const from = index.offsets[chunk]!;
  const inside = placeInChunk(utf8Text(index.corpus.bytes, from, index.offsets[chunk + 1]!), asked - index.tokens[chunk]!, tokenizer);
  return { byte: from + inside.byte - start, token: index.tokens[chunk]! + inside.token - index.tokens[first]! };
}

/**
 * Tokens between the start of the document that holds byte `byte` of the corpus and that byte, were the document cut there. Exact for additive
 * tokenizers; encodes one chunk of the index, no more. A byte where one document ends and the next starts belongs to the next.
 * Throws FathomError `misuse` outside the corpus or inside a character.
 */
export function tokensBefore(index: TokenIndex, tokenizer: Tokenizer, byte: number): number {
  checkTokenizer(index, tokenizer);
  const { bytes, documents } = index.corpus;
  if (!(byte >= 0 && byte <= bytes.length) || !startsCharacter(bytes, byte)) {
    throw new FathomError('misuse', `byte ${byte} is not between two characters of the corpus (${bytes.length} bytes)`, {
      fix: 'Use a byte offset at which a character starts.',
    });
  }
  const document = Math.min(lastAtMost(documents, byte), documents.length - 2);
  const chunk = lastAtMost(index.offsets, byte);
  const head = tokenizer.count(utf8Text(bytes, index.offsets[chunk]!, byte));
  return index.tokens[chunk]! + head - index.tokens[lastAtMost(index.offsets, documents[document]!)]!;
}

function placeInChunk(chunk: string, token: number, tokenizer: Tokenizer): TokenPlace {
  const bytes = Buffer.from(chunk);
  const ids = tokenizer.encode(chunk);
  const head = decodedHead(ids.subarray(0, token), bytes, tokenizer);
  if (head === undefined) return placeByCounting(chunk, token, tokenizer);
  let byte = head;
  let before = token;
  while (!startsCharacter(bytes, byte)) {
    before -= 1;
    byte -= tokenizer.decode(ids.subarray(before, before + 1)).length;
  }
  return { byte, token: before };
}

/** Bytes that these first tokens stand for; undefined when the tokenizer does not give the text back byte for byte. */
function decodedHead(ids: Uint32Array, bytes: Uint8Array, tokenizer: Tokenizer): number | undefined {
  try {
    const head = tokenizer.decode(ids);
    return Buffer.compare(head, bytes.subarray(0, head.length)) === 0 ? head.length : undefined;
  } catch (error) {
    if (error instanceof FathomError) return undefined;
    throw error;
  }
}

/** For tokenizers that lose bytes (words, normalising ones): the longest head that counts at most `token`. */
function placeByCounting(chunk: string, token: number, tokenizer: Tokenizer): TokenPlace {
  const bytes = Buffer.from(chunk);
  const head = (byte: number): string => utf8Text(bytes, 0, characterStart(bytes, byte));
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tokenizer.count(head(middle)) <= token) low = middle;
    else high = middle - 1;
  }
  const byte = characterStart(bytes, low);
  return { byte, token: tokenizer.count(head(byte)) };
}

/** Position of the last entry that is at most `value`, in ascending numbers. */
function lastAtMost(numbers: Float64Array, value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function checkTokenizer(index: TokenIndex, tokenizer: Tokenizer): void {
  if (index.tokenizer === tokenizer.id) return;
  throw new FathomError('misuse', `the index counts tokens of ${index.tokenizer}, not of ${tokenizer.id}`, {
    fix: `Index the corpus with ${tokenizer.id} first.`,
  });
}
