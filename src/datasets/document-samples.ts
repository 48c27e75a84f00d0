import type { Block, Cell, Fit, Message, Sample, SkippedSample, Step, TaskDeps, TokenIndex } from '../core/index.ts';
import { countBlocks } from '../text/index.ts';
import { cutDocument, type CutDocument } from './cut-document.ts';
import type { DataSettings } from './data-options.ts';
import type { DocumentData, DocumentQuestion, Frame, Truncation } from './document-question.ts';

/** The task that samples are made for. */
export interface DocumentTask {
  readonly id: string;
  readonly version: number;
  readonly truncation: Truncation;
}

interface Job {
  readonly task: DocumentTask;
  readonly index: TokenIndex;
  readonly settings: DataSettings;
  readonly deps: TaskDeps;
}

/**
 * The samples of a data file, question by question, each once for every length asked for. Documents are quoted by reference. A document that is too
 * long for the length, or without lengths for the model's window, is cut as the task says; the tokens cut are in the sample's `fit`.
 */
export async function* documentSamples(
  { corpus, questions }: DocumentData,
  { task, settings, deps }: Omit<Job, 'index'>,
): AsyncGenerator<Sample | SkippedSample> {
  const index = corpus && (await deps.index(corpus));
  for (const question of questions) {
    const head = { id: `${task.id}/${question.id}`, task: task.id };
    if ('skipped' in question) yield { ...head, cell: question.cell ?? {}, skipped: question.skipped };
    else if (index) yield* asked(question, { task, index, settings, deps });
  }
}

function* asked(question: DocumentQuestion, job: Job): Generator<Sample | SkippedSample> {
  const { task, settings } = job;
  for (const lengthTokens of settings.lengths ?? [undefined]) {
    const built = wanted(question, settings) ?? builtSample(question, lengthTokens, job);
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      const cell: Cell = {
        language: question.language,
        ...question.cell,
        ...(lengthTokens !== undefined && { askedTokens: lengthTokens }),
        repeat,
      };
      yield { id: [task.id, question.id, lengthTokens ?? [], repeat].flat().join('/'), task: task.id, cell, ...built };
    }
  }
}

function wanted({ language }: DocumentQuestion, { languages }: DataSettings): Pick<SkippedSample, 'skipped'> | undefined {
  if (languages === undefined || languages.includes(language)) return undefined;
  return { skipped: { reason: 'language', detail: `the question is in ${language}; the run asks for ${languages.join(', ')}` } };
}

function builtSample(
  question: DocumentQuestion,
  lengthTokens: number | undefined,
  job: Job,
): Omit<Sample, 'id' | 'task' | 'cell'> | Pick<SkippedSample, 'skipped'> {
  const { task, index, settings, deps } = job;
  const output = { ...question.output, ...(settings.maxTokens !== undefined && { maxTokens: settings.maxTokens }) };
  const limitTokens = limitOf(output.maxTokens, lengthTokens, job);
  const count = (blocks: readonly Block[]) => countBlocks(blocks.map(withoutReplies), deps.tokenizer, index);
  const shown = question.frames.filter(({ showsDocument }) => showsDocument !== false);
  const cut = cutDocument(
    { ...question, frames: shown.length > 0 ? shown : question.frames },
    {
      index,
      tokenizer: deps.tokenizer,
      truncation: task.truncation,
      onPrompt: isOnPrompt(job),
      ...(limitTokens !== undefined && shown.length > 0 && { limitTokens }),
    },
  );
  if (cut === undefined) return { skipped: { reason: 'length', detail: whyTooLong(task.truncation, limitTokens!) } };
  const steps = question.frames.map((frame): Step => ({ messages: messagesOf(frame, cut.block), output: frame.output ?? output }));
  const tokens = steps.map(({ messages }) => messages.reduce((sum, { blocks }) => sum + count(blocks), 0));
  return {
    taskVersion: task.version,
    ask: { kind: 'generate', steps, fit: fitOf(cut, job) },
    target: question.target,
    promptTokens: tokens.reduce((a, b) => a + b, 0),
    ...(tokens.length > 1 && { longestStepTokens: Math.max(...tokens) }),
    cluster: `${task.id}/${question.cluster ?? `document/${question.document}`}`,
    facts: { ...question.facts, mode: settings.mode },
  };
}

/** Tokens that a prompt may have. Published budgets hold the answer too. */
function limitOf(answerTokens: number, lengthTokens: number | undefined, { settings, deps }: Job): number | undefined {
  if (lengthTokens !== undefined) return lengthTokens - (settings.mode === 'compat' ? answerTokens : 0);
  return deps.windowTokens === undefined ? undefined : deps.windowTokens - answerTokens;
}

/** An earlier answer has no length yet: a call's room for it is the answer's own limit. */
function withoutReplies(block: Block): Block {
  return { ...block, pieces: block.pieces.filter((piece) => !('reply' in piece)) };
}

function messagesOf({ system, before, after, showsDocument }: Frame, document: Block): Message[] {
  const user: Message = { from: 'user', blocks: [...before, ...(showsDocument === false ? [] : [document]), ...after] };
  return system === undefined ? [user] : [{ from: 'system', blocks: [{ role: 'instruction', pieces: [{ text: system }] }] }, user];
}

/** Whether the limit holds for the whole prompt; L-Eval publishes one for the document alone. */
function isOnPrompt({ task, settings }: Job): boolean {
  return settings.mode === 'corrected' || !task.truncation.startsWith('words');
}

function whyTooLong(truncation: Truncation, limitTokens: number): string {
  if (truncation === 'none') return `the prompt has more than ${limitTokens} tokens, and is not to be cut`;
  return `the words around the document alone have more than ${limitTokens} tokens`;
}

const CUTS = {
  'words-head': { keep: 'words', variant: 'right-words-loop' },
  'words-tail': { keep: 'words', variant: 'right-words-loop/tail' },
  middle: { keep: 'middle', variant: 'middle-tokens' },
} as const;

function fitOf({ droppedTokens }: CutDocument, job: Job): Fit {
  const { truncation } = job.task;
  const tokenizer = job.deps.tokenizer.id;
  if (truncation === 'none') return { policy: 'as-is', tokenizer };
  return { policy: 'truncate', ...CUTS[truncation], on: isOnPrompt(job) ? 'prompt' : 'context', tokenizer, droppedTokens };
}
