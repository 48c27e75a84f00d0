export * from './loopback-server/index.ts';
export { createScriptedModel } from './scripted-model.ts';
export { ledgerConformance, type ConformanceCase } from './ledger-conformance.ts';
export { memoryText, modelConformance, type ConformanceCheck, type ModelSubject } from './model-conformance.ts';
export { strategyConformance, type StrategySubject } from './strategy-conformance.ts';
