import { benchmarks } from './benchmarks.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { fields } from './fields.ts';
import { names } from './names.ts';
import { taskNames } from './task-names.ts';
import { plan } from './plan.ts';
import { prompt } from './prompt.ts';
import { run } from './run.ts';
import { runFigures } from './run-figures.ts';
import { runs } from './runs.ts';
import { sample } from './sample.ts';
import { search } from './search.ts';
import { start } from './start.ts';

/** Every word of the page, by language. */
export const WORDS = {
  en: {
    ...common.en,
    ...names.en,
    ...taskNames.en,
    ...runs.en,
    ...run.en,
    ...runFigures.en,
    ...search.en,
    ...prompt.en,
    ...sample.en,
    ...compare.en,
    ...benchmarks.en,
    ...start.en,
    ...fields.en,
    ...plan.en,
  },
  'zh-CN': {
    ...common['zh-CN'],
    ...names['zh-CN'],
    ...taskNames['zh-CN'],
    ...runs['zh-CN'],
    ...run['zh-CN'],
    ...runFigures['zh-CN'],
    ...search['zh-CN'],
    ...prompt['zh-CN'],
    ...sample['zh-CN'],
    ...compare['zh-CN'],
    ...benchmarks['zh-CN'],
    ...start['zh-CN'],
    ...fields['zh-CN'],
    ...plan['zh-CN'],
  },
};

/** The name of a text of the page. */
export type WordingKey = keyof (typeof WORDS)['en'];
