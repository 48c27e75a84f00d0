import { ModelError, type Judge, type Ledger } from '../core/index.ts';

/** The place of a judge's reply in the ledger's response cache: the content, and who replied. */
export function judgeReplyPlace(key: string, model: string): string {
  return `${key}/${model}`;
}

/** A judge that only gives the replies that are on record, and asks nothing: for scoring again. Rejects with a ModelError (`invalid`) where there is none. */
export function createRecordedJudge(model: string, ledger: Pick<Ledger, 'cached'>): Judge {
  return {
    model,
    async ask(_, { key }) {
      const [known] = (await ledger.cached(judgeReplyPlace(key, model))) ?? [];
      if (known) return { text: known.text, usage: known.usage, onRecord: true };
      throw new ModelError('invalid', `no reply on record; ask for one: fathom rescore RUN --judge ${model}`);
    },
  };
}
