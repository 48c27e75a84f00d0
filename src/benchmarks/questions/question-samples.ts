import {
  FathomError,
  type Block,
  type Cell,
  type JsonObject,
  type Placement,
  type Sample,
  type SkippedSample,
  type TaskDeps,
  type TokenIndex,
} from '../../core/index.ts';
import { countBlocks, fitHaystack, indexCorpus, seededTape, type Tape } from '../../text/index.ts';
import type { Question, QuestionFile } from './load-question-file.ts';
import { documentBlocks, documentPiece, trimmedPiece, wholeHaystack } from './question-context.ts';
import { frameOf } from './question-frame.ts';
import { DEFAULT_MAX_TOKENS, readQuestionOptions, type QuestionSettings } from './question-options.ts';
import type { Rubric } from './scorers.ts';

/** Version of layout and scoring. The wording is the user's, and its digest is in the run's record. */
export const TASK_VERSION = 1;

interface Job {
  readonly task: string;
  readonly file: QuestionFile;
  readonly index: TokenIndex;
  readonly settings: QuestionSettings;
  readonly deps: TaskDeps;
  tape(language: string, repeat: number): Promise<Tape>;
}

/** Where a sample stands: without a length its documents are the prompt, without a depth nothing is hidden in the haystack. */
interface Seat {
  readonly lengthTokens?: number;
  readonly depthPercent?: number;
  readonly repeat: number;
}

/** The samples of a question file, question by question in the order of the file. */
export async function* questionSamples(
  { task, file }: Pick<Job, 'task' | 'file'>,
  options: JsonObject,
  deps: TaskDeps,
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readQuestionOptions(options);
  const job: Job = { task, file, index: await indexCorpus(file.corpus, deps.tokenizer), settings, deps, tape: tapesOf(deps) };
  for (const question of chosen(file, settings)) for (const seat of seatsOf(question, settings)) yield sampleAt(question, seat, job);
}

function chosen({ path, questions }: QuestionFile, { ids }: QuestionSettings): readonly Question[] {
  const unknown = ids?.find((id) => questions.every((question) => question.id !== id));
  if (unknown !== undefined)
    throw new FathomError('misuse', `${path} has no question ${JSON.stringify(unknown)}.`, {
      fix: 'Questions without an id are numbered from 1.',
    });
  return questions.filter(({ id }) => ids?.includes(id) ?? true);
}

function tapesOf(deps: TaskDeps): Job['tape'] {
  const tapes = new Map<string, Promise<Tape>>();
  return (language, repeat) => {
    const make = async () => seededTape(await deps.haystack(language), { seed: deps.seed, repeat });
    const tape = tapes.get(`${language}/${repeat}`) ?? make();
    tapes.set(`${language}/${repeat}`, tape);
    return tape;
  };
}

function* seatsOf({ documents }: Question, { lengths, depths, repeats }: QuestionSettings): Generator<Seat> {
  const places = lengths?.flatMap((lengthTokens) =>
    documents.length === 0 ? [{ lengthTokens }] : depths.map((depthPercent) => ({ lengthTokens, depthPercent })),
  );
  for (const place of places ?? [{}]) for (let repeat = 0; repeat < repeats; repeat++) yield { ...place, repeat };
}

async function sampleAt(question: Question, seat: Seat, job: Job): Promise<Sample | SkippedSample> {
  const { id, language, tags } = question;
  const { lengthTokens, depthPercent, repeat } = seat;
  const { languages } = job.settings;
  const cell: Cell = {
    language,
    question: id,
    ...(lengthTokens !== undefined && { askedTokens: lengthTokens }),
    ...(depthPercent !== undefined && { depthPercent }),
    ...(tags.length > 0 && { tags: tags.join(', ') }),
    repeat,
  };
  const place = lengthTokens === undefined ? [] : [lengthTokens, depthPercent ?? '-'];
  const head = { id: [job.task, id, ...place, repeat].join('/'), task: job.task, cell };
  if (languages && !languages.includes(language)) {
    const detail = `the question is in ${language}; the run asks for ${languages.join(', ')}`;
    return { ...head, skipped: { reason: 'language', detail } };
  }
  const prompt = lengthTokens === undefined ? await asIs(question, job) : await hidden(question, { ...seat, lengthTokens }, job);
  if ('skipped' in prompt) return { ...head, skipped: prompt.skipped };
  return { ...head, taskVersion: TASK_VERSION, ...askOf(question, prompt, { seat, job }) };
}

interface Prompt {
  readonly blocks: readonly Block[];
  readonly promptTokens: number;
  readonly placements?: readonly Placement[];
}

/** The documents of the question, or the whole of the run's haystack, as they are. */
async function asIs(question: Question, { file, index, settings, deps }: Job): Promise<Prompt> {
  const own = question.documents.length > 0;
  const source = own ? index : await givenHaystack(question, file, deps);
  const context = own ? documentBlocks(file.corpus, question.documents) : wholeHaystack(source);
  const { before, after } = frameOf(question, settings.position);
  const blocks = [...before, ...context, ...after];
  return { blocks, promptTokens: countBlocks(blocks, deps.tokenizer, source) };
}

/** The documents at a depth of a haystack; without documents the haystack alone, cut to the length. */
async function hidden(
  question: Question,
  { lengthTokens, depthPercent = 0, repeat }: Seat & { readonly lengthTokens: number },
  { file: { corpus, ...file }, settings, deps, tape }: Job,
): Promise<Prompt | { readonly skipped: SkippedSample['skipped'] }> {
  if (question.documents.length === 0) await givenHaystack(question, file, deps);
  const pieces = question.documents.map((document) => trimmedPiece(corpus, documentPiece(corpus, document)));
  const texts = pieces.map(({ from, to }) => apart(Buffer.from(corpus.bytes.subarray(from, to)).toString('utf8')));
  const built = fitHaystack({
    tape: await tape(question.language, repeat),
    tokenizer: deps.tokenizer,
    lengthTokens,
    ...frameOf(question, settings.position),
    needles: texts.map(({ text, around }, i) => ({ id: `document-${i + 1}`, text: `${around}${text}${around}`, depthPercent })),
  });
  if (built.status === 'skipped') return { skipped: { reason: built.reason, detail: built.detail } };
  const blocks = built.blocks.map((block): Block => {
    const at = block.role === 'evidence' ? Number(block.id!.slice('document-'.length)) - 1 : -1;
    if (at === -1) return block;
    const around = texts[at]!.around === '' ? [] : [{ text: texts[at]!.around }];
    return { ...block, role: question.documents[at]!.evidence ? 'evidence' : 'context', pieces: [...around, pieces[at]!, ...around] };
  });
  return { blocks, promptTokens: built.promptTokens, placements: built.placements };
}

/** A document of one line stands between sentences, a longer one in paragraphs of its own. */
function apart(text: string): { readonly text: string; readonly around: string } {
  return { text, around: text.includes('\n') ? '\n\n' : '' };
}

/** The haystack that a question without documents is about: the user's, never a built-in one. */
async function givenHaystack({ id, language }: Question, { path }: Pick<QuestionFile, 'path'>, deps: TaskDeps): Promise<TokenIndex> {
  const index = await deps.haystack(language);
  if (index.corpus.origin['kind'] !== 'builtin') return index;
  throw new FathomError('misuse', `Question ${JSON.stringify(id)} of ${path} has no documents, and the run has no haystack of yours.`, {
    fix: 'Give the question documents, or the run a text: --haystack FILE.',
  });
}

function askOf(
  question: Question,
  { blocks, promptTokens, placements }: Prompt,
  { seat, job }: { readonly seat: Seat; readonly job: Job },
) {
  const { scorer, expected, choices, language, documents } = question;
  const rubric: Rubric = { scorer, expected, ...(choices && { choices }), ...(scorer === 'judge' && { question: question.question }) };
  const hides = seat.lengthTokens !== undefined;
  return {
    ask: {
      kind: 'generate',
      steps: [
        {
          messages: [{ from: 'user', blocks }],
          output: { maxTokens: job.settings.maxTokens ?? question.maxTokens ?? DEFAULT_MAX_TOKENS },
        },
      ],
      fit: { policy: hides ? 'exact' : 'as-is', tokenizer: job.deps.tokenizer.id },
    },
    target: expected.length === 1 ? expected[0]! : expected,
    promptTokens,
    ...(placements && { placements }),
    cluster: hides ? `haystack/${language}/${seat.repeat}` : `documents/${documents.map(({ number }) => number).join('-')}`,
    facts: { rubric: { ...rubric } },
  } satisfies Omit<Sample, 'id' | 'task' | 'taskVersion' | 'cell'>;
}
