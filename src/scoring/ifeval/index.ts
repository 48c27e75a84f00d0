export { detectLanguage, type DetectLanguage } from './detect-language.ts';
export { follow, type Followed } from './follow.ts';
export { decodeJson, readInstructions, type BoundInstruction, type InstructionColumns } from './read-instructions.ts';
export { turnScore, type TurnScore, type TurnScoreOptions } from './turn-score.ts';
export { VERIFIERS } from './verifiers.ts';
