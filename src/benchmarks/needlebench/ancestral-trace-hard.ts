/**
 * Ancestral trace, hard (our own). The published story is one line: its eldest is the only person who is nobody's child, and its distance is the
 * sum of all statements, so that all four questions can be answered without tracing. Here the line has side branches, whole other families share
 * the supply of names, generations asked for end in the middle, distances run over a common ancestor, and some questions have no answer.
 */
import {
  seededRandom,
  type Answer,
  type Block,
  type JsonObject,
  type Result,
  type Sample,
  type SkippedSample,
  type Task,
  type TaskDeps,
} from '../../core/index.ts';
import { drawKinshipForest, forestPeople, type KinshipForest } from '../../worlds/index.ts';
import { scoreBoxed, type BoxedTarget } from './boxed-score.ts';
import { fill } from './fill.ts';
import { askForest, type ForestQuestion } from './forest-question.ts';
import { skippedSample, TASK_VERSION } from './haystack-sample.ts';
import type { QuestionType } from './options.ts';
import type { LanguagePack } from './prompt-pack.ts';
import { storySample } from './story-sample.ts';
import { defaultsFor, PAPER } from './task-facts.ts';
import { tooFewNames, traceSamples, type TraceJob } from './trace-job.ts';
import { rubricOf } from './rubric.ts';

const TASK = 'ancestral-trace-hard';

function* stories(job: TraceJob): Generator<Sample | SkippedSample> {
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

function story(job: TraceJob, { needles, question, repeat, path }: Seat): Sample | SkippedSample {
  const { settings, deps, language, pack, names } = job;
  const { branches, distractors } = settings;
  const cell = { language, needles, question, branches, distractors, position: settings.position, repeat };
  const shape = { spine: needles, branches, distractors };
  if (forestPeople(shape) > names.length)
    return tooFewNames({ task: TASK, path, cell }, { needed: forestPeople(shape), names: names.length });
  const random = seededRandom(deps.seed, 'needlebench', TASK, language, question, needles, branches, distractors, repeat);
  const { templates, terms, inverseTemplates, inverseTerms } = pack.kinship;
  const answerable = random.below(100) >= settings.unanswerablePercent;
  const kinship = { templates: templates.length, terms, inverseTemplates: inverseTemplates.length, inverseTerms };
  for (let left = ATTEMPTS; left > 0; left--) {
    const forest = drawKinshipForest(random, { ...shape, ...kinship, names });
    const asked = askForest(forest, question, { random, answerable });
    if (asked) return forestSample(job, { path, cell, question, forest, asked });
  }
  return skippedSample({ task: TASK, path, cell }, { reason: 'no-question', detail: 'No forest drawn allows a question with one answer.' });
}

const ATTEMPTS = 50;

interface Told {
  readonly path: string;
  readonly cell: Sample['cell'];
  readonly question: QuestionType;
  readonly forest: KinshipForest;
  readonly asked: ForestQuestion;
}

function forestSample(job: TraceJob, { path, cell, question, forest, asked }: Told): Sample {
  const wording = job.pack.ancestralTraceHard[question];
  const word = job.pack.ancestralTraceHard.unknown;
  const nameOf = (person: number) => forest.people[person]!.name;
  const values = {
    name: asked.person === 'stranger' ? forest.stranger : nameOf(asked.person),
    ...(asked.other !== undefined && { other: nameOf(asked.other) }),
    ...(asked.generations !== undefined && { n: asked.generations }),
  };
  const target: BoxedTarget = {
    kind: 'boxed',
    mode: 'corrected',
    answer: typeof asked.answer === 'number' ? nameOf(asked.answer) : (asked.answer ?? word),
    path: asked.path.map(nameOf),
    people: forest.people.map(({ name }) => name),
    unknown: { word, right: asked.answer === undefined },
    ...(question === 'distance' && { numeric: true }),
  };
  return storySample(
    {
      task: TASK,
      path,
      cell: { ...cell, answerable: asked.answer !== undefined },
      layout: wording.layout[job.settings.position],
      values,
      question: fill(wording.question, values),
      format: fill(wording.format, values),
      examples: wording.examples,
      story: forestStory(forest, asked, job.pack.kinship),
      rubric: { ...target, unknown: { ...target.unknown! } },
    },
    job,
  );
}

/** Statements that the answer needs are evidence, all others context; neighbours of one kind share a block. */
function forestStory(forest: KinshipForest, { needed }: ForestQuestion, kinship: LanguagePack['kinship']): readonly Block[] {
  const blocks: { role: 'evidence' | 'context'; id: string; text: string }[] = [];
  forest.story.forEach((person, i) => {
    const role = needed.has(person) ? 'evidence' : 'context';
    const text = statement(forest, person, kinship) + (i < forest.story.length - 1 ? kinship.join : '');
    const last = blocks.at(-1);
    if (last?.role === role) last.text += text;
    else blocks.push({ role, id: `story-${blocks.length}`, text });
  });
  return blocks.map(({ role, id, text }) => ({ role, id, pieces: [{ text }] }));
}

function statement({ people }: KinshipForest, person: number, kinship: LanguagePack['kinship']): string {
  const { name, parent, inverse, template, term } = people[person]!;
  const words = inverse ? kinship.inverseTerms : kinship.terms;
  const sentences = inverse ? kinship.inverseTemplates : kinship.templates;
  return fill(sentences[template]!, { A: people[parent]!.name, B: name, rel: words[term]!.word });
}

function score(answer: Answer, sample: Sample): Result {
  return scoreBoxed(answer, rubricOf<BoxedTarget>(sample));
}

/** The task `needlebench/ancestral-trace-hard`. It has one mode, whatever `mode` says: nothing was published to be compatible with. */
export const ancestralTraceHard: Task = {
  id: `needlebench/${TASK}`,
  version: TASK_VERSION,
  title: 'Ancestral trace, hard (ATC-hard)',
  paper: PAPER,
  tags: ['needlebench', 'reasoning', 'information-dense', 'own', 'diffusion:3', 'scope:3'],
  languages: ['en', 'zh'],
  defaults: defaultsFor(TASK),
  fidelity: { corrected: 'own' },
  views: [{ kind: 'profile', x: 'needles' }],
  samples: (options: JsonObject, deps: TaskDeps) => traceSamples(TASK, options, { deps, stories }),
  score,
};
