import type { LedgerRow } from '../core/index.ts';
import { createPromptCounts, documentCut, type PromptCount, type PromptCounts } from '../stats/index.ts';
import type { Alarm } from './run-summary.ts';

/** Sample ids that an alarm names. */
const NAMED_SAMPLES = 5;

type Count = PromptCount & { readonly sampleId: string };

/**
 * Watches for answers whose scores mislead: documents cut to nearly nothing so that the prompt fits, prompts that the server silently cut (its own token count is far below ours), answers cut at the
 * token limit (before they began: while thinking), refusals, empty answers. Prompts are checked where one call carried the whole prompt (strategy `direct`).
 */
export class Alarms {
  readonly #direct: boolean;
  readonly #tokenizer: string;
  readonly #known: PromptCounts = createPromptCounts();
  readonly #counts: Count[] = [];
  readonly #found = new Map<Alarm['kind'], string[]>();

  constructor({ strategy, tokenizer }: { readonly strategy: string; readonly tokenizer: string }) {
    this.#direct = strategy === 'direct';
    this.#tokenizer = tokenizer;
  }

  add({ sample, outcome }: LedgerRow): void {
    if (documentCut(sample)?.isGone) this.#note('document-gone', sample.id);
    const call = outcome?.calls.at(-1);
    if (outcome === undefined || call === undefined || 'skipped' in sample) return;
    const empty = call.text.trim() === '';
    if (call.finish === 'length') this.#note(empty ? 'thinking-cut' : 'answer-cut', sample.id);
    else if (call.finish === 'refused') this.#note('refused', sample.id);
    else if (empty) this.#note('empty-answer', sample.id);
    const { inputTokens } = call.usage;
    if (!this.#direct || outcome.calls.length !== 1 || inputTokens === undefined || sample.promptTokens === 0) return;
    const { id: sampleId, promptTokens, cluster } = sample;
    const language = String(sample.cell['language'] ?? '');
    const count = { sampleId, promptTokens, inputTokens, language, tokenizer: this.#tokenizer, ...(cluster !== undefined && { cluster }) };
    this.#counts.push(count);
    this.#known.add(count);
  }

  list(): Alarm[] {
    const cut = this.#counts.filter((count) => this.#known.isCut(count)).map(({ sampleId }) => sampleId);
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

const KINDS = ['document-gone', 'input-cut', 'thinking-cut', 'answer-cut', 'refused', 'empty-answer'] as const;

const DETAILS: { readonly [kind in Alarm['kind']]: string } = {
  'document-gone':
    'less than a tenth of the document was left in the prompt: what was asked about was hardly shown; give the run a larger window or length',
  'input-cut': 'the provider counted far fewer prompt tokens than were sent: the server probably cut the prompt',
  'thinking-cut':
    'the token limit came while the model was thinking, before any answer; scored as it stands: give it a larger thinking budget',
  'answer-cut': 'the answer stopped at the token limit',
  refused: 'the model or its provider refused to answer',
  'empty-answer': 'the answer was empty',
};
