export { describeIssue } from './describe-issue.ts';
export { readJson, readText } from './read-json.ts';
export { readJsonl } from './read-jsonl.ts';
export { readJsonlRows, type JsonlRow } from './read-jsonl-rows.ts';
