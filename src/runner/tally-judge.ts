import type { Judge, JudgeReply, ScoreJudge } from '../core/index.ts';

/** A judge for one answer, with what it was asked about it. */
export interface TalliedJudge {
  readonly judge: Judge;
  /** Undefined when nothing was asked. */
  account(): ScoreJudge | undefined;
}

/** Counts the questions about one answer. */
export function tallyJudge(judge: Judge): TalliedJudge {
  const prompts = new Set<string>();
  const replies: JudgeReply[] = [];
  return {
    judge: {
      model: judge.model,
      async ask(prompt, options) {
        const reply = await judge.ask(prompt, options);
        // Keys are `judge/ID/HASH/…`.
        prompts.add(options.key.split('/').slice(1, 3).join('/'));
        replies.push(reply);
        return reply;
      },
    },
    account() {
      if (replies.length === 0) return undefined;
      const asked = replies.filter(({ onRecord }) => !onRecord);
      const sum = (of: 'inputTokens' | 'outputTokens') => asked.reduce((total, { usage }) => total + (usage?.[of] ?? 0), 0);
      return {
        model: judge.model,
        prompts: [...prompts],
        asked: asked.length,
        onRecord: replies.length - asked.length,
        inputTokens: sum('inputTokens'),
        outputTokens: sum('outputTokens'),
      };
    },
  };
}
