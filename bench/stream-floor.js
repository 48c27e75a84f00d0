/**
 * A program for the memory benchmark: the least that Node needs to send as much. One ready request body, sent again and again with
 * undici.request in small slices. `node bench/stream-floor.js URL FILE REQUESTS CONCURRENCY`: the file is the body, as bytes.
 * JavaScript, because stripping types alone takes 18 MB.
 */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';

const SLICE_BYTES = 64 * 1024;
const [url, file, requests, concurrency] = process.argv.slice(2);
const body = readFileSync(file);
const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
let left = Number(requests);

process.stdout.write('phase stream\n');
await Promise.all(Array.from({ length: Number(concurrency) }, sendAll));
await dispatcher.close();

async function sendAll() {
  while (left-- > 0) {
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await request(`${url}/chat/completions`, { method: 'POST', dispatcher, headers, body: Readable.from(slices()) });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`the server answered ${answer.statusCode}`);
  }
}

function* slices() {
  for (let from = 0; from < body.length; from += SLICE_BYTES) yield body.subarray(from, from + SLICE_BYTES);
}
