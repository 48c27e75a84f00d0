import type { SamplePage } from '../../../../src/server/api.ts';
import { count, duration, moment } from '../../format.ts';
import { t } from '../../language.ts';

type Call = SamplePage['outcome']['calls'][number];

/** Tokens and time of every call, and how the answer came about. */
export function Calls({ page }: { readonly page: SamplePage }) {
  const { promptTokens, tokenizer, documentCut, outcome } = page;
  const { calls, attempts, cached, recordedAt, truncatedTokens } = outcome;
  return (
    <div class="card flush calls">
      <dl class="sample-facts">
        {promptTokens !== null && <Fact name={t('sample.ours', { tokenizer: tokenizer ?? '' })} value={count(promptTokens)} />}
        {documentCut !== null && documentCut.droppedTokens > 0 && <Fact name={t('sample.cut')} value={cutText(documentCut)} />}
        {truncatedTokens !== null && <Fact name={t('sample.truncated')} value={count(truncatedTokens)} />}
        <Fact name={t('sample.attempts')} value={count(attempts)} />
        <Fact name={t('sample.source')} value={sourceOf(calls, cached)} />
        <Fact name={t('sample.recorded')} value={recordedAt === null ? '–' : moment(recordedAt)} />
      </dl>
      {calls.length > 0 && (
        <div class="scroll" tabIndex={0} role="group" aria-label={t('sample.usage')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('sample.calls')}</th>
                {COLUMNS.map(({ key }) => (
                  <th key={key} scope="col" class="num">
                    {t(`sample.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {calls.map((call, i) => (
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  {COLUMNS.map(({ key, of }) => (
                    <td key={key} class="num">
                      {of(call)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Tokens that were left out, with their share of the document. */
function cutText({ droppedTokens, keptTokens }: NonNullable<SamplePage['documentCut']>): string {
  return `${count(droppedTokens)} (${Math.round((100 * droppedTokens) / (droppedTokens + keptTokens))} %)`;
}

function sourceOf(calls: readonly Call[], cached: boolean): string {
  if (calls.length === 0) return '–';
  if (cached) return t('sample.source.cache');
  return t(calls.some(({ batch }) => batch) ? 'sample.source.batch' : 'sample.source.asked');
}

const known = (value: number | undefined): string => (value === undefined ? '–' : count(value));

/** The cached tokens with their share of the input. */
function cachedText({ usage: { cachedTokens, inputTokens } }: Call): string {
  if (cachedTokens === undefined) return '–';
  return inputTokens ? `${count(cachedTokens)} (${Math.round((100 * cachedTokens) / inputTokens)} %)` : count(cachedTokens);
}

const COLUMNS = [
  { key: 'input', of: ({ usage }: Call) => known(usage.inputTokens) },
  { key: 'cached', of: cachedText },
  { key: 'output', of: ({ usage }: Call) => known(usage.outputTokens) },
  { key: 'thinking', of: ({ usage }: Call) => known(usage.reasoningTokens) },
  { key: 'first-token', of: ({ firstTokenMs }: Call) => duration(firstTokenMs) },
  { key: 'latency', of: ({ latencyMs }: Call) => duration(latencyMs) },
] as const;
