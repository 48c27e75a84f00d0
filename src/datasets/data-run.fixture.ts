/** Samples of a task on data files, as a run would make them, for the tests of families. */
import type { Answer, Corpus, JsonObject, Result, Sample, SkippedSample, Task, TaskDeps } from '../core/index.ts';
import { createDocuments, indexCorpus, loadTokenizer, messageText } from '../text/index.ts';

/** A run of one task: its samples, the prompts as texts, and the texts that it made known. */
export async function dataRun(
  task: Task,
  options: JsonObject,
  { tokenizer = 'cl100k_base', windowTokens }: { readonly tokenizer?: string; readonly windowTokens?: number } = {},
) {
  const loaded = await loadTokenizer(tokenizer);
  const corpora: Corpus[] = [];
  const deps: TaskDeps = {
    tokenizer: loaded,
    seed: 0,
    haystack: () => Promise.reject(new Error('no haystack in these tests')),
    index: (corpus) => {
      corpora.push(corpus);
      return indexCorpus(corpus, loaded);
    },
    ...(windowTokens !== undefined && { windowTokens }),
  };
  const all: (Sample | SkippedSample)[] = await Array.fromAsync(task.samples(options, deps));
  const documents = createDocuments(corpora);
  /** All messages of a sample, step by step. */
  const messages = ({ ask }: Sample) =>
    ask.kind === 'generate' ? ask.steps.flatMap((step) => step.messages).map((message) => messageText(message, documents).content) : [];
  return {
    corpora,
    samples: all.filter((sample): sample is Sample => !('skipped' in sample)),
    skipped: all.filter((sample): sample is SkippedSample => 'skipped' in sample),
    messages,
    /** Tokens of all messages, each tokenised whole. */
    wholeTokens: (sample: Sample) => messages(sample).reduce((sum, text) => sum + loaded.count(text), 0),
  };
}

/** An answer as a strategy would give it. */
export function answered(...replies: readonly string[]): Answer {
  return { replies, generations: replies.map((text) => ({ text, finish: 'stop', usage: {}, latencyMs: 1 })) };
}

/** The score of replies, which must be scored without delay. */
export function scored(task: Task, sample: Sample, ...replies: readonly string[]) {
  const result = task.score(answered(...replies), sample, {}) as Result;
  if (result.status !== 'ok') throw new Error(result.detail);
  return result.score;
}
