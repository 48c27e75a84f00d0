import type { Json, RequestBlock, RequestMessage, TextSource } from '../../core/index.ts';
import { ModelError } from '../../core/index.ts';
import { escapedLength, escapeJson } from './escape-json.ts';

/** Bytes of text escaped at a time, so that a document of one chunk does not become one buffer. */
const SLICE_BYTES = 64 * 1024;
/** A multiple of 3: base64 of the slices joins to base64 of the whole. */
const IMAGE_SLICE_BYTES = 48 * 1024;

/** Part of a body: JSON as it stands, text for the inside of a JSON string, or an image as base64. */
type Segment = { readonly json: string } | { readonly text: TextSource } | { readonly image: Uint8Array };

/** A request body whose length is known and whose bytes are made while they are sent. */
export interface RequestBody {
  readonly byteLength: number;
  /** The bytes, at most one slice in memory at a time. May be called again for a second sending. */
  chunks(): Generator<Uint8Array, void>;
}

/** Body of a chat completion: `fields` and then the messages. A message of text alone has a plain string as its content. */
export function chatBody(fields: { readonly [name: string]: Json }, messages: readonly RequestMessage[]): RequestBody {
  const parts = messages.flatMap((message, index) => [json(index === 0 ? '' : ','), ...messageSegments(message)]);
  return body([json(`${openObject(fields)}"messages":[`), ...parts, json(']}')]);
}

/** Body of a raw completion: `fields` and then all blocks as one prompt. Throws ModelError `invalid` for an image. */
export function completionBody(fields: { readonly [name: string]: Json }, messages: readonly RequestMessage[]): RequestBody {
  const texts = messages.flatMap(({ blocks }) => blocks.map(textOnly));
  return body([json(`${openObject(fields)}"prompt":"`), ...texts, json('"}')]);
}

function textOnly({ source }: RequestBlock): Segment {
  if ('image' in source) throw new ModelError('invalid', 'A raw completion takes text alone, and the prompt has an image');
  return { text: source };
}

function messageSegments({ from, blocks }: RequestMessage): Segment[] {
  const content = blocks.some(({ source }) => 'image' in source) ? partSegments(blocks) : stringSegments(blocks);
  return [json(`{"role":"${from}","content":`), ...content, json('}')];
}

const stringSegments = (blocks: readonly RequestBlock[]): Segment[] => [json('"'), ...blocks.map(textOnly), json('"')];

/** Neighbouring texts are one part: a server may put something between parts. */
function partSegments(blocks: readonly RequestBlock[]): Segment[] {
  const segments: Segment[] = [];
  let inText = false;
  for (const { source } of blocks) {
    if ('image' in source) {
      const start = `{"type":"image_url","image_url":{"url":${JSON.stringify(`data:${source.mediaType};base64,`).slice(0, -1)}`;
      segments.push(json(`${inText ? '"}' : ''}${segments.length === 0 ? '' : ','}${start}`), { image: source.image }, json('"}}'));
    } else {
      if (!inText) segments.push(json(`${segments.length === 0 ? '' : ','}{"type":"text","text":"`));
      segments.push({ text: source });
    }
    inText = !('image' in source);
  }
  return [json('['), ...segments, json(inText ? '"}]' : ']')];
}

const json = (text: string): Segment => ({ json: text });

const openObject = (fields: { readonly [name: string]: Json }): string => JSON.stringify(fields).replace(/\}$/, ',').replace(/^\{,$/, '{');

function body(segments: readonly Segment[]): RequestBody {
  return {
    byteLength: segments.reduce((length, segment) => length + segmentLength(segment), 0),
    chunks: () => segmentChunks(segments),
  };
}

function segmentLength(segment: Segment): number {
  if ('json' in segment) return Buffer.byteLength(segment.json);
  if ('image' in segment) return Math.ceil(segment.image.length / 3) * 4;
  let length = 0;
  for (const chunk of segment.text.chunks()) length += escapedLength(chunk);
  return length;
}

function* segmentChunks(segments: readonly Segment[]): Generator<Uint8Array, void> {
  for (const segment of segments) {
    if ('json' in segment) yield Buffer.from(segment.json);
    else if ('image' in segment) yield* base64Chunks(segment.image);
    else for (const chunk of segment.text.chunks()) yield* escapedChunks(chunk);
  }
}

function* escapedChunks(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) yield escapeJson(bytes.subarray(from, from + SLICE_BYTES));
}

function* base64Chunks(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += IMAGE_SLICE_BYTES) {
    yield Buffer.from(Buffer.from(bytes.subarray(from, from + IMAGE_SLICE_BYTES)).toString('base64'), 'latin1');
  }
}
