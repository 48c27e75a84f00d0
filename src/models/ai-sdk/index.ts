export { createAiSdkModel, type SdkConnection, type SdkProvider } from './create-ai-sdk-model.ts';
