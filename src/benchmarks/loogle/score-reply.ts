import type { Sample, Score } from '../../core/index.ts';
import { clozeCounts, loogleSimilarity, reorderDistances, romanNumerals } from '../../scoring/index.ts';

/** The score of one answer (0–1): of a cloze the share of masks filled exactly, else recall of ROUGE-L, with LooGLE's other metrics as parts. */
export function scoreReply(replies: readonly string[], { target, cell }: Pick<Sample, 'target' | 'cell'>): Omit<Score, 'mode'> {
  const reply = replies[0] ?? '';
  if (typeof target !== 'string') return clozeScore(reply, target as { readonly [mask: string]: string });
  const { bleu1, bleu4, rouge } = loogleSimilarity(reply, target);
  return {
    // An answer of full stops alone has no ROUGE: nothing of the reference is in it.
    value: rouge?.rougeL.r ?? 0,
    metric: 'rougeL-recall',
    parts: [
      { metric: 'rouge1-recall', value: rouge?.rouge1.r ?? 0 },
      { metric: 'rouge2-recall', value: rouge?.rouge2.r ?? 0 },
      { metric: 'bleu1', value: bleu1 },
      { metric: 'bleu4', value: bleu4 },
      ...(cell['type'] === 'timeline_reorder' ? orderParts(reply, target) : []),
    ],
  };
}

function clozeScore(reply: string, gold: { readonly [mask: string]: string }): Omit<Score, 'mode'> {
  const { exact, partial, masks } = clozeCounts(reply, gold);
  const share = (hits: number) => (masks === 0 ? 0 : hits / masks);
  return {
    value: share(exact),
    metric: 'cloze-exact',
    parts: [{ metric: 'cloze-partial', value: share(partial) }],
    counts: { exact, partial, masks },
    why: `${exact} of ${masks} masks exactly, ${partial} with a word in common`,
  };
}

/** Nearness to the right order, 1 when right: 1 less each distance's share of its largest value. An answer that is no permutation has none. */
function orderParts(reply: string, target: string): { readonly metric: string; readonly value: number }[] {
  const right = target.split(',').map((item) => item.trim());
  const distances = reorderDistances(romanNumerals(reply), right);
  if (distances === null) return [];
  return [
    { metric: 'order-lsd', value: 1 - distances.squared.share },
    { metric: 'order-lmd', value: 1 - distances.absolute.share },
    { metric: 'order-sd', value: 1 - distances.swaps.share },
    { metric: 'order-sdd', value: 1 - distances.swapDistance.share },
  ];
}
