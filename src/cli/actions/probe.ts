import { FathomError, type Model } from '../../core/index.ts';
import { openHaystacks } from '../../evaluate/index.ts';
import { terminalStyle } from '../../report/index.ts';
import { probeContext, type ProbeResult, type WindowClaim } from '../../runner/index.ts';
import { createDocuments, DEFAULT_TOKENIZER, loadTokenizer } from '../../text/index.ts';
import { cacheDir } from '../ledger-path.ts';
import { readModelFlags } from '../model-flags.ts';
import { parseLength, parseWhole } from '../parse-numbers.ts';
import { createProbeLine } from '../probe-line.ts';
import { probeAdvice, renderProbe } from '../render-probe.ts';
import { listenForInterruption } from '../interruption.ts';
import { readSessionFlags } from '../session-flags.ts';
import { listedModel, openModel } from '../wire.ts';

type Flags = Readonly<Record<string, unknown>>;

/** Deadline of one request: a server that hangs on long prompts is to be found out, not waited for. */
const PROBE_TIMEOUT_MS = 600_000;

/** Where growth ends when nobody claims a window. */
const DEFAULT_UP_TO_TOKENS = 256_000;
/** A claimed window may be counted in smaller tokens than ours, and may be too modest. */
const BEYOND_CLAIM = 1.5;
/** Growth and closing in take about 8 times the limit, at worst some 22 times. */
const DEFAULT_SENT_FACTOR = 24;
const LEAST_UP_TO_TOKENS = 1000;

/** Probes a model and prints what was found. Exit code 0: known; 4: stopped before it was known; 130: interrupted. */
export async function probe(flags: Flags): Promise<number> {
  const modelFlags = readModelFlags(flags);
  if (modelFlags.model.startsWith('baseline/')) {
    throw new FathomError('misuse', `${modelFlags.model} has no context limit to find.`, {
      fix: 'Name an endpoint: --model URL#MODEL or openai/MODEL.',
    });
  }
  const { limits, quiet, json } = readSessionFlags(flags);
  const model = await openModel(modelFlags);
  const interrupt = listenForInterruption();
  try {
    const listed = await listedModel(modelFlags);
    const claims = claimsOf(model, listed.contextTokens);
    const range = rangeOf(flags, claims);
    const text = await proseOf(flags, range.upToTokens);
    const line = createProbeLine(process.stderr, { quiet });
    line.begin(range);
    const result = await probeContext({
      ...range,
      model,
      text,
      documents: createDocuments([text.index.corpus]),
      claims,
      seed: text.seed,
      limits: { requestTimeoutMs: PROBE_TIMEOUT_MS, ...limits },
      signals: interrupt.signals,
      onEvent: line.event,
    }).finally(line.end);
    print(result, { json, listedAnswerTokens: listed.answerTokens });
    return exitCodeOf(result);
  } finally {
    interrupt.dispose();
    await model.close?.();
  }
}

function print(
  result: ProbeResult,
  { json, listedAnswerTokens }: { readonly json: boolean; readonly listedAnswerTokens: number | undefined },
): void {
  if (json) {
    const whole = { ...result, maxAnswerTokens: listedAnswerTokens ?? null, advice: probeAdvice(result) };
    return console.log(JSON.stringify(whole, null, 2));
  }
  const style = terminalStyle({ isTty: process.stdout.isTTY, columns: process.stdout.columns, env: process.env });
  console.log(renderProbe(result, { style, ...(listedAnswerTokens !== undefined && { listedAnswerTokens }) }));
}

function exitCodeOf({ stopped }: ProbeResult): number {
  if (stopped === null) return 0;
  return stopped === 'interrupted' ? 130 : 4;
}

function claimsOf({ contextTokens }: Model, listed: number | undefined): readonly WindowClaim[] {
  return [
    ...(contextTokens === undefined ? [] : [{ source: 'flag' as const, tokens: contextTokens }]),
    ...(listed === undefined ? [] : [{ source: 'server' as const, tokens: listed }]),
  ];
}

function rangeOf(flags: Flags, claims: readonly WindowClaim[]): { readonly upToTokens: number; readonly maxTokensSent: number } {
  const claimed = Math.max(0, ...claims.map(({ tokens }) => tokens));
  const beyond = claimed === 0 ? DEFAULT_UP_TO_TOKENS : Math.round(claimed * BEYOND_CLAIM);
  const upToTokens = flags['upTo'] === undefined ? Math.max(LEAST_UP_TO_TOKENS, beyond) : parseLength(String(flags['upTo']));
  if (upToTokens < LEAST_UP_TO_TOKENS) {
    throw new FathomError('misuse', `A probe up to ${upToTokens} tokens tells nothing.`, {
      fix: `Give --up-to ${LEAST_UP_TO_TOKENS} or more.`,
    });
  }
  const asked = flags['maxTokensSent'];
  return { upToTokens, maxTokensSent: asked === undefined ? upToTokens * DEFAULT_SENT_FACTOR : parseLength(String(asked)) };
}

async function proseOf(flags: Flags, longestTokens: number) {
  const tokenizer = await loadTokenizer(flags['tokenizer'] === undefined ? DEFAULT_TOKENIZER : String(flags['tokenizer']));
  const seed = flags['seed'] === undefined ? 0 : parseWhole(String(flags['seed']), { name: 'seed', min: 0 });
  const haystacks = await openHaystacks({ tokenizer, longestTokens, seed, cacheDir: cacheDir() });
  return { tokenizer, index: await haystacks.get('en'), seed };
}
