export { createAiSdkModel, type SdkBatchKit, type SdkConnection, type SdkProvider } from './create-ai-sdk-model.ts';
export type { UsageCounts } from './sdk-answer.ts';
