import { countNoun, visibleLine, type TerminalStyle } from '../report/index.ts';
import type { ProbeResult, WindowClaim } from '../runner/index.ts';
import { describeStep } from './probe-line.ts';

const number = (n: number) => n.toLocaleString('en');

/** Windows that local servers use when nobody sets one. */
const SERVER_DEFAULTS = [2048, 4096, 8192];
/** Two windows are the same within this share. */
const SAME_SHARE = 0.02;
/** Below this share of repeated words a model does not follow. */
const LEAST_RECALL = 0.5;

/** The verdict in plain sentences, the lengths that were asked, what it cost, and what to do. */
export function renderProbe(
  result: ProbeResult,
  { style, listedAnswerTokens }: { readonly style: TerminalStyle; readonly listedAnswerTokens?: number },
): string {
  const bold = (text: string) => (style.color === 'none' ? text : `\u001b[1m${text}\u001b[22m`);
  const { sent, tokenizer, overheadTokens, steps } = result;
  const answers = listedAnswerTokens === undefined ? '' : ` The server lists answers of at most ${number(listedAnswerTokens)} tokens.`;
  return [
    bold(probeVerdict(result)),
    ...(nothingAnswered(result) ? [] : evidenceLines(result)),
    ...result.claims.map((claim) => claimLine(claim, result)),
    nothingAnswered(result)
      ? 'Nothing is known of its token counts.'
      : overheadTokens === null
        ? `The provider reports no token counts.${answers}`
        : `The chat template adds ${number(overheadTokens)} tokens (provider’s count less ours).${answers}`,
    '',
    ...steps.toSorted((a, b) => a.lengthTokens - b.lengthTokens).map(describeStep),
    '',
    `Sent: ${number(sent.promptTokens)} prompt tokens in ${countNoun(sent.requests, 'request')} (at most ${number(sent.maxPromptTokens)}). Tokens are counted in ${tokenizer}.`,
    ...probeAdvice(result).map((advice) => `→ ${advice}`),
  ].join('\n');
}

/** What was found, in one or two sentences. */
export function probeVerdict(result: ProbeResult): string {
  const { behaviour, limit, lost, model } = result;
  if (nothingAnswered(result)) return visibleLine(`${model} answered nothing: its limit is not known.`) + stopSentence(result);
  const provider = limit.providerTokens === null ? '' : ` (${number(limit.providerTokens)} as the provider counts)`;
  const size = `${number(limit.tokens)} tokens${provider}`;
  const below = limit.belowTokens === null ? '' : `; ${number(limit.belowTokens)} are too many`;
  const found = {
    rejects: `${model} takes prompts of ${size}${below}, and it rejects longer ones.`,
    fails: `${model} takes prompts of ${size}${below}: longer ones fail.`,
    cuts: `${model} reads prompts of ${size}${below}: it answers longer ones without reading ${lost === null ? 'all of them' : `their ${lost}`}.`,
    unlimited: `${model} takes prompts of ${size}, the longest ${result.stopped === null ? 'asked' : 'answered so far'}.`,
  }[behaviour];
  return `${visibleLine(found)}${stopSentence(result)}`;
}

/** A probe that was stopped before its first answer knows nothing. */
const nothingAnswered = ({ limit, behaviour }: ProbeResult): boolean => behaviour === 'unlimited' && limit.tokens === 0;

function stopSentence({ stopped, stopMessage, sent }: ProbeResult): string {
  if (stopped === null) return '';
  const why = {
    budget: `the next prompt would go beyond ${number(sent.maxPromptTokens)} tokens sent`,
    rate: 'the account’s rate limit takes no longer prompt, whatever the model may take',
    unreachable: 'not even a short prompt is answered any more',
    interrupted: 'it was interrupted',
  }[stopped];
  return ` The probe ended early: ${why}${stopMessage === null ? '' : ` (${visibleLine(stopMessage)})`}.`;
}

function evidenceLines({ evidence: { counts, recall }, behaviour }: ProbeResult): readonly string[] {
  const follows = recall >= LEAST_RECALL;
  const lines = [];
  if (behaviour === 'cuts' && counts === 'shows-cut') lines.push('Its own token count stops growing there.');
  if (behaviour === 'cuts' && counts === 'denies-cut') {
    lines.push(
      'It counts the whole prompt all the same: either it cuts before the model, or this model cannot use what it reads beyond that.',
    );
  }
  if (behaviour === 'cuts' && counts === 'none') lines.push('It reports no counts: the code words alone show this.');
  if (!follows) lines.push(`The model does not repeat code words even from a short prompt (${Math.round(recall * 100)} %).`);
  if (!follows && counts === 'none' && behaviour !== 'cuts') {
    lines.push('Without counts and code words a silent cut cannot be seen: the limit is what the endpoint accepts, not what it reads.');
  }
  return lines;
}

function claimLine({ source, tokens }: WindowClaim, { limit }: ProbeResult): string {
  const who = { flag: 'Given with --context-tokens', server: 'The server’s list claims', refusal: 'Its refusal names' }[source];
  const found = limit.providerTokens ?? limit.tokens;
  if (found === 0) return `${who} ${number(tokens)} tokens.`;
  const share = found / tokens;
  const verdict = share >= 1 - SAME_SHARE ? 'it holds' : `${Math.round(share * 100)} % of that was found`;
  return `${who} ${number(tokens)} tokens: ${verdict}.`;
}

/** What to do with what was found. */
export function probeAdvice(result: ProbeResult): readonly string[] {
  const { behaviour, limit, stopped, claims } = result;
  if (behaviour === 'unlimited') {
    return stopped === null ? ['No limit was met. Look further with a larger --up-to.'] : [];
  }
  const seen = limit.providerTokens ?? limit.tokens;
  const isDefault = SERVER_DEFAULTS.some((tokens) => Math.abs(seen - tokens) <= tokens * SAME_SHARE);
  const isBelowClaim = claims.some(({ tokens }) => seen < tokens * (1 - SAME_SHARE));
  return [
    `Measure with --context-tokens ${limit.tokens}: longer prompts are then skipped with their reason.`,
    ...(behaviour === 'cuts' && (isDefault || isBelowClaim)
      ? [
          'The server runs with a smaller window than it could: raise it there (Ollama: OLLAMA_CONTEXT_LENGTH or num_ctx; llama.cpp: --ctx-size).',
        ]
      : []),
  ];
}
