/**
 * A program for the memory benchmark: the least that Node needs to send as much. One ready request body, sent again and again with
 * undici.request in small slices. `node bench/stream-floor.ts URL FILE`: the file is the body, as bytes.
 */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { CONCURRENCY, PROMPTS } from './million-prompts.ts';

const SLICE_BYTES = 64 * 1024;
const [url, file] = process.argv.slice(2) as [string, string];
const body = readFileSync(file);
const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
let left = PROMPTS.depths.length * PROMPTS.repeats;

process.stdout.write('phase stream\n');
await Promise.all(Array.from({ length: CONCURRENCY }, sendAll));
await dispatcher.close();

async function sendAll(): Promise<void> {
  while (left-- > 0) {
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await request(`${url}/chat/completions`, { method: 'POST', dispatcher, headers, body: Readable.from(slices()) });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`the server answered ${answer.statusCode}`);
  }
}

function* slices(): Generator<Uint8Array> {
  for (let from = 0; from < body.length; from += SLICE_BYTES) yield body.subarray(from, from + SLICE_BYTES);
}
