export { aggregateRun } from './aggregate-run.ts';
export { evaluate, type EvaluateOptions } from './evaluate.ts';
export { isFloor } from './floor-id.ts';
export { runFloor, type FloorOptions } from './floor-run.ts';
export { openHaystacks, reopenDocuments, type HaystackPath } from './open-haystacks.ts';
export { prepareRun, type PreparedRun, type PrepareOptions } from './prepare-run.ts';
export { runRecord, type RecordOptions } from './run-record.ts';
