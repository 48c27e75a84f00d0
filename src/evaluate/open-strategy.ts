import { FathomError, type Strategy } from '../core/index.ts';
import { createClosedBook, createDirect, createOracle, createRetrieval, retrievalSize } from '../strategies/index.ts';
import { renderStep } from '../text/index.ts';

/** `count`: tokens of a text in the tokenizer of the run, for strategies that keep to a number of tokens. */
export interface OpenStrategyOptions {
  readonly count?: (text: string) => number;
}

/** The strategy that a run's record names. Throws a FathomError (`misuse`) for an unknown one. */
export function openStrategy(id: string, { count }: OpenStrategyOptions = {}): Strategy {
  if (id === 'direct') return createDirect({ renderStep });
  if (id === 'closed-book') return createClosedBook({ renderStep });
  if (id === 'oracle') return createOracle({ renderStep });
  const size = retrievalSize(id);
  if (size) return createRetrieval({ renderStep, ...size, ...(count && { count }) });
  throw new FathomError('misuse', `There is no strategy "${id}".`, { fix: 'Strategies: direct, retrieval, closed-book, oracle.' });
}
