export { startLoopbackServer } from './start-loopback-server.ts';
export { repeatCodeWords } from './repeat-code-words.ts';
export { loopbackSubject } from './loopback-subject.ts';
export type { LoopbackLogEntry, LoopbackOptions, LoopbackServer, LoopbackStats } from './loopback-options.ts';
export type { LoopbackBatch, LoopbackBatches } from './loopback-batches.ts';
export type { LoopbackFault } from './loopback-fault.ts';
export type { LoopbackAnswer, LoopbackApi, LoopbackRequest } from './loopback-request.ts';
