import type { M4leMetric, M4leTask } from './tasks.ts';

/** What a row of a file holds beside its text. */
export type PairFile = 'qa' | 'titled' | 'summaries' | 'translations' | 'texts';

/** A recipe over texts with something that is asked about each (M4LE, section 3: construction). */
export interface PairTask {
  readonly id: `built-${string}`;
  readonly title: string;
  readonly file: PairFile;
  /** How the text is named: by its number or id, by what it is about, or it stands alone. */
  readonly scope: 'explicit' | 'semantic' | 'global';
  readonly ask: 'question' | 'topic' | 'summary' | 'translation' | 'class';
  readonly metric: M4leMetric;
  readonly tags: readonly string[];
}

const TAGS = {
  explicit: ['explicit-single', 'retrieval', 'diffusion:1', 'scope:1'],
  semantic: ['semantic-single', 'retrieval', 'diffusion:2', 'scope:1'],
  global: ['global', 'understanding', 'diffusion:2', 'scope:3'],
} as const;

function task(id: PairTask['id'], title: string, facts: Pick<PairTask, 'file' | 'scope' | 'ask' | 'metric'>): PairTask {
  return { id, title, ...facts, tags: TAGS[facts.scope] };
}

export const PAIR_TASKS: readonly PairTask[] = [
  task('built-explicit-qa', 'a question about the text with a number', { file: 'qa', scope: 'explicit', ask: 'question', metric: 'acc' }),
  task('built-explicit-topic', 'the topic of the text with an id', { file: 'titled', scope: 'explicit', ask: 'topic', metric: 'acc' }),
  task('built-explicit-summary', 'a summary of the text with an id', {
    file: 'summaries',
    scope: 'explicit',
    ask: 'summary',
    metric: 'rouge',
  }),
  task('built-semantic-qa', 'a question about one of many texts', { file: 'qa', scope: 'semantic', ask: 'question', metric: 'acc' }),
  task('built-semantic-summary', 'a summary of the text on a topic', {
    file: 'summaries',
    scope: 'semantic',
    ask: 'summary',
    metric: 'rouge',
  }),
  task('built-semantic-translation', 'a translation of the text on a topic', {
    file: 'translations',
    scope: 'semantic',
    ask: 'translation',
    metric: 'bleu',
  }),
  task('built-global-qa', 'a question about a long text', { file: 'qa', scope: 'global', ask: 'question', metric: 'acc' }),
  task('built-global-class', 'the class of a long text', { file: 'texts', scope: 'global', ask: 'class', metric: 'exact' }),
  task('built-global-summary', 'a summary of a long text', { file: 'summaries', scope: 'global', ask: 'summary', metric: 'rouge' }),
  task('built-global-translation', 'a translation of a long text', {
    file: 'translations',
    scope: 'global',
    ask: 'translation',
    metric: 'bleu',
  }),
];

/** The recipe as the scorer of published answers knows tasks. Questions, topics and classes end at a line or a full stop, as in the paper; summaries at a line. */
export function scoredAs({ id, title, metric, tags, ask }: PairTask, language: 'en' | 'zh'): M4leTask {
  const stops = ask === 'translation' ? [] : ask === 'summary' ? ['\n'] : ['\n', language === 'zh' ? '。' : '.'];
  return { id, title, metric, tags, language, answerLanguage: language === 'zh' ? 'en' : 'zh', stops };
}
