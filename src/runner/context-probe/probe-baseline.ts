import { INNER_MARKS } from './next-probe.ts';
import { LEAST_RECALL, type AnsweredProbe } from './observation.ts';
import { askTiny, observe, PLAIN_ANSWER_TOKENS, record, type Search } from './probe-search.ts';
import { joinTries } from './tries.ts';

/** A prompt far below any window in use: what the model does here, it does for other reasons than length. */
const BASELINE_TOKENS = 1000;
const BASELINE_TRIES = 2;
/** Answer tokens to ask for: the words alone, the words of a talkative model, the thoughts of a reasoning model before them. */
const ANSWER_TOKENS = [PLAIN_ANSWER_TOKENS, 64, 1024] as const;

/** The tiny prompt tells the template's tokens, the baseline whether the model follows, and how many answer tokens that takes. */
export async function askBaseline(search: Search): Promise<void> {
  await askTiny(search);
  const { facts } = search;
  const lengthTokens = Math.min(BASELINE_TOKENS, search.options.upToTokens);
  const marksAt = Array.from({ length: INNER_MARKS }, (_, i) => Math.round(((i + 1) * lengthTokens) / (INNER_MARKS + 1)));
  const tries: AnsweredProbe[] = [];
  for (const answerTokens of ANSWER_TOKENS) {
    search.facts = { ...facts, answerTokens };
    const first = await observe(search, { lengthTokens, marksAt });
    if (first.kind === 'refused') return record(search, first);
    tries.splice(0, 1, first.probe);
    if (recallOf(tries) === 1 || !first.isCut) break;
  }
  // A model that thinks for a thousand tokens and still says nothing is not asked to do so in every prompt.
  if (recallOf(tries) < LEAST_RECALL) search.facts = facts;
  while (recallOf(tries) > 0 && tries.length < BASELINE_TRIES) {
    const again = await observe(search, { lengthTokens, marksAt });
    if (again.kind === 'refused') break;
    tries.push(again.probe);
  }
  search.facts = { ...search.facts, recall: recallOf(tries) };
  record(search, tries.reduce(joinTries));
}

function recallOf(tries: readonly AnsweredProbe[]): number {
  const marks = tries.flatMap((each) => each.marks);
  return marks.filter(({ seen }) => seen).length / Math.max(1, marks.length);
}
