/** How much of a text was there before, each as a share (0–1); `paragraphs` is a count. */
export interface Repetition {
  /** Paragraphs that occurred before. */
  readonly paragraphs: number;
  /** Sentences that occurred before. */
  readonly sentences: number;
  /** Runs of 12 words (Chinese: 20 characters) within a document that occurred before, there or in another. */
  readonly shingles: number;
}

/** Measures repetition over documents. */
export function repetition(documents: readonly string[], language: 'en' | 'zh'): Repetition {
  return {
    paragraphs: repeated(documents.flatMap(paragraphsOf)).count,
    sentences: repeated(documents.flatMap((text) => sentencesOf(text, language))).share,
    shingles: repeated(shinglesOf(documents, language)).share,
  };
}

/** The sentences of a document, its title left out. Quoted sentences count by themselves. */
export function sentencesOf(text: string, language: 'en' | 'zh'): string[] {
  const paragraphs = paragraphsOf(text);
  if (language === 'zh') return paragraphs.flatMap((paragraph) => paragraph.match(/[^。！？]+[。！？]+[”’]?/g) ?? []);
  return paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.!?]"?) (?=["A-Z0-9])/));
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n\n')
    .slice(1)
    .filter((paragraph) => paragraph !== '');
}

function* shinglesOf(documents: readonly string[], language: 'en' | 'zh'): Generator<string> {
  for (const document of documents) {
    const text = document.replaceAll(/\s+/g, language === 'en' ? ' ' : '');
    const starts = language === 'en' ? [0, ...text.matchAll(/ /g).map((space) => space.index + 1)] : Array.from(text, (_, i) => i);
    const size = language === 'en' ? 12 : 20;
    for (let i = 0; i + size < starts.length; i++) yield text.slice(starts[i], starts[i + size]);
  }
}

function repeated(items: Iterable<string>): { readonly count: number; readonly share: number } {
  const seen = new Set<string>();
  let all = 0;
  for (const item of items) {
    all++;
    seen.add(item);
  }
  return { count: all - seen.size, share: all === 0 ? 0 : (all - seen.size) / all };
}
