/**
 * The loopback server as a program: `node src/testing/loopback-server/main.ts [--port 8787] [--latency MS] [--context TOKENS]
 * [--truncate head|middle|tail] [--claims TOKENS] [--no-usage | --counts-whole] [--echo | --code-words]`. `--truncate` names the part that
 * is kept. Answers `ok`; with `--echo` the end of the last message; with `--code-words` the code words that arrived.
 * Prints its URL; ends on a signal.
 */
import { parseArgs } from 'node:util';
import { repeatCodeWords } from './repeat-code-words.ts';
import { startLoopbackServer } from './start-loopback-server.ts';

const ECHO_CHARACTERS = 200;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    latency: { type: 'string', default: '0' },
    context: { type: 'string' },
    truncate: { type: 'string' },
    claims: { type: 'string' },
    'no-usage': { type: 'boolean', default: false },
    'counts-whole': { type: 'boolean', default: false },
    echo: { type: 'boolean', default: false },
    'code-words': { type: 'boolean', default: false },
  },
});

const truncate = (['head', 'middle', 'tail'] as const).find((keep) => keep === values.truncate);
const server = await startLoopbackServer({
  port: Number(values.port),
  latencyMs: Number(values.latency),
  ...(values.context === undefined ? {} : { contextTokens: Number(values.context) }),
  ...(truncate === undefined ? {} : { truncate }),
  ...(values.claims === undefined ? {} : { claimsTokens: Number(values.claims) }),
  usage: !values['no-usage'],
  countsWhole: values['counts-whole'],
  ...(values['code-words'] ? { answer: repeatCodeWords } : {}),
  ...(values.echo ? { answer: ({ messages }) => messages.at(-1)?.text.slice(-ECHO_CHARACTERS) ?? '' } : {}),
});
process.stdout.write(`${server.url}/v1\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.stdout.write(`${JSON.stringify(server.stats)}\n`);
    void server.close();
  });
}
