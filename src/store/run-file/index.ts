export { importRunFiles } from './import-run-files.ts';
export { runLines } from './run-lines.ts';
export { writeRunFile } from './write-run-file.ts';
