export { readDataOptions, type DataFamily, type DataSettings } from './data-options.ts';
export { describeIssue } from './describe-issue.ts';
export { textBlock, type DocumentData, type DocumentQuestion, type Frame, type LeftOut, type Truncation } from './document-question.ts';
export { documentSamples, type DocumentTask } from './document-samples.ts';
export { readJson, readText } from './read-json.ts';
export { readJsonl } from './read-jsonl.ts';
export { type JsonlRow } from './rows/checked-row.ts';
export { readJsonlRows } from './rows/jsonl-rows.ts';
export { requireDataFolder } from './require-folder.ts';
export { requireFile } from './require-file.ts';
export { noRows, requireRows, type BadRows } from './rows/require-rows.ts';
export { sourceNamed, type DataSource } from './rows/data-source.ts';
export { streamRows } from './rows/stream-rows.ts';
export { halving } from './halving.ts';
export { readBuilderOptions, type BuilderSettings } from './builder-options.ts';
export { mostThatFit } from './most-that-fit.ts';
export { loadLevels } from './load-levels.ts';
export { loadRowFile, reopenRowFile, type RowFiles, type RowPlace } from './row-file.ts';
export { documentTask, modeOf, type DocumentTaskFacts } from './document-task.ts';
export { skippedWithoutData } from './skipped-without-data.ts';
export { findDataFile } from './find-data-file.ts';
export { questionOf } from './question-of.ts';
export { badRow, missingFile } from './missing-file.ts';
export { average, meanOfMeans, meanOfRows, meansOfParts, partOf, rowsByAxis, scoreOf, type MeanOf } from './aggregate-rows.ts';
export {
  frameOfTemplate,
  packDigest,
  parseTemplate,
  type Fillings,
  type PlaceholderDialect,
  type PromptTemplate,
  type TemplateRules,
} from './prompt-template.ts';
