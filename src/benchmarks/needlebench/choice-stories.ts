import type { PythonRandom, Sample, SkippedSample } from '../../core/index.ts';
import { drawKinshipChain } from '../../worlds/index.ts';
import { fill } from './fill.ts';
import { kinshipSentences } from './kinship-sentences.ts';
import type { ChoiceTarget } from './choice-score.ts';
import { storySample, wholeStory } from './story-sample.ts';
import { storyRandom, tooFewNames, type TraceJob } from './trace-job.ts';

const TASK = 'ancestral-trace';
const LETTERS = 'ABCD';

/** v1 multiple choice: the gold stands first, and every item is asked in its four rotations (circular evaluation). */
export function* choiceStories(job: TraceJob): Generator<Sample | SkippedSample> {
  const { settings, language, names } = job;
  for (const needles of settings.atcNeedles) {
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const path = `${language}/${needles}/choice/${repeat}`;
      const cell = { language, needles, form: 'choice', position: settings.position, repeat };
      if (Math.max(needles, 4) > names.length)
        yield tooFewNames({ task: TASK, path, cell }, { needed: Math.max(needles, 4), names: names.length });
      else yield* rotations(job, { needles, path, cell, random: storyRandom(job, repeat, TASK, language, 'choice', needles, repeat) });
    }
  }
}

interface Item {
  readonly needles: number;
  readonly path: string;
  readonly cell: Sample['cell'];
  readonly random: PythonRandom;
}

function* rotations(job: TraceJob, { needles, path, cell, random }: Item): Generator<Sample> {
  const { settings, pack, names } = job;
  const { templatesV1: templates, terms, join } = pack.kinship;
  const chain = drawKinshipChain(random, { names, people: needles, templates: templates.length, terms });
  const options = optionsOf(chain.names, names, random);
  const asked = pack.ancestralTraceChoice;
  const values = { name: chain.names.at(-1)! };
  const story = wholeStory(kinshipSentences(chain, pack.kinship, templates), settings.mode === 'compat' ? '' : join);
  for (let rotation = 0; rotation < LETTERS.length; rotation++) {
    const order = options.map((_, i) => (i + rotation) % options.length);
    const listed = order.map((option, i) => fill(asked.option, { letter: LETTERS[i]!, text: options[option]! })).join('');
    const target: ChoiceTarget = { kind: 'choice', order, gold: 0, letters: LETTERS, mode: settings.mode };
    yield storySample(
      {
        task: TASK,
        path: `${path}/${order.map((option) => LETTERS[option]!).join('')}`,
        cell: { ...cell, rotation },
        group: `needlebench/${TASK}/${path}`,
        layout: asked.layout[settings.position],
        values,
        question: fill(asked.question, values),
        format: listed + fill(asked.format, values),
        examples: settings.reasonedExamples ? asked.reasoned : asked.plain,
        story,
        rubric: { ...target },
      },
      job,
    );
  }
}

/** The first four people, filled up with others for shorter chains. */
function optionsOf(people: readonly string[], names: readonly string[], random: PythonRandom): readonly string[] {
  const missing = Math.max(0, LETTERS.length - people.length);
  const others =
    missing === 0
      ? []
      : random.sample(
          names.filter((name) => !people.includes(name)),
          missing,
        );
  return [...people, ...others].slice(0, LETTERS.length);
}
