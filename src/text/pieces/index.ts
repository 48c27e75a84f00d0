export { messageText, type BlockSpan } from './message-text.ts';
export { promptDigest } from './prompt-digest.ts';
export { renderPieces } from './render-pieces.ts';
export { renderStep, type RenderStepOptions } from './render-step.ts';
