export { messageText, type BlockSpan } from './message-text.ts';
export { promptDigest } from './prompt-digest.ts';
export { promptLayout, type PlacedBlock, type PlacedMessage } from './prompt-layout.ts';
export { promptWindow, type PromptWindow, type WindowOptions } from './prompt-window.ts';
export { renderPieces } from './render-pieces.ts';
export { renderStep, type RenderStepOptions } from './render-step.ts';
