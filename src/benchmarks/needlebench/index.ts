import type { Family } from '../../core/index.ts';
import { aggregateNeedleBench, headlineNeedleBench } from './aggregate.ts';
import { ancestralTrace } from './ancestral-trace.ts';
import { ancestralTraceHard } from './ancestral-trace-hard.ts';
import { multiReasoning } from './multi-reasoning.ts';
import { multiRetrieval } from './multi-retrieval.ts';
import { singleRetrieval } from './single-retrieval.ts';
import { SUITE_OPTIONS } from './suites.ts';
import { PAPER } from './task-facts.ts';

/** NeedleBench v1 and v2 (arXiv 2407.11963): README.md beside this file says what is published, what is repaired and what is ours. */
export const needlebench: Family = {
  id: 'needlebench',
  title: 'NeedleBench: retrieval and reasoning across information densities',
  paper: PAPER,
  summary:
    'Needles at every depth of a haystack of any length: find one, find many, reason over several; and kinship chains that are all needles.',
  tasks: [singleRetrieval, multiRetrieval, multiReasoning, ancestralTrace, ancestralTraceHard],
  suites: SUITE_OPTIONS,
  aggregate: aggregateNeedleBench,
  headline: headlineNeedleBench,
};

export { loadPromptPack } from './load-prompt-pack.ts';
export { promptPackJsonSchema, promptPackSchema, type PromptPack } from './prompt-pack.ts';
