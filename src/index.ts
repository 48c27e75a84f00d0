/** Fathom as a library: measure a model, or use a layer by its subpath (`fathom/text`, `fathom/runner`, …). */
export * from './core/index.ts';
export { defineConfig, evaluate, type ConfigFlags, type ConfigValue, type EvaluateOptions, type FathomConfig } from './evaluate/index.ts';
export { familyIds, loadFamily } from './benchmarks/index.ts';
export { createDirect } from './strategies/index.ts';
export { createMemoryLedger, openSqliteLedger } from './store/index.ts';
export { DEFAULT_RUN_LIMITS, type RunEvent, type RunLimits } from './runner/index.ts';
export { loadTokenizer, promptDigest, renderStep } from './text/index.ts';
export { createLexicalReader } from './models/lexical/index.ts';
export { createOpenAiCompatible, type OpenAiCompatibleOptions } from './models/openai-compatible/index.ts';
