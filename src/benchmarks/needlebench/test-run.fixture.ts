/** A small run for this family's tests: own haystacks of many short documents, and answers made from targets. */
import { createHash } from 'node:crypto';
import {
  FathomError,
  seededRandom,
  type Answer,
  type Corpus,
  type JsonObject,
  type Result,
  type Sample,
  type SkippedSample,
  type Task,
  type TaskDeps,
} from '../../core/index.ts';
import { corpusOf, createDocuments, indexCorpus, loadTokenizer, messageText } from '../../text/index.ts';

const WORDS = {
  en: 'river stone window letter morning garden road winter candle market bridge summer kitchen paper station silver forest harbour teacher evening'.split(
    ' ',
  ),
  zh: Array.from('山水风月春秋花鸟人家来去上下左右前后东西南北天地日夜长短高低大小远近'),
};

function sentence(language: 'en' | 'zh', at: number): string {
  const random = seededRandom(1, 'test-haystack', language, at);
  const words = Array.from({ length: random.integer(6, 14) }, () => random.choice(WORDS[language]));
  return language === 'en' ? `The ${words.join(' ')}. ` : `${words.join('')}。`;
}

/** A corpus of `documents` documents with `sentences` sentences each. */
export function testCorpus(language: 'en' | 'zh', { documents = 30, sentences = 60, extra = '' } = {}): Corpus {
  const texts = Array.from(
    { length: documents },
    (_, d) => Array.from({ length: sentences }, (__, s) => sentence(language, d * sentences + s)).join('') + extra,
  );
  return corpusOf(texts, {
    language,
    origin: { kind: 'path', path: `${language}-${createHash('sha256').update(texts.join()).digest('hex').slice(0, 8)}` },
  });
}

export interface TestRun {
  readonly deps: TaskDeps;
  /** The first prompt of a sample as text. */
  prompt(sample: Sample): string;
}

/** Dependencies over given corpora (default: one in English and one in Chinese). */
export async function testRun({
  tokenizer = 'cl100k_base',
  seed = 7,
  corpora = [testCorpus('en'), testCorpus('zh')],
} = {}): Promise<TestRun> {
  const loaded = await loadTokenizer(tokenizer);
  const documents = createDocuments(corpora);
  const haystack = async (language: string) => {
    const corpus = corpora.find((each) => each.language === language);
    if (!corpus) throw new FathomError('missing', `no haystack in ${language}`);
    return indexCorpus(corpus, loaded);
  };
  return {
    deps: { tokenizer: loaded, seed, haystack, index: (corpus) => indexCorpus(corpus, loaded) },
    prompt: ({ ask }) => (ask.kind === 'generate' ? messageText(ask.steps[0]!.messages[0]!, documents).content : ''),
  };
}

/** All samples of a task. */
export async function all(task: Task, options: JsonObject, deps: TaskDeps): Promise<(Sample | SkippedSample)[]> {
  const samples: (Sample | SkippedSample)[] = [];
  for await (const sample of task.samples(options, deps)) samples.push(sample);
  return samples;
}

/** All samples of a task, none of them skipped. */
export async function built(task: Task, options: JsonObject, deps: TaskDeps): Promise<Sample[]> {
  return (await all(task, options, deps)).map((sample) => {
    if ('skipped' in sample) throw new Error(`${sample.id}: ${sample.skipped.reason}: ${sample.skipped.detail}`);
    return sample;
  });
}

/** An answer as a strategy would give it. */
export function answered(text: string, finish: 'stop' | 'length' = 'stop'): Answer {
  return { replies: [text], generations: [{ text, finish, usage: {}, latencyMs: 1 }] };
}

/** The score of an answer, which must be scored without delay. */
export function scored(task: Task, sample: Sample, text: string) {
  const result = task.score(answered(text), sample, {}) as Result;
  if (result.status !== 'ok') throw new Error(result.detail);
  return result.score;
}
