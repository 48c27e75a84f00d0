import { PythonRandom, seededRandom, type JsonObject, type Sample, type SkippedSample, type TaskDeps } from '../../core/index.ts';
import { skippedSample } from './haystack-sample.ts';
import { loadPromptPack } from './load-prompt-pack.ts';
import { loadNames } from './needle-data.ts';
import { readOptions, type Language, type Settings, type TaskName } from './options.ts';
import type { LanguagePack } from './prompt-pack.ts';

/** All that the stories of one language need. */
export interface TraceJob {
  readonly settings: Settings;
  readonly deps: TaskDeps;
  readonly language: Language;
  readonly pack: LanguagePack;
  readonly names: readonly string[];
}

/** Runs a task's stories for every language. */
export async function* traceSamples(
  task: TaskName,
  options: JsonObject,
  tell: { readonly deps: TaskDeps; readonly stories: (job: TraceJob) => Iterable<Sample | SkippedSample> },
): AsyncGenerator<Sample | SkippedSample> {
  const settings = readOptions(options, task);
  const prompts = await loadPromptPack(settings.prompts);
  for (const language of settings.languages) {
    const names = await loadNames(settings, language, task === 'ancestral-trace-hard' ? 'corrected' : settings.mode);
    yield* tell.stories({ settings, deps: tell.deps, language, pack: prompts[language], names });
  }
}

/** A generator for one story. Compat takes the published seed, corrected mode one for the place. */
export function storyRandom({ settings, deps }: TraceJob, publishedSeed: number, ...place: readonly (string | number)[]): PythonRandom {
  return settings.mode === 'compat' ? new PythonRandom(publishedSeed) : seededRandom(deps.seed, 'needlebench', ...place);
}

/** A story for which the supply of names is too small. */
export function tooFewNames(
  place: { readonly task: TaskName; readonly path: string; readonly cell: Sample['cell'] },
  counts: { readonly needed: number; readonly names: number },
): SkippedSample {
  return skippedSample(place, { reason: 'too-few-names', detail: `${counts.needed} names are needed, there are ${counts.names}.` });
}
