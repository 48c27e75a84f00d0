import { setImmediate } from 'node:timers/promises';
import { ModelError, type Model, type ModelRequest } from '../../core/index.ts';
import { createRanker, sentenceBatches, splitQuestions, type Ranker } from '../../text/search/index.ts';
import { readRequest, type Reading } from './read-request.ts';

/** How the lexical reader answers. */
export interface LexicalReaderOptions {
  /** Sentences that answer a single question. Default 3. Several questions get one sentence each. */
  readonly sentences?: number;
}

const DEFAULT_SENTENCES = 3;
// A haystack that repeats its text holds the same sentence many times: look so much further for different ones.
const HITS_PER_SENTENCE = 16;

/**
 * A reader without a language model, `baseline/lexical`: splits the context in sentences, ranks them by BM25 against the question and
 * answers with the best ones word for word, joined by spaces, best first; with nothing when none shares a term with the question.
 * It separates what plain search can do from long-context skill. Deterministic; no limit to the context; counts no tokens.
 * Throws a ModelError (`aborted`) when the signal fires.
 */
export function createLexicalReader(options: LexicalReaderOptions = {}): Model {
  const sentences = options.sentences ?? DEFAULT_SENTENCES;
  return {
    id: 'baseline/lexical',
    capabilities: new Set(['generate']),
    extension: () => undefined,
    async generate(request, { signal }) {
      const startedMs = performance.now();
      const text = await answer(request, { sentences, signal });
      return { text, finish: 'stop', usage: {}, latencyMs: performance.now() - startedMs };
    },
  };
}

interface Answering {
  readonly sentences: number;
  readonly signal: AbortSignal;
}

async function answer(request: ModelRequest, { sentences, signal }: Answering): Promise<string> {
  throwIfAborted(signal);
  const reading = readRequest(request);
  const questions = splitQuestions(reading.query);
  const ranker = createRanker(questions);
  for await (const batch of batchesOf(reading, signal)) for (const passage of batch) ranker.add(passage);
  const wanted = wantedPassages(ranker, { questions: questions.length, sentences });
  const found = await readPassages(reading, { wanted, signal });
  const best = wanted.map((passage) => found.get(passage)!);
  return [...new Set(best)].slice(0, questions.length === 1 ? sentences : undefined).join(' ');
}

function wantedPassages(ranker: Ranker, ask: { readonly questions: number; readonly sentences: number }): readonly number[] {
  if (ask.questions === 1) return ranker.top(0, ask.sentences * HITS_PER_SENTENCE).map((hit) => hit.passage);
  return Array.from({ length: ask.questions }, (_, i) => ranker.top(i, 1)).flatMap((hits) => hits.map((hit) => hit.passage));
}

// A second pass over the same chunks costs a decoding; keeping every sentence that shares a term would cost the whole text.
async function readPassages(
  reading: Reading,
  { wanted, signal }: { readonly wanted: readonly number[]; readonly signal: AbortSignal },
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const asked = new Set(wanted);
  let from = 0;
  if (asked.size === 0) return found;
  for await (const batch of batchesOf(reading, signal)) {
    for (const [i, passage] of batch.entries()) if (asked.has(from + i)) found.set(from + i, passage);
    from += batch.length;
    if (found.size === asked.size) break;
  }
  return found;
}

// The event loop turns between batches, so that other work goes on and an abort is seen.
async function* batchesOf(reading: Reading, signal: AbortSignal): AsyncGenerator<string[]> {
  for (const sentences of sentenceBatches(reading.contextChunks())) {
    yield sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
    await setImmediate();
    throwIfAborted(signal);
  }
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new ModelError('aborted', 'The lexical reader was stopped before it had read the whole context.', { cause: signal.reason });
}
