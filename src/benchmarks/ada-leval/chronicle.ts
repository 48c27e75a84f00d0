import { seededRandom, type PythonRandom } from '../../core/index.ts';
import { CHRONICLE_EN } from './chronicle-words-en.ts';
import { CHRONICLE_ZH } from './chronicle-words-zh.ts';
import type { ChronicleWords } from './chronicle-words.ts';

/** Grows whenever the bytes for the same language and seed change. */
export const CHRONICLE_VERSION = 1;

const WORDS: { readonly [language: string]: ChronicleWords } = { en: CHRONICLE_EN, zh: CHRONICLE_ZH };

/** What a thing bought or a person hired is remembered by. */
interface Memory {
  readonly town: string;
  readonly kind: 'goods' | 'people';
  readonly name: string;
}

/**
 * The journal of a wagon that goes from town to town and enters none twice: one paragraph a town. Its order can be inferred: a paragraph names the town that it
 * is about at its beginning and the next one at its end, and speaks of things bought and people hired in towns before. The journal of a smaller size is
 * the beginning of a larger one. Ends early when the towns are used up, at about 1.5 million tokens.
 */
export function makeChronicle({
  language,
  seed,
  minimumBytes,
}: {
  readonly language: string;
  readonly seed: number;
  readonly minimumBytes: number;
}): string {
  const words = WORDS[language]!;
  const random = seededRandom(seed, 'ada-leval', 'chronicle', language);
  const towns = random.shuffle([...new Set(composed(words.towns))]);
  const memories: Memory[] = [];
  const paragraphs: string[] = [];
  for (let i = 0, bytes = 0; i + 1 < towns.length && bytes < minimumBytes; i++) {
    const paragraph = paragraphOf({ town: towns[i]!, next: towns[i + 1]! }, { words, random, memories });
    paragraphs.push(paragraph);
    bytes += Buffer.byteLength(paragraph) + 2;
  }
  return paragraphs.join('\n\n');
}

interface Journey {
  readonly words: ChronicleWords;
  readonly random: PythonRandom;
  /** Grows with every purchase and hire. */
  readonly memories: Memory[];
}

function paragraphOf({ town, next }: { readonly town: string; readonly next: string }, { words, random, memories }: Journey): string {
  const scenes = random.sample(words.scenes, random.integer(2, 4));
  const past = memories.length > 0 && random.below(3) > 0 ? [remembered(random.choice(memories), { words, random })] : [];
  const news = random.below(2) === 0 ? [noted(town, { words, random, memories })] : [];
  const middle = random.shuffle([...scenes, ...past, ...news]);
  const [arrival, departure] = [random.choice(words.arrivals), random.choice(words.departures)];
  return [arrival.replace('{town}', () => town), ...middle, departure.replace('{next}', () => next)].join(words.between);
}

function remembered({ town, kind, name }: Memory, { words, random }: Pick<Journey, 'words' | 'random'>): string {
  const pattern = random.choice(kind === 'goods' ? words.pastGoods : words.pastPeople);
  return pattern.replace('{past}', () => town).replace(kind === 'goods' ? '{thing}' : '{person}', () => name);
}

function noted(town: string, { words, random, memories }: Journey): string {
  const kind = random.below(2) === 0 ? 'goods' : 'people';
  const name = random.choice(words[kind]);
  memories.push({ town, kind, name });
  if (kind === 'goods') return random.choice(words.purchases).replace('{thing}', () => name);
  const role = random.choice(words.roles);
  return random
    .choice(words.hires)
    .replace('{person}', () => name)
    .replace('{role}', () => role);
}

function composed(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>((all, next) => all.flatMap((start) => next.map((end) => start + end)), ['']);
}
