import type { LedgerRow } from '../core/index.ts';
import { quantile } from '../stats/index.ts';
import type { Alarm } from './run-summary.ts';

/** A prompt counts as cut when the provider's tokens per token of ours fall below this share of what is usual in its language. */
const CUT_SHARE = 0.8;
/** No two tokenizers in use differ by more than this on prose: below it a prompt was cut even if all prompts of the run were. */
const CUT_RATIO = 0.4;
/** Sample ids that an alarm names. */
const NAMED_SAMPLES = 5;

interface Count {
  readonly sampleId: string;
  readonly language: string;
  readonly ratio: number;
}

/**
 * Watches for answers whose scores mislead: prompts that the server silently cut (its own token count is far below ours), answers cut at the
 * token limit (before they began: while thinking), refusals, empty answers. Prompts are checked where one call carried the whole prompt (strategy `direct`).
 */
export class Alarms {
  readonly #direct: boolean;
  readonly #counts: Count[] = [];
  readonly #found = new Map<Alarm['kind'], string[]>();

  constructor({ strategy }: { readonly strategy: string }) {
    this.#direct = strategy === 'direct';
  }

  add({ sample, outcome }: LedgerRow): void {
    const call = outcome?.calls.at(-1);
    if (outcome === undefined || call === undefined || 'skipped' in sample) return;
    const empty = call.text.trim() === '';
    if (call.finish === 'length') this.#note(empty ? 'thinking-cut' : 'answer-cut', sample.id);
    else if (call.finish === 'refused') this.#note('refused', sample.id);
    else if (empty) this.#note('empty-answer', sample.id);
    const { inputTokens } = call.usage;
    if (!this.#direct || outcome.calls.length !== 1 || inputTokens === undefined || sample.promptTokens === 0) return;
    this.#counts.push({ sampleId: sample.id, language: String(sample.cell['language'] ?? ''), ratio: inputTokens / sample.promptTokens });
  }

  list(): Alarm[] {
    const cut = [...Map.groupBy(this.#counts, (entry) => entry.language).values()].flatMap(cutPrompts);
    const found = new Map<Alarm['kind'], string[]>([['input-cut', cut], ...this.#found]);
    return KINDS.flatMap((kind) => {
      const ids = found.get(kind) ?? [];
      return ids.length === 0 ? [] : [{ kind, count: ids.length, detail: DETAILS[kind], sampleIds: ids.slice(0, NAMED_SAMPLES) }];
    });
  }

  #note(kind: Alarm['kind'], sampleId: string): void {
    this.#found.set(kind, [...(this.#found.get(kind) ?? []), sampleId]);
  }
}

const KINDS = ['input-cut', 'thinking-cut', 'answer-cut', 'refused', 'empty-answer'] as const;

const DETAILS: { readonly [kind in Alarm['kind']]: string } = {
  'input-cut': 'the provider counted far fewer prompt tokens than were sent: the server probably cut the prompt',
  'thinking-cut':
    'the token limit came while the model was thinking, before any answer; scored as it stands: give it a larger thinking budget',
  'answer-cut': 'the answer stopped at the token limit',
  refused: 'the model or its provider refused to answer',
  'empty-answer': 'the answer was empty',
};

function cutPrompts(counts: readonly Count[]): string[] {
  const usual = quantile(
    counts.map((entry) => entry.ratio),
    0.75,
  )!;
  return counts.filter(({ ratio }) => ratio < CUT_RATIO || ratio < CUT_SHARE * usual).map((entry) => entry.sampleId);
}
