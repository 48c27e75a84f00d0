/**
 * NeedleBench multi-needle reasoning (arXiv 2407.11963; OpenCompass `needlebench` and `needlebench_v2`, `multi.py`): statements 10 % of the haystack apart, from a
 * depth on. v2: a kinship chain, who is the eldest? v1: facts and what follows from them.
 * Corrected: needles stand at depth, depth + 10, … (at most 100) of the haystack; the published double shift is compat's.
 */
import {
  PythonRandom,
  seededRandom,
  type Answer,
  type JsonObject,
  type Result,
  type Sample,
  type Task,
  type TaskDeps,
} from '../../core/index.ts';
import { wordFraction } from '../../scoring/index.ts';
import { drawKinshipChain, type KinshipChain } from '../../worlds/index.ts';
import { scoreBoxed, type BoxedTarget } from './boxed-score.ts';
import { leaks } from './corpus-leaks.ts';
import { fill } from './fill.ts';
import { haystackSamples, type Empty, type HaystackJob, type HaystackPlan, type Riddle, type Seat } from './haystack-task.ts';
import { TASK_VERSION } from './haystack-sample.ts';
import { kinshipSentences } from './kinship-sentences.ts';
import { loadFacts, loadNames } from './needle-data.ts';
import type { FactRecord } from './needle-row.ts';
import type { Mode } from './options.ts';
import { drawOwnFact } from './own-facts.ts';
import { doubleShiftPlaces, NEEDLE_DISTANCE_PERCENT } from './published-places.ts';
import { replyOf } from './reply.ts';
import { defaultsFor, PAPER } from './task-facts.ts';
import { rubricOf } from './rubric.ts';

const TASK = 'multi-reasoning';

interface FactTarget {
  readonly kind: 'facts';
  readonly answer: string;
  readonly mode: Mode;
}

const plan: HaystackPlan = {
  task: TASK,
  *seats({ lengths, depths, needles: counts, repeats }) {
    for (const lengthTokens of lengths)
      for (const depthPercent of depths)
        for (const needles of counts)
          for (let repeat = 0; repeat < repeats; repeat++) yield { lengthTokens, depthPercent, needles, repeat };
  },
  riddles: (job) => (job.settings.version === 'v1' ? factRiddles(job) : kinshipRiddles(job)),
};

/** Compat draws by the repeat alone, corrected by the whole place. */
function randomAt({ settings, deps, language }: HaystackJob, { lengthTokens, depthPercent, needles, repeat }: Seat): PythonRandom {
  if (settings.mode === 'compat') return new PythonRandom(repeat);
  return seededRandom(deps.seed, 'needlebench', TASK, language, repeat, needles!, lengthTokens, depthPercent!);
}

/** The first needle at the depth, each next one a tenth of the haystack further on. */
function spread(sentences: readonly string[], depthPercent: number): Pick<Riddle, 'needles' | 'places'> {
  return {
    needles: sentences.map((text, i) => ({ text, depthPercent: Math.min(100, depthPercent + NEEDLE_DISTANCE_PERCENT * i) })),
    places: (tokens, lengths) => doubleShiftPlaces(tokens, depthPercent, lengths),
  };
}

const ATTEMPTS = 100;

/** v2: a chain of `needles` edges; corrected mode draws anew while a name stands in the haystack. */
async function kinshipRiddles(job: HaystackJob): Promise<(seat: Seat) => Riddle | Empty> {
  const { settings, pack } = job;
  const names = await loadNames(job.data, job.language, settings.mode);
  return (seat) => {
    const people = seat.needles! + 1;
    if (people > names.length) return tooFew('names', `${people} names are needed, there are ${names.length}.`);
    const chain = cleanChain(job, randomAt(job, seat), { names, people });
    if (chain === undefined) return tooFew('clean-names', 'Every chain drawn has a name that stands in the haystack.');
    const name = chain.names.at(-1)!;
    const target: BoxedTarget = {
      kind: 'boxed',
      answer: chain.names[0]!,
      path: chain.names.toReversed(),
      people: chain.names,
      mode: settings.mode,
    };
    return {
      ...spread(kinshipSentences(chain, pack.kinship), seat.depthPercent!),
      question: fill(pack.reasoning.question, { name }),
      format: fill(pack.reasoning.format, { name }),
      examples: pack.reasoning.examples,
      values: { name },
      rubric: { ...target },
    };
  };
}

function cleanChain(
  job: HaystackJob,
  random: PythonRandom,
  of: { readonly names: readonly string[]; readonly people: number },
): KinshipChain | undefined {
  const { templates, terms } = job.pack.kinship;
  const draw = () => drawKinshipChain(random, { ...of, templates: templates.length, terms });
  if (job.settings.mode === 'compat') return draw();
  for (let left = ATTEMPTS; left > 0; left--) {
    const chain = draw();
    if (!chain.names.some((name) => leaks(job.haystack.index.corpus, name))) return chain;
  }
  return undefined;
}

/** v1: an item with as many statements as needles, in their order; corrected mode draws anew while its answer stands in the haystack. */
async function factRiddles(job: HaystackJob): Promise<(seat: Seat) => Riddle | Empty> {
  const records = await loadFacts(job.data, job.language);
  return (seat) => {
    const fitting = records.filter(({ count }) => count === seat.needles);
    if (fitting.length === 0) return tooFew('facts', `There is no reasoning item with ${seat.needles} statements.`);
    const record = cleanFact(job, randomAt(job, seat), fitting);
    if (record === undefined) return tooFew('clean-facts', 'Every reasoning item drawn has its answer in the haystack.');
    const { derivations, question, answer } = record;
    const target: FactTarget = { kind: 'facts', answer, mode: job.settings.mode };
    return { ...spread(derivations, seat.depthPercent!), question, format: '', rubric: { ...target } };
  };
}

/** From the official list while there is one, else from our own without end. */
function cleanFact(job: HaystackJob, random: PythonRandom, fitting: readonly FactRecord[]): FactRecord | undefined {
  const { data, language, settings, haystack } = job;
  if (settings.mode === 'compat') return random.choice(fitting);
  const { count } = fitting[0]!;
  for (let left = ATTEMPTS; left > 0; left--) {
    const record = data.dataDir === undefined ? drawOwnFact(random, { language, prompts: data.prompts, count }) : random.choice(fitting);
    if (![record.answer, ...(record.people ?? [])].some((text) => leaks(haystack.index.corpus, text))) return record;
  }
  return undefined;
}

function tooFew(what: string, detail: string): Empty {
  return { reason: `too-few-${what}`, detail };
}

function score(answer: Answer, sample: Sample): Result {
  const target = rubricOf<BoxedTarget | FactTarget>(sample);
  if (target.kind === 'boxed') return scoreBoxed(answer, target);
  const value = wordFraction(replyOf(answer), target.answer);
  return {
    status: 'ok',
    score: { value, mode: target.mode, metric: 'word-fraction', why: `${Math.round(value * 100)} % of the words of "${target.answer}"` },
  };
}

/** The task `needlebench/multi-reasoning`. */
export const multiReasoning: Task = {
  id: `needlebench/${TASK}`,
  version: TASK_VERSION,
  title: 'Multi-needle reasoning (M-RS)',
  paper: PAPER,
  tags: ['needlebench', 'reasoning', 'haystack', 'diffusion:2', 'scope:2'],
  languages: ['en', 'zh'],
  defaults: defaultsFor(TASK),
  fidelity: { corrected: 'corrected', compat: 'exact, unproven here' },
  views: [
    { kind: 'heatmap', x: 'askedTokens', y: 'depthPercent' },
    { kind: 'profile', x: 'needles' },
  ],
  samples: (options: JsonObject, deps: TaskDeps) => haystackSamples(plan, options, deps),
  score,
};
