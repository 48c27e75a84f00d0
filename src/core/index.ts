export type { Json, JsonObject } from './json.ts';
export type { Cell } from './cell.ts';
export type { Ask, Block, BlockRole, Fit, Message, OutputSpec, Piece, Step } from './prompt.ts';
export type { Placement, Sample, SkippedSample } from './sample.ts';
export type { TextSource } from './text-source.ts';
export type { Tokenizer } from './tokenizer.ts';
export type { Corpus, CorpusSource, Documents, TokenIndex } from './corpus.ts';
export type { DataOrigin, GitData, HubData, HubRepo, PageData } from './data-origin.ts';
export type {
  Capability,
  FinishReason,
  Generation,
  Model,
  ModelExtensions,
  ModelRequest,
  RequestBlock,
  RequestMessage,
  Usage,
} from './model.ts';
export type { Answer, Strategy, StrategyEnv } from './strategy.ts';
export type { Embedder, Embeddings } from './embed.ts';
export type { Result, Score, ScoreJudge } from './score.ts';
export { JudgeError, type Judge, type JudgeReply } from './judge.ts';
export type { Aggregate, Family, Fidelity, ScoreDeps, ScoredRow, Task, TaskDeps, View } from './task.ts';
export type { BatchClient, BatchRecord, BatchRequest, BatchResult, BatchState, PreparedBatch } from './batch.ts';
export type {
  CallRecord,
  Ledger,
  LedgerRow,
  Outcome,
  RunCounts,
  RunEntry,
  RunRecord,
  RunStatus,
  SamplePlace,
  TrashedRun,
} from './ledger.ts';
export { FathomError, ModelError, type FathomErrorCode, type ModelErrorKind } from './errors.ts';
export { isReopenable, isRetryable, JUDGE_ERROR, PASSING_ERRORS, RETRYABLE_REASONS, SCORER_ERROR, type PassingError } from './retryable.ts';
export { costUsd, mostUsd, scaledPrices, type Prices } from './prices.ts';
export { nearestName } from './nearest-name.ts';
export { PythonRandom } from './random/python-random.ts';
export { seededRandom } from './random/seeded-random.ts';
