import { FathomError, seededRandom, type PythonRandom } from '../../core/index.ts';
import { writeEnglishEssay } from './en/write-essay.ts';
import { writeChineseEssay } from './zh/write-essay.ts';

/** A language that the built-in prose is written in. */
export type ProseLanguage = 'en' | 'zh';

/** Grows whenever the bytes for the same language, seed and document number change. Part of the origin of a built-in corpus. */
export const GENERATED_PROSE_VERSION = 1;

const WRITERS: Readonly<Record<ProseLanguage, (random: PythonRandom) => string>> = { en: writeEnglishEssay, zh: writeChineseEssay };

/**
 * Documents of plain prose, at least `minimumBytes` of UTF-8 in all (none for 0): essays with a title line and paragraphs, each followed by a blank line.
 * Document i depends on language, seed and i alone, so that the documents of a smaller size are the first ones of a larger size.
 * Throws a FathomError (misuse) for another language or a size that is no finite number ≥ 0.
 */
export function generateProse({
  language,
  seed,
  minimumBytes,
}: {
  readonly language: ProseLanguage;
  readonly seed: number;
  readonly minimumBytes: number;
}): string[] {
  if (!Object.hasOwn(WRITERS, language))
    throw new FathomError('misuse', `No built-in prose in "${String(language)}"`, { fix: 'Use en or zh.' });
  if (!Number.isFinite(minimumBytes) || minimumBytes < 0) {
    throw new FathomError('misuse', `Cannot write ${minimumBytes} bytes of prose`, { fix: 'Give a finite number of bytes, 0 or more.' });
  }
  const documents: string[] = [];
  for (let bytes = 0; bytes < minimumBytes;) {
    const text = WRITERS[language](seededRandom(seed, 'generated-prose', language, documents.length));
    documents.push(text);
    bytes += Buffer.byteLength(text);
  }
  return documents;
}
