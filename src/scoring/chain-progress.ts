import { lastBoxed, plain } from './boxed.ts';
import { foldText } from './keyword.ts';
import { endsInLoop } from './repetition.ts';

/** How an answer about a chain of people went wrong. */
export type ChainErrorClass =
  'under-thinking' | 'off-chain-name' | 'hallucination' | 'wrong-number' | 'no-box' | 'repetition' | 'cut-off' | 'unanswerable-missed';

export interface ChainQuestion {
  /** The way from the person asked about (first) to the right answer (last). */
  readonly path: readonly string[];
  /** Everybody named in the text. */
  readonly people: readonly string[];
  /** The answer is a number. */
  readonly numeric?: boolean;
  /** What an answer says when nothing can be concluded, and whether that is right here. */
  readonly unknown?: { readonly word: string; readonly right: boolean };
}

/** How far along the chain an answer got, 0–1, and the class of its failure. Both absent when they cannot be told. */
export interface ChainProgress {
  readonly progress?: number;
  readonly errorClass: ChainErrorClass;
  readonly why: string;
}

/**
 * Sorts a wrong answer (our measure of the paper's under-thinking). With N links and the named person k links short of the answer, progress
 * is (N − k)/N. A person on the way, or "cannot be known" where it can, is under-thinking: the next link was in the text.
 */
export function chainProgress(answer: string, question: ChainQuestion, options: { readonly cut?: boolean } = {}): ChainProgress {
  const box = lastBoxed(answer, 'lenient');
  if (box === null || box.trim() === '') return withoutBox(answer, options.cut ?? false);
  const said = plain(box);
  if (question.unknown?.right) return { errorClass: 'unanswerable-missed', why: `named ${clip(said)} where the text does not say` };
  if (question.unknown && said === plain(question.unknown.word)) {
    return { progress: 0, errorClass: 'under-thinking', why: 'said that it cannot be known' };
  }
  return question.numeric ? { errorClass: 'wrong-number', why: `answered ${clip(said)}` } : named(said, question);
}

function named(said: string, question: ChainQuestion): ChainProgress {
  const at = question.path.findIndex((name) => plain(name) === said);
  const links = question.path.length - 1;
  if (at >= 0) return { progress: links > 0 ? at / links : 1, errorClass: 'under-thinking', why: `stopped at link ${at} of ${links}` };
  const known = question.people.some((name) => foldText(name) === foldText(said) || plain(name) === said);
  return known
    ? { progress: 0, errorClass: 'off-chain-name', why: `named ${clip(said)}, who is not on the way` }
    : { progress: 0, errorClass: 'hallucination', why: `named ${clip(said)}, who is not in the text` };
}

function withoutBox(answer: string, cut: boolean): ChainProgress {
  if (endsInLoop(answer)) return { errorClass: 'repetition', why: 'the answer ends in a loop' };
  if (cut) return { errorClass: 'cut-off', why: 'the answer was cut at the token limit' };
  return { errorClass: 'no-box', why: 'no boxed answer' };
}

function clip(text: string): string {
  const points = Array.from(text.slice(0, 200));
  return JSON.stringify(points.length > 60 ? `${points.slice(0, 60).join('')}…` : text);
}
