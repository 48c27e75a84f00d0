import type { ProbeEvent, ProbeResultStep } from '../runner/index.ts';

/** Tells on stderr how a probe goes. */
export interface ProbeLine {
  begin(range: { readonly upToTokens: number; readonly maxTokensSent: number }): void;
  readonly event: (event: ProbeEvent) => void;
  readonly end: () => void;
}

const number = (n: number) => n.toLocaleString('en');

/** A line for every length that was asked; on a terminal one line that is rewritten. */
export function createProbeLine(stream: NodeJS.WriteStream, { quiet }: { readonly quiet: boolean }): ProbeLine {
  const isLive = stream.isTTY === true && !quiet;
  const clear = () => {
    if (isLive) stream.write('\r\u001b[2K');
  };
  const say = (text: string) => {
    clear();
    if (!quiet) stream.write(`${text}\n`);
  };
  return {
    begin: ({ upToTokens, maxTokensSent }) =>
      say(`Probing up to ${number(upToTokens)} tokens; at most ${number(maxTokensSent)} prompt tokens will be sent (--max-tokens-sent).`),
    event(event) {
      if (event.type === 'found') return isLive ? undefined : say(describeStep(event.step));
      if (event.type === 'retry') return say(`  ${event.message}; trying again in ${Math.ceil(event.waitMs / 1000)} s`);
      clear();
      if (isLive) stream.write(`  ${number(event.lengthTokens)} tokens … (${number(event.sentTokens)} sent so far)`);
    },
    end: clear,
  };
}

/** What became of one length, in words. */
export function describeStep({ lengthTokens, reading, inputTokens, seenWords, words, refusal }: ProbeResultStep): string {
  const became = refusal === null ? { whole: 'read whole', cut: 'cut', refused: 'refused' }[reading] : `refused (${refusal.kind})`;
  const counted = inputTokens === null ? '' : `, counted as ${number(inputTokens)}`;
  return `  ${number(lengthTokens)} tokens: ${became}${counted}${words === 0 ? '' : `, ${seenWords} of ${words} code words`}`;
}
