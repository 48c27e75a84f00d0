import { PythonRandom, seededRandom, type Sample, type SkippedSample } from '../../core/index.ts';
import { drawKinshipChain } from '../../worlds/index.ts';
import { fill } from './fill.ts';
import { kinshipSentences } from './kinship-sentences.ts';
import type { Mode } from './options.ts';
import { storySample, wholeStory } from './story-sample.ts';
import { tooFewNames, type TraceJob } from './trace-job.ts';

const TASK = 'ancestral-trace';

/** A name that the answer must hold. */
export interface NameTarget {
  readonly kind: 'name';
  readonly name: string;
  readonly mode: Mode;
  readonly trim: boolean;
}

/**
 * v1: N names (N − 1 statements), who is the eldest? The published draw is unseeded: in compat one stream from `drawSeed` runs through the
 * repeats of each N, as one loading of that set would.
 */
export function* lineStories(job: TraceJob): Generator<Sample | SkippedSample> {
  const { settings, deps, language, names } = job;
  for (const needles of settings.atcNeedles) {
    const stream = new PythonRandom(settings.drawSeed);
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const place = {
        task: TASK,
        path: `${language}/${needles}/${settings.form}/${repeat}`,
        cell: { language, needles, form: settings.form, position: settings.position, repeat },
      } as const;
      const random =
        settings.mode === 'compat' ? stream : seededRandom(deps.seed, 'needlebench', TASK, language, settings.form, needles, repeat);
      yield needles > names.length ? tooFewNames(place, { needed: needles, names: names.length }) : story(job, random, place);
    }
  }
}

function story(
  job: TraceJob,
  random: PythonRandom,
  place: { readonly task: typeof TASK; readonly path: string; readonly cell: Sample['cell'] },
): Sample {
  const { settings, pack, names } = job;
  const { templatesV1: templates, terms, join } = pack.kinship;
  const order = settings.form === 'v1-ordered' ? 'ordered' : 'shuffled';
  const chain = drawKinshipChain(random, { names, people: Number(place.cell['needles']), templates: templates.length, terms, order });
  const asked = pack.ancestralTraceV1;
  const values = { name: chain.names.at(-1)! };
  const target: NameTarget = { kind: 'name', name: chain.names[0]!, mode: settings.mode, trim: settings.trim };
  return storySample(
    {
      ...place,
      layout: asked.layout[settings.position],
      values,
      question: fill(asked.question, values),
      format: fill(asked.format, values),
      examples: asked.examples,
      story: wholeStory(kinshipSentences(chain, pack.kinship, templates), settings.mode === 'compat' ? '' : join),
      rubric: { ...target },
      facts: { names: chain.names, ...(settings.mode === 'compat' && { drawSeed: settings.drawSeed }) },
    },
    job,
  );
}
