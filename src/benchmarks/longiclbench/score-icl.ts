import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import { echoStrip, labelCounts, prfOf, relationCounts, type HitCounts } from '../../scoring/index.ts';
import { bareLabel } from './bare-label.ts';
import type { IclSet } from './icl-sets.ts';

/**
 * The score of one reply (0–1). `compat` reads it as published: first line, trimmed, lower case, and for Discovery without commas, full stops and quotes,
 * which its gold labels keep. `corrected` treats label and reply alike, and passes over quotes, brackets and stops around a label.
 */
export function scoreIcl(set: IclSet, reply: string, sample: Sample): Omit<Score, 'mode'> {
  const { query, labels = [] } = sample.facts as { readonly query: string; readonly labels?: readonly string[] };
  const gold = sample.target as readonly string[];
  const isCompat = modeOf(sample.facts) === 'compat';
  const said = echoStrip(reply, { query, cue: set.cue, marker: set.marker }).split('\n', 1)[0]!.trim();
  if (set.scoring === 'accuracy') return accuracy(said, gold[0]!, { set, isCompat });
  const counts =
    set.scoring === 'label-f1' ? oneLabel(said, { gold: gold[0]!, labels, isCompat }) : relations(said, { gold, labels, isCompat });
  const { f1 } = prfOf(counts.correct, counts);
  const why = `${counts.correct} right of ${counts.predicted} named and ${counts.wanted} wanted`;
  const isInvalid = counts.predicted === 0;
  return { value: f1, metric: set.scoring, counts: { ...counts }, why, ...(isInvalid && { errorClass: 'invalid-label' }) };
}

function accuracy(
  said: string,
  gold: string,
  { set, isCompat }: { readonly set: IclSet; readonly isCompat: boolean },
): Omit<Score, 'mode'> {
  const published = said
    .toLowerCase()
    .replace(set.deletes ?? /(?!)/, '')
    .trim();
  const isRight = isCompat ? published === gold.toLowerCase() : bareLabel(said) === bareLabel(gold);
  return { value: Number(isRight), metric: 'accuracy', why: `says ${said.slice(0, 80) || 'nothing'}; the label is ${gold}` };
}

function oneLabel(said: string, { gold, labels, isCompat }: Wanted<string>): HitCounts {
  return isCompat ? labelCounts(said, gold, labels) : labelCounts(bareLabel(said), bareLabel(gold), labels.map(bareLabel));
}

/** By position, as published. `compat` is content with a part that holds the relation; `corrected` wants the relation and nothing else. */
function relations(said: string, { gold, labels, isCompat }: Wanted<readonly string[]>): HitCounts {
  if (isCompat) return relationCounts(said, gold, labels);
  const parts = said.split(/[,，]/).map(bareLabel);
  const known = new Set(labels.map(bareLabel));
  return {
    correct: gold.filter((relation, i) => parts[i] === bareLabel(relation)).length,
    predicted: parts.filter((part) => known.has(part)).length,
    wanted: gold.length,
  };
}

interface Wanted<Gold> {
  readonly gold: Gold;
  readonly labels: readonly string[];
  readonly isCompat: boolean;
}
