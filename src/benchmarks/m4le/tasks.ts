/** How the answers of a task are compared (M4LE, `evaluation.py`). */
export type M4leMetric = 'rouge' | 'acc' | 'exact' | 'ids' | 'count' | 'bleu';

/** A task of M4LE, by the name of its file on the hub. */
export interface M4leTask {
  readonly id: string;
  readonly title: string;
  /** Of the text. */
  readonly language: 'en' | 'zh';
  /** Of the answer, where it is another one. */
  readonly answerLanguage?: 'en' | 'zh';
  readonly metric: M4leMetric;
  /** The answer ends before the first of each, one after the other. */
  readonly stops: readonly string[];
  /** Between ids. */
  readonly separator?: string;
  /** The name under which the published evaluation looks for the answers, where the published inference writes them under another. */
  readonly evaluatedAs?: string;
  readonly tags: readonly string[];
}

type Facts = Omit<M4leTask, 'id' | 'title' | 'tags' | 'stops'> & { readonly stops?: readonly string[] };

/** What an ability asks for; diffusion and scope (arXiv 2407.00402), 1 low to 3 high, are our assignment. */
const ABILITIES = {
  'explicit-single': ['retrieval', 'diffusion:1', 'scope:1'],
  'explicit-multiple': ['retrieval', 'diffusion:1', 'scope:2'],
  'semantic-single': ['retrieval', 'diffusion:2', 'scope:1'],
  'semantic-multiple': ['aggregation', 'diffusion:2', 'scope:3'],
  global: ['understanding', 'diffusion:2', 'scope:3'],
} as const;

function task(ability: keyof typeof ABILITIES, id: string, title: string, { stops = [], ...facts }: Facts): M4leTask {
  return { id, title, stops, ...facts, tags: [ability, ...ABILITIES[ability]] };
}

const acc = (language: 'en' | 'zh', stops: readonly string[], more: Partial<Facts> = {}): Facts => ({
  language,
  metric: 'acc',
  stops,
  ...more,
});
const rouge = (language: 'en' | 'zh', stops: readonly string[] = ['\n']): Facts => ({ language, metric: 'rouge', stops });
const bleu = (language: 'en' | 'zh', answerLanguage: 'en' | 'zh'): Facts => ({ language, answerLanguage, metric: 'bleu' });
const ids = (language: 'en' | 'zh', more: Partial<Facts> = {}): Facts =>
  language === 'en'
    ? { language, metric: 'ids', stops: ['.'], separator: ',', ...more }
    : { language, metric: 'ids', stops: ['。'], separator: '，', ...more };
const exact = (language: 'en' | 'zh', stops: readonly string[], more: Partial<Facts> = {}): Facts => ({
  language,
  metric: 'exact',
  stops,
  ...more,
});

const EN_QA = ['\n', '.'];
const ZH_QA = ['\n', '。'];

/** All 39 tasks (M4LE, table 2 and `evaluation.py`), by ability. */
export const M4LE_TASKS: readonly M4leTask[] = [
  task(
    'explicit-single',
    'mnds-news_explicit-single',
    'the class of one news article',
    exact('en', [], { evaluatedAs: 'mnds-news_explicit-single_cls+ret' }),
  ),
  task(
    'explicit-single',
    'thucnews_explicit-single',
    'the class of one news article',
    exact('zh', [], { evaluatedAs: 'thucnews_explicit-single_cls+ret' }),
  ),
  task('explicit-single', 'newsqa', 'a question about one numbered article', acc('en', EN_QA)),
  task('explicit-single', 'c3', 'a question with options about one numbered text', acc('zh', ZH_QA)),
  task('explicit-single', 'wow', 'the topic of one article', acc('en', [',', '\n'])),
  task(
    'explicit-single',
    'drcd_explicit-single',
    'the topic of one article',
    acc('zh', ['，', '\n'], { evaluatedAs: 'drcd_explicit-single_ret' }),
  ),
  task('explicit-single', 'cnnnews', 'a summary of one news article', rouge('en')),
  task('explicit-single', 'cepsum', 'a summary of one product', rouge('zh')),
  task('explicit-single', 'lcsts', 'a summary of one short text', rouge('zh')),
  task('explicit-single', 'ncls', 'a Chinese summary of one article', rouge('zh')),
  task(
    'explicit-multiple',
    'mnds-news_explicit-multiple',
    'all articles of a class',
    ids('en', { evaluatedAs: 'mnds-news_explicit-multiple_cls+ret' }),
  ),
  task(
    'explicit-multiple',
    'thucnews_explicit-multiple',
    'all articles of a class',
    ids('zh', { evaluatedAs: 'thucnews_explicit-multiple_cls+ret' }),
  ),
  task('explicit-multiple', 'marc', 'all positive reviews', ids('en')),
  task('explicit-multiple', 'online-shopping', 'all positive reviews', ids('zh')),
  task('semantic-single', 'wikitext-103', 'the paragraph that goes on from one given', exact('en', ['.'])),
  task('semantic-single', 'wiki2019zh', 'the paragraph that goes on from one given', exact('zh', ['。'])),
  task('semantic-single', 'duorc', 'a question about one of many plots', acc('en', EN_QA)),
  task('semantic-single', 'nq-open', 'a question about one of many passages', acc('en', EN_QA)),
  task('semantic-single', 'dureader', 'a question about one of many passages', acc('zh', ZH_QA)),
  task(
    'semantic-single',
    'drcd_semantic-single',
    'a question about one of many articles',
    acc('zh', ZH_QA, { evaluatedAs: 'drcd_semantic-single_qa' }),
  ),
  task('semantic-single', 'wikihow', 'a summary of the article on a topic', rouge('en')),
  task('semantic-single', 'news2016', 'a summary of the article with a title', rouge('zh')),
  task('semantic-single', 'tedtalks-en2zh', 'a translation of the talk on a topic', bleu('en', 'zh')),
  task('semantic-single', 'tedtalks-zh2en', 'a translation of the talk on a topic', bleu('zh', 'en')),
  task('semantic-multiple', 'mnds-news_semantic-multiple', 'how many articles are of a class', {
    language: 'en',
    metric: 'count',
    stops: ['.'],
    evaluatedAs: 'mnds-news_semantic-multiple_cls+cnt',
  }),
  task('semantic-multiple', 'thucnews_semantic-multiple', 'how many articles are of a class', {
    language: 'zh',
    metric: 'count',
    stops: ['。'],
    evaluatedAs: 'thucnews_semantic-multiple_cls+cnt',
  }),
  task('semantic-multiple', 'hotpotqa', 'a question over two of ten paragraphs', acc('en', EN_QA)),
  task('global', 'bigpatent_global_cls', 'the class of a patent', acc('en', [':'])),
  task('global', 'bigpatent_global_sum', 'a summary of a patent', rouge('en')),
  task('global', 'triviaqa', 'a question about a long text', acc('en', EN_QA)),
  task('global', 'arxiv', 'the abstract of a paper', rouge('en')),
  task('global', 'pubmed', 'the abstract of a medical paper', rouge('en')),
  task('global', 'booksum', 'a summary of a chapter', rouge('en')),
  task('global', 'cnewsum', 'a summary of a news article', rouge('zh', ['\n', '新闻'])),
  task('global', 'clts+', 'a summary of a long news article', rouge('zh', ['\n', '新闻'])),
  task('global', 'open-subtitles-en2zh', 'a translation of subtitles', bleu('en', 'zh')),
  task('global', 'open-subtitles-zh2en', 'a translation of subtitles', bleu('zh', 'en')),
  task('global', 'news-commentary-en2zh', 'a translation of a commentary', bleu('en', 'zh')),
  task('global', 'news-commentary-zh2en', 'a translation of a commentary', bleu('zh', 'en')),
];
