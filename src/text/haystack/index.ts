export { corpusContains, foldedCorpus, type Fold } from './corpus-contains.ts';
export { countBlocks, countPieces } from './count-pieces.ts';
export { fitHaystack, type FitNeedle, type FitOptions, type FitResult } from './fit-haystack.ts';
export { seededTape } from './seeded-tape.ts';
export { spliceTokens, type Splice, type SpliceNeedle, type SpliceOptions } from './splice-tokens.ts';
export { createTape, type Tape } from './tape.ts';
