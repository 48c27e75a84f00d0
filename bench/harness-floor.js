/**
 * A program for the harness benchmark: the least that Node needs for the same work. Reads request bodies from a file as they come, one JSON a
 * line, keeps CONCURRENCY of them in flight, reads every streamed answer, and writes its text with the prompt's hash, as a ledger does.
 * `node bench/harness-floor.js URL FILE CONCURRENCY OUT`. JavaScript, because stripping types alone takes 18 MB.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

const [url, file, concurrency, out] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(concurrency) });
const results = createWriteStream(out);
const lines = createInterface({ input: createReadStream(file) })[Symbol.asyncIterator]();

await Promise.all(Array.from({ length: Number(concurrency) }, work));
results.end();
agent.destroy();

async function work() {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const body = Buffer.from(line.value);
    const answer = await post(body);
    results.write(`${JSON.stringify({ sha256: createHash('sha256').update(body).digest('hex'), ...answer })}\n`);
  }
}

function post(body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${url}/chat/completions`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(answerOf(text)) : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function answerOf(stream) {
  const events = stream.split('\n\n').filter((event) => event.startsWith('data: {'));
  const chunks = events.map((event) => JSON.parse(event.slice('data: '.length)));
  return {
    text: chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join(''),
    usage: chunks.at(-1)?.usage,
  };
}
