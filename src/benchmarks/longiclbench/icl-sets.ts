import type { z } from 'zod';
import type { RawExample } from './icl-example.ts';
import { bankingRow, dialogueRow, discoveryRow, emotionRow, tacredRow } from './icl-rows.ts';

/** How answers of a set are scored: equality of the label; one label that may be none of the set's; a list by position. */
export type IclScoring = 'accuracy' | 'label-f1' | 'relation-f1';

/** A set of LongICLBench whose examples are texts with labels. */
export interface IclSet {
  readonly id: string;
  readonly title: string;
  /** What its files may be called without ending, as `NAME_train` and `NAME_test`, or as `train` and `test` in a folder NAME. */
  readonly names: readonly string[];
  readonly row: z.ZodType<RawExample | undefined>;
  readonly scoring: IclScoring;
  /** Test rows taken of each label, the first ones; absent: all, up to 500 labels. */
  readonly perLabel?: number;
  /** Pairs that one to five rounds show; absent: a round is an example of each label. */
  readonly roundPairs?: readonly number[];
  /** What to do, in our words. */
  readonly instruction: string;
  /** Before a text. */
  readonly marker: string;
  /** Between a text and its label. */
  readonly cue: string;
  /** Signs that the published reading deletes in a reply. */
  readonly deletes?: RegExp;
}

/** The sets (Li et al. 2024, section 3) with markers as published; Few-NERD stands by itself, as its answers are lists of entities. */
export const ICL_SETS: readonly IclSet[] = [
  {
    id: 'goemotion',
    title: 'GoEmotions: the emotion of a comment, of 28',
    names: ['go_emotions', 'goemotion', 'go_emotion', 'goemotions'],
    row: emotionRow,
    scoring: 'accuracy',
    perLabel: 25,
    instruction:
      'Each comment below shows one emotion. Learn from the examples, then name the emotion of the last comment and nothing else.\n\n',
    marker: 'comment: ',
    cue: '\nemotion category:',
  },
  {
    id: 'banking77',
    title: 'BANKING77: the intent of a request to a bank, of 77',
    names: ['banking77'],
    row: bankingRow,
    scoring: 'accuracy',
    perLabel: 7,
    instruction:
      'Each request below was sent to a bank and has one intent. Learn from the examples, then name the intent of the last request and nothing else.\n\n',
    marker: 'service query: ',
    cue: '\nintent category:',
  },
  {
    id: 'tacred',
    title: 'TacRED: how two entities of a sentence are related, of 41 relations',
    names: ['tacred'],
    row: tacredRow,
    scoring: 'label-f1',
    perLabel: 20,
    instruction:
      'Each sentence below has a subject and an object, and a relation from the one to the other. Learn from the examples, then name the relation of the last sentence and nothing else.\n\n',
    marker: 'sentence: ',
    cue: '\nrelation:',
  },
  {
    id: 'dialogre',
    title: 'DialogRE: how pairs of people and things in a dialogue are related, of 36 relations',
    names: ['dialogueRE', 'dialogre'],
    row: dialogueRow,
    scoring: 'relation-f1',
    roundPairs: [34, 67, 99, 131, 163],
    instruction:
      'Each dialogue below is followed by pairs of names and, in the same order, by the relation of each pair. Learn from the examples, then list the relations of the last dialogue in one line, with commas between, and nothing else.\n\n',
    marker: 'Dialogue:\n',
    cue: '\nThe relations, in the same order:',
  },
  {
    id: 'discovery',
    title: 'Discovery: the word or words between two sentences, of 174',
    names: ['discovery'],
    row: discoveryRow,
    scoring: 'accuracy',
    perLabel: 4,
    instruction:
      'Between the two sentences of each pair below a word or some words are left out. Learn from the examples, then say what belongs between the last two sentences and nothing else.\n\n',
    marker: 'sentences: ',
    cue: '\nconjunction:',
    deletes: /[“”,."]/g,
  },
];
