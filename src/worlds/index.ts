export { drawKinshipChain, type KinshipChain, type KinshipChainOptions, type KinshipEdge, type KinshipTerm } from './kinship-chain.ts';
export {
  commonAncestor,
  descendantsAt,
  drawKinshipForest,
  forestPeople,
  generationsBetween,
  lineOf,
  type ForestPerson,
  type KinshipForest,
  type KinshipForestOptions,
} from './kinship-forest.ts';
export { personNames } from './person-names.ts';
