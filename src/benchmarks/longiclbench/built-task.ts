import { FathomError, type Answer, type Corpus, type CorpusSource, type Task } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import { z } from 'zod';
import { makeDeck } from './built-deck.ts';
import { BUILT_DEFAULTS } from './built-options.ts';
import { builtSamples } from './built-samples.ts';
import { scoreBuilt } from './built-score.ts';
import type { BuiltVariant } from './built-variants.ts';
import { reopenLabelled } from './labelled-texts.ts';
import { FAMILY, PAPER } from './published-task.ts';

const VERSION = 1;

/** The test built to any length from labelled texts at hand. */
export function builtTask(variant: BuiltVariant): Task {
  const fidelity = variant.coded ? 'own' : 'faithful';
  return {
    id: `longiclbench/${variant.id}`,
    version: VERSION,
    title: `In-context learning, built to length: ${variant.title}`,
    paper: PAPER,
    tags: ['built', 'in-context-learning', 'classification', 'diffusion:2', 'scope:2'],
    languages: BUILT_DEFAULTS.languages,
    defaults: { mode: 'corrected', ...BUILT_DEFAULTS },
    fidelity: { corrected: fidelity, compat: fidelity },
    views: [{ kind: 'heatmap', x: 'askedTokens', y: 'depthPercent' }],
    samples: (options, deps) => builtSamples({ variant, version: VERSION, family: FAMILY }, options, deps),
    score: (answer: Answer, sample) => ({
      status: 'ok',
      score: { ...scoreBuilt(answer.replies[0] ?? '', sample), mode: modeOf(sample.facts) },
    }),
  };
}

const builtSchema = z.object({
  language: z.enum(['en', 'zh']),
  seed: z.number(),
  labels: z.number(),
  variant: z.object({ grouped: z.boolean(), coded: z.boolean() }),
});

/** The examples of a recorded run again. Rejects with FathomError `data` where its texts are others now. */
export async function reopenBuilt({ origin }: CorpusSource): Promise<Corpus> {
  const place = builtSchema.parse(origin['built']);
  const deck = makeDeck(await reopenLabelled(origin, place), place);
  if (deck) return deck.corpus;
  throw new FathomError('data', `${String(origin['path'])} has too few labelled texts now.`, {
    fix: 'Bring back the old file, or start a new run.',
  });
}
