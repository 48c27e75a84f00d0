/**
 * The loopback server as a program: `node src/testing/loopback-server/main.ts [--port 8787] [--latency MS] [--context TOKENS]
 * [--truncate head|middle|tail] [--echo]`. Answers `ok`, or with `--echo` the end of the last message. Prints its URL; ends on a signal.
 */
import { parseArgs } from 'node:util';
import { startLoopbackServer } from './start-loopback-server.ts';

const ECHO_CHARACTERS = 200;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    latency: { type: 'string', default: '0' },
    context: { type: 'string' },
    truncate: { type: 'string' },
    echo: { type: 'boolean', default: false },
  },
});

const truncate = (['head', 'middle', 'tail'] as const).find((keep) => keep === values.truncate);
const server = await startLoopbackServer({
  port: Number(values.port),
  latencyMs: Number(values.latency),
  ...(values.context === undefined ? {} : { contextTokens: Number(values.context) }),
  ...(truncate === undefined ? {} : { truncate }),
  ...(values.echo ? { answer: ({ messages }) => messages.at(-1)?.text.slice(-ECHO_CHARACTERS) ?? '' } : {}),
});
process.stdout.write(`${server.url}/v1\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.stdout.write(`${JSON.stringify(server.stats)}\n`);
    void server.close();
  });
}
