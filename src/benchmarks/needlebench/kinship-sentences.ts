import type { KinshipChain } from '../../worlds/index.ts';
import { fill } from './fill.ts';
import type { LanguagePack } from './prompt-pack.ts';

/** The sentences of a chain in the order of its story. `templates`: those of v2 unless others are given. */
export function kinshipSentences(
  chain: KinshipChain,
  kinship: LanguagePack['kinship'],
  templates: readonly string[] = kinship.templates,
): string[] {
  return chain.edges.map(({ edge, template, term }) =>
    fill(templates[template]!, { A: chain.names[edge]!, B: chain.names[edge + 1]!, rel: kinship.terms[term]!.word }),
  );
}
