import type { RunRecord } from '../core/index.ts';

/** Reasons to doubt that two runs were asked the same, by their records alone. */
export function runDifferences(before: RunRecord, after: RunRecord): string[] {
  const facts = (['seed', 'tokenizer', 'version'] as const).flatMap((fact) =>
    before[fact] === after[fact]
      ? []
      : [`${fact} differs (${before[fact]} and ${after[fact]}): samples with the same id may ask different things`],
  );
  const digests = (run: RunRecord) =>
    run.corpora
      .map((corpus) => corpus.digest)
      .sort()
      .join();
  const sameCorpora = digests(before) === digests(after);
  return [...facts, ...(sameCorpora ? [] : ['the corpora differ: samples with the same id have different haystacks'])];
}
