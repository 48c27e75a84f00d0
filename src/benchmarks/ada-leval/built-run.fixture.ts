/** Samples of a built task, as a run would make them. */
import type { Corpus, JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import { corpusOf, createDocuments, indexCorpus, loadTokenizer, messageText } from '../../text/index.ts';
import { adaLeval } from './index.ts';

export async function builtRun(
  kind: 'tsort' | 'bestanswer',
  options: JsonObject,
  { texts, seed = 3 }: { readonly texts?: readonly string[]; readonly seed?: number } = {},
) {
  const tokenizer = await loadTokenizer('o200k_base');
  const corpora: Corpus[] = [];
  const index = (corpus: Corpus) => {
    corpora.push(corpus);
    return indexCorpus(corpus, tokenizer);
  };
  const deps: TaskDeps = {
    tokenizer,
    seed,
    index,
    haystack: (language) => index(corpusOf(texts ?? [], { language, origin: {} })),
    ...(texts && { hasOwnHaystacks: true }),
  };
  const task = adaLeval.tasks.find(({ id }) => id === `ada-leval/built-${kind}`)!;
  const all: (Sample | SkippedSample)[] = await Array.fromAsync(task.samples(options, deps));
  const documents = createDocuments(corpora);
  const text = ({ ask }: Sample) => (ask.kind === 'generate' ? messageText(ask.steps[0]!.messages[0]!, documents).content : '');
  return {
    task,
    corpora,
    all,
    samples: all.filter((each): each is Sample => !('skipped' in each)),
    skipped: all.filter((each): each is SkippedSample => 'skipped' in each),
    text,
    count: (content: string) => tokenizer.count(content),
  };
}
