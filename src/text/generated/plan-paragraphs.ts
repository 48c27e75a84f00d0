import type { PythonRandom } from '../../core/index.ts';

/** What a paragraph is about. Each language has rules `<kind>.open`, `<kind>.body` and `<kind>.close` for every kind. */
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** All kinds of paragraph. */
export const PARAGRAPH_KINDS = [
  'setting',
  'person',
  'craft',
  'material',
  'tool',
  'trouble',
  'dispute',
  'letter',
  'meeting',
  'lesson',
  'visit',
  'custom',
  'weather',
  'journey',
  'market',
  'measure',
  'accounts',
  'night',
  'cure',
  'outcome',
  'reflect',
] as const;

/** One paragraph to write. */
export interface PlannedParagraph {
  readonly kind: ParagraphKind;
  /** Sentences of the body, between the opening sentence and the closing one. */
  readonly sentences: number;
  readonly closes: boolean;
  /** True: about the lead; false: about anyone of the cast. */
  readonly isLead: boolean;
  /** True: others of the cast may speak with them; false: one of the hands of the shop. */
  readonly isPublic: boolean;
}

const EARLY: readonly ParagraphKind[] = ['material', 'tool', 'weather', 'custom', 'lesson'];
const LATE: readonly ParagraphKind[] = [
  'dispute',
  'letter',
  'meeting',
  'visit',
  'journey',
  'market',
  'measure',
  'accounts',
  'night',
  'lesson',
  'weather',
];

/** Kinds that may be about anyone; the others are about the lead. */
const PUBLIC: ReadonlySet<ParagraphKind> = new Set(['dispute', 'letter', 'meeting', 'visit', 'custom', 'weather', 'market', 'journey']);

/** The arc of an essay: place, person and craft; trouble; attempts; the answer; how it ended. 9–13 paragraphs. */
export function planParagraphs(random: PythonRandom): PlannedParagraph[] {
  const early = random.sample(EARLY, random.integer(1, 2));
  const late = random.sample(
    LATE.filter((kind) => !early.includes(kind)),
    random.integer(2, 4),
  );
  const middle: ParagraphKind[] = random.below(2) === 0 ? ['person', 'craft'] : ['craft', 'person'];
  const end: ParagraphKind[] = random.below(3) === 0 ? ['outcome', 'reflect'] : ['outcome'];
  const kinds: ParagraphKind[] = ['setting', ...middle, ...early, 'trouble', ...late, 'cure', ...end];
  return kinds.map((kind) => ({
    kind,
    sentences: random.integer(3, 5),
    closes: random.below(3) > 0,
    isPublic: PUBLIC.has(kind),
    isLead: !PUBLIC.has(kind) || random.below(2) > 0,
  }));
}
