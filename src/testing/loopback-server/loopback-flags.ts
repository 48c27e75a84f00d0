import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { LoopbackFault } from './loopback-fault.ts';
import type { LoopbackOptions } from './loopback-options.ts';
import { repeatCodeWords } from './repeat-code-words.ts';

const ECHO_CHARACTERS = 200;

/** What the program prints for `--help`. */
export const LOOPBACK_HELP = `Usage: node src/testing/loopback-server/main.ts [flags]

A model server on 127.0.0.1 that behaves as it is told. Prints its URL; ends on a signal, with its counters.

  --port N                      port (default: 8787; 0: any that is free)
  --latency MS                  time before each answer
  --context TOKENS              window; longer prompts are refused
  --truncate head|middle|tail   cut longer prompts silently instead, and keep this part
  --claims TOKENS               window that the list of models claims
  --cache TOKENS                size of the prefix cache, at four characters a token (default: 64 MiB of text)
  --rate-limits SHARE           share of the requests that get 429, from 0 to 1, spread evenly
  --retry-after SECONDS         what each of those 429 asks to wait
  --errors SHARE                share of the requests that get 500
  --refusals SHARE              share of the requests that are refused for good: 400, prompt too long
  --no-usage                    report no token counts
  --counts-whole                count the whole prompt where it was cut
  --echo                        answer with the end of the last message (default: ok)
  --code-words                  answer with the code words that arrived
  --help                        this text
`;

const FLAGS = {
  port: { type: 'string', default: '8787' },
  latency: { type: 'string', default: '0' },
  context: { type: 'string' },
  truncate: { type: 'string' },
  claims: { type: 'string' },
  cache: { type: 'string' },
  'rate-limits': { type: 'string', default: '0' },
  'retry-after': { type: 'string' },
  errors: { type: 'string', default: '0' },
  refusals: { type: 'string', default: '0' },
  'no-usage': { type: 'boolean', default: false },
  'counts-whole': { type: 'boolean', default: false },
  echo: { type: 'boolean', default: false },
  'code-words': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Reads the flags of the program; undefined: `--help` was among them. Throws an Error that names the flag which makes no sense. */
export function readLoopbackFlags(argv: readonly string[]): LoopbackOptions | undefined {
  const { values } = parseArgs({ args: [...argv], options: FLAGS });
  if (values.help) return undefined;
  const number = (name: keyof typeof FLAGS, most = Infinity) => {
    const text = values[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text !== '' && value >= 0 && value <= most) return value;
    throw new Error(`--${name} "${String(text)}" is no number${most === Infinity ? '' : ` from 0 to ${most}`}.`);
  };
  const truncate = (['head', 'middle', 'tail'] as const).find((keep) => keep === values.truncate);
  if (values.truncate !== undefined && truncate === undefined)
    throw new Error(`--truncate keeps head, middle or tail, not "${values.truncate}".`);
  const [contextTokens, claimsTokens, cacheTokens] = [number('context'), number('claims'), number('cache')];
  const retryAfter = number('retry-after');
  const faults: readonly (readonly [share: number, fault: LoopbackFault])[] = [
    [number('rate-limits', 1)!, { kind: '429', ...(retryAfter !== undefined && { retryAfter }) }],
    [number('errors', 1)!, { kind: '500' }],
    [number('refusals', 1)!, { kind: 'context' }],
  ];
  return {
    port: number('port', 65_535)!,
    latencyMs: number('latency')!,
    ...(contextTokens !== undefined && { contextTokens }),
    ...(truncate !== undefined && { truncate }),
    ...(claimsTokens !== undefined && { claimsTokens }),
    ...(cacheTokens !== undefined && { cacheTokens }),
    usage: !values['no-usage'],
    countsWhole: values['counts-whole'],
    fault: (request) => faults.find(([share]) => isTurn(request, share))?.[1],
    ...(values['code-words'] ? { answer: repeatCodeWords } : {}),
    ...(values.echo ? { answer: ({ messages }) => messages.at(-1)?.text.slice(-ECHO_CHARACTERS) ?? '' } : {}),
  };
}

/** Every second request for a share of 0.5, every tenth for 0.1: the same requests every time. */
const isTurn = (request: number, share: number): boolean => Math.floor(request * share) > Math.floor((request - 1) * share);
