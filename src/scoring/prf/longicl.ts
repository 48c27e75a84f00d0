import type { HitCounts } from './micro-prf.ts';

/** Lines `span: type` from the first one on, up to the first line of another form (Few-NERD in LongICLBench). */
export function typedSpans(answer: string): readonly (readonly [span: string, type: string])[] {
  const spans: (readonly [string, string])[] = [];
  for (const line of answer.trim().split('\n')) {
    const at = line.lastIndexOf(':');
    const [span, type] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
    if (span === '' || type === '') break;
    spans.push([span, type]);
  }
  return spans;
}

/** Entities with their types, each once. */
export function spanCounts(answer: string, gold: { readonly [span: string]: string }): HitCounts {
  const given = new Map(typedSpans(answer).map((pair) => [JSON.stringify(pair), pair]));
  const correct = [...given.values()].filter(([span, type]) => Object.hasOwn(gold, span) && gold[span] === type).length;
  return { correct, predicted: given.size, wanted: Object.keys(gold).length };
}

/** One label (TacRED): an answer that is no known label counts as none given. */
export function labelCounts(answer: string, gold: string, labels: readonly string[]): HitCounts {
  const predicted = labels.includes(answer);
  return { correct: Number(predicted && answer === gold), predicted: Number(predicted), wanted: 1 };
}

/** A list of relations by position (DialogRE): parts between commas; a part counts as given when it holds a relation, as right when it holds the gold there. */
export function relationCounts(answer: string, gold: readonly string[], relations: readonly string[]): HitCounts {
  const parts = answer.split(',').map((part) => part.trim());
  return {
    correct: gold.filter((relation, i) => parts[i]?.includes(relation)).length,
    predicted: parts.filter((part) => relations.some((relation) => part.includes(relation))).length,
    wanted: gold.length,
  };
}
