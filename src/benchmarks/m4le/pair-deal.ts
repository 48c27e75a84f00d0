import { seededRandom, type Block, type TokenIndex } from '../../core/index.ts';
import { textBlock } from '../../datasets/index.ts';
import { goldPlace } from './gold-places.ts';
import { PAIR_WORDINGS } from './pair-prompts.ts';
import type { PairTask } from './pair-tasks.ts';
import type { PairEntry, PairTexts } from './pair-texts.ts';

/** Blocks of a prompt, and where the text that is asked about stands. */
export interface DealtPrompt {
  readonly blocks: readonly Block[];
  readonly place: number;
}

/** A question with everything that its prompt may hold. */
export interface PairDeal {
  readonly entry: PairEntry;
  /** Texts that there are for a prompt, with the one asked about. */
  readonly most: number;
  promptWith(count: number): DealtPrompt;
}

export interface DealOptions {
  readonly task: PairTask;
  readonly language: 'en' | 'zh';
  readonly seed: number;
}

/**
 * Deals one question after another. Asked are entries in seeded order; beside the text stand others in seeded order, none on the same topic; the last question of the order
 * is the solved example, with one text more.
 */
export function pairDealer(
  { entries, corpus }: PairTexts,
  index: TokenIndex,
  { task, language, seed }: DealOptions,
): (repeat: number) => PairDeal | undefined {
  const usable = task.scope === 'semantic' && task.ask !== 'question' ? entries.filter(({ topic }) => topic !== undefined) : entries;
  const order = seededRandom(seed, 'm4le', task.id, language).shuffle([...usable]);
  const isGlobal = task.scope === 'global';
  const [shown, spare] = isGlobal ? [] : [order.at(-1), order.findLast(({ document }) => document !== order.at(-1)!.document)];
  const asked = shown && spare ? order.filter((each) => each.document !== shown.document && each.document !== spare.document) : order;
  const labels = [...new Set(usable.flatMap(({ answers }) => answers))].toSorted();
  const frame: FrameOptions = {
    task,
    language,
    digest: corpus.digest,
    documents: index.corpus.documents,
    labels: task.ask === 'class' ? labels : [],
  };
  return (repeat) => {
    const entry = asked[repeat];
    if (!entry) return undefined;
    const random = seededRandom(seed, 'm4le', task.id, language, repeat);
    const sameTopic = new Set(entries.flatMap(({ topic, document }) => (topic !== undefined && topic === entry.topic ? [document] : [])));
    const isOther = (document: number) =>
      document !== entry.document && document !== shown?.document && document !== spare?.document && !sameTopic.has(document);
    const documents = isGlobal ? [] : random.shuffle([...new Set(asked.map(({ document }) => document))].filter(isOther));
    const names = namesFor(frame, { random, count: documents.length + 3 });
    const example = shown && spare ? exampleBlocks({ shown, spare: spare.document, names: names.slice(-2) }, frame) : [];
    const promptWith = (count: number): DealtPrompt => {
      const place = isGlobal ? 0 : goldPlace(count, repeat);
      const all = documents.slice(0, count - 1).toSpliced(place, 0, entry.document);
      const head = textBlock('instruction', PAIR_WORDINGS[language].instruction(task));
      const items = all.map((document, i) => itemBlock({ document, name: names[i]!, role: i === place ? 'evidence' : 'context' }, frame));
      return { place, blocks: [head, ...example, ...items, questionBlock(entry, { name: names[place]!, role: 'question' }, frame)] };
    };
    return { entry, most: documents.length + 1, promptWith };
  };
}

interface FrameOptions {
  readonly task: PairTask;
  readonly language: 'en' | 'zh';
  readonly digest: string;
  readonly documents: Float64Array;
  readonly labels: readonly string[];
}

/** Questions name texts by number, as published; all else by an id of six characters. */
function namesFor(
  { task, language }: FrameOptions,
  { random, count }: { readonly random: ReturnType<typeof seededRandom>; readonly count: number },
): string[] {
  const { text } = PAIR_WORDINGS[language];
  if (task.ask === 'question' || task.scope === 'global') return Array.from({ length: count }, (_, i) => `${text} ${i + 1}`);
  const ids = new Set<string>();
  while (ids.size < count) ids.add(random.bits(24).toString(16).padStart(6, '0').toUpperCase());
  return [...ids].map((id) => `${text} ${id}`);
}

function itemBlock(
  { document, name, role }: { readonly document: number; readonly name: string; readonly role: Block['role'] },
  frame: FrameOptions,
): Block {
  const { documents, digest, language, task } = frame;
  const span = { doc: digest, from: documents[document]!, to: documents[document + 1]! };
  const head = task.scope === 'global' ? [] : [{ text: PAIR_WORDINGS[language].item(name) }];
  return { role, id: name, pieces: [...head, span, { text: '\n\n' }] };
}

function questionBlock(
  entry: PairEntry,
  { name, role }: { readonly name: string; readonly role: Block['role'] },
  { task, language, labels }: FrameOptions,
): Block {
  const wording = PAIR_WORDINGS[language];
  const about = { name, topic: entry.topic ?? '', question: entry.question ?? '', labels: labels.join(wording.comma) };
  return textBlock(role, wording.question(task, about));
}

function exampleBlocks(
  { shown, spare, names }: { readonly shown: PairEntry; readonly spare: number; readonly names: readonly string[] },
  frame: FrameOptions,
): readonly Block[] {
  const { example, texts, gap } = PAIR_WORDINGS[frame.language];
  const [first, second] = frame.task.ask === 'question' ? namesFor(frame, { random: seededRandom(0), count: 2 }) : names;
  return [
    textBlock('example', example),
    itemBlock({ document: spare, name: first!, role: 'example' }, frame),
    itemBlock({ document: shown.document, name: second!, role: 'example' }, frame),
    questionBlock(shown, { name: second!, role: 'example' }, frame),
    textBlock('example', `${gap}${shown.answers[0]}\n\n${texts}`),
  ];
}
