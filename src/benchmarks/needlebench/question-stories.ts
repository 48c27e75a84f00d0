import type { Sample, SkippedSample } from '../../core/index.ts';
import { drawKinshipChain, type KinshipChain } from '../../worlds/index.ts';
import type { BoxedTarget } from './boxed-score.ts';
import { fill } from './fill.ts';
import { kinshipSentences } from './kinship-sentences.ts';
import { QUESTION_TYPES, type Mode, type QuestionType } from './options.ts';
import { storySample, wholeStory } from './story-sample.ts';
import { storyRandom, tooFewNames, type TraceJob } from './trace-job.ts';

const TASK = 'ancestral-trace';

/** v2: for each N (statements) and question type, stories seeded `(i + 1) + 10000 · type`. */
export function* questionStories(job: TraceJob): Generator<Sample | SkippedSample> {
  const { settings, language } = job;
  for (const needles of settings.atcNeedles) {
    for (const question of settings.questions) {
      for (let repeat = 0; repeat < settings.repeats; repeat++)
        yield story(job, { needles, question, repeat, path: `${language}/${needles}/${question}/${repeat}` });
    }
  }
}

interface Seat {
  readonly needles: number;
  readonly question: QuestionType;
  readonly repeat: number;
  readonly path: string;
}

function story(job: TraceJob, seat: Seat): Sample | SkippedSample {
  const { settings, language, pack, names } = job;
  const { needles, question, repeat, path } = seat;
  const place = { task: TASK, path, cell: { language, needles, question, position: settings.position, repeat } } as const;
  if (needles + 1 > names.length) return tooFewNames(place, { needed: needles + 1, names: names.length });
  const random = storyRandom(job, repeat + 1 + 10_000 * QUESTION_TYPES.indexOf(question), TASK, language, question, needles, repeat);
  const chain = drawKinshipChain(random, {
    names,
    people: needles + 1,
    templates: pack.kinship.templates.length,
    terms: pack.kinship.terms,
  });
  const asked = pack.ancestralTrace[question];
  const values = askedAbout(chain, question);
  return storySample(
    {
      ...place,
      layout: asked.layout[settings.position],
      values,
      question: fill(asked.question, values),
      format: fill(asked.format, values),
      examples: asked.examples,
      story: wholeStory(kinshipSentences(chain, pack.kinship), settings.mode === 'compat' ? '' : pack.kinship.join),
      rubric: { ...targetOf(chain, question, settings.mode) },
      facts: { generations: chain.generations },
    },
    job,
  );
}

/** Who and what a question is about. The published n is always the whole chain. */
function askedAbout(chain: KinshipChain, question: QuestionType) {
  const [eldest, youngest] = [chain.names[0]!, chain.names.at(-1)!];
  const n = chain.generations;
  if (question === 'nth-descendant') return { name: eldest, n };
  return question === 'distance' ? { name: eldest, other: youngest, n } : { name: youngest, n };
}

function targetOf(chain: KinshipChain, question: QuestionType, mode: Mode): BoxedTarget {
  const base = { kind: 'boxed', mode, people: chain.names } as const;
  if (question === 'distance') return { ...base, answer: String(chain.generations), path: [], numeric: true };
  const path = question === 'nth-descendant' ? chain.names : chain.names.toReversed();
  return { ...base, answer: path.at(-1)!, path };
}
