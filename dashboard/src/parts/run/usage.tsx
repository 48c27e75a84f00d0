import type { RunPage } from '../../../../src/server/api.ts';
import { count, duration, percent, usd } from '../../format.ts';
import { t } from '../../language.ts';

/** Tokens, calls, money and time of the run, baselines left out. */
export function Usage({ run: { usage } }: { readonly run: Pick<RunPage, 'usage'> }) {
  const tokens = (value: number | null) => (value === null ? t('run.not-reported') : count(value));
  const facts: readonly (readonly [string, string])[] = [
    [t('usage.prompt'), count(usage.promptTokens)],
    [t('usage.input'), tokens(usage.inputTokens)],
    [t('usage.cached'), tokens(usage.cachedTokens)],
    [t('usage.output'), tokens(usage.outputTokens)],
    [t('usage.reasoning'), tokens(usage.reasoningTokens)],
    [t('usage.money'), usage.usd === undefined ? t('usage.no-prices') : usd(usage.usd)],
    [t('usage.calls'), count(usage.calls)],
    [t('usage.from-cache'), count(usage.fromCache)],
    [t('usage.median'), duration(usage.latencyMs.median)],
    [t('usage.p95'), duration(usage.latencyMs.p95)],
  ];
  return (
    <section aria-labelledby="usage">
      <h2 id="usage">{t('run.usage')}</h2>
      <p class="soft note">{t('run.usage.note')}</p>
      <div class="card usage">
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <CachedShare usage={usage} />
      </div>
    </section>
  );
}

/** What the plan expected of the provider's prefix cache beside what the provider reported. */
function CachedShare({ usage }: Pick<RunPage, 'usage'>) {
  const { predictedCachedShare, cachedTokens, inputTokens } = usage;
  const real = cachedTokens === null || inputTokens === null || inputTokens === 0 ? undefined : cachedTokens / inputTokens;
  if (predictedCachedShare === undefined && real === undefined) return null;
  return (
    <div class="shares">
      <h3>{t('usage.cached-share')}</h3>
      <dl>
        <Share name={t('usage.predicted')} share={predictedCachedShare ?? undefined} kind="predicted" />
        <Share name={t('usage.real')} share={real} kind="real" />
      </dl>
    </div>
  );
}

function Share({ name, share, kind }: { readonly name: string; readonly share: number | undefined; readonly kind: 'predicted' | 'real' }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span class={`share ${kind}`} aria-hidden="true">
          <i style={{ width: `${100 * (share ?? 0)}%` }} />
        </span>
        {share === undefined ? t(kind === 'real' ? 'run.not-reported' : 'usage.no-plan') : `${percent(share)} %`}
      </dd>
    </div>
  );
}
