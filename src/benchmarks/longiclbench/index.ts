import type { CorpusSource, Family } from '../../core/index.ts';
import { aggregateLongicl } from './aggregate-longicl.ts';
import { builtTask, reopenBuilt } from './built-task.ts';
import { BUILT_VARIANTS } from './built-variants.ts';
import { LONGICLBENCH_DATA } from './data-origin.ts';
import { openDemonstrations } from './fewnerd-data.ts';
import { openDemonstrationsOf } from './icl-demonstrations.ts';
import { ICL_SETS } from './icl-sets.ts';
import { fewnerdTask, iclTask, PAPER } from './published-task.ts';

/** LongICLBench (Li et al. 2024, arXiv 2404.02060): its six sets on the user's copy of their data, and the same test built from any labelled texts. */
export const longiclbench: Family = {
  id: 'longiclbench',
  title: 'LongICLBench: learning many labels from long demonstrations',
  paper: PAPER,
  summary:
    'Labels, relations and entities learned from examples in the prompt: six published sets (their files: --data DIR), and one built to any length from your labelled texts or built-in ones.',
  tasks: [
    fewnerdTask(),
    ...ICL_SETS.map((set) => iclTask(set, { grouped: false })),
    ...ICL_SETS.filter(({ roundPairs }) => !roundPairs).map((set) => iclTask(set, { grouped: true })),
    ...BUILT_VARIANTS.map(builtTask),
  ],
  data: LONGICLBENCH_DATA,
  suites: {},
  aggregate: (rows) => aggregateLongicl(rows),
  reopen,
};

async function reopen(source: CorpusSource) {
  const { origin } = source;
  if (origin['built'] !== undefined) return reopenBuilt(source);
  const set = ICL_SETS.find(({ id }) => id === origin['set']);
  if (!set) return openDemonstrations(String(origin['path']));
  const from = {
    dataDir: String(origin['dataDir']),
    badRows: origin['badRows'] === 'skip' ? 'skip' : 'fail',
    grouped: origin['grouped'] === true,
  } as const;
  const { corpus } = await openDemonstrationsOf(set, from);
  return corpus;
}
