import type { RunPlan } from '../../../src/server/api.ts';
import { compact, count, duration, percent, usd } from '../format.ts';
import { t } from '../language.ts';
import { reasonName, wordsFor } from '../names.ts';

/** What a run would ask, what the prefix cache saves, time and money. */
export function PlanFigures({ plan }: { readonly plan: RunPlan }) {
  const { prompts, promptTokens, maxAnswerTokens, maxPromptTokens, tokenizer, skipped, skippedByReason, documents } = plan;
  return (
    <>
      <dl class="figures">
        <Figure name={t('plan.prompts')} value={count(prompts)} />
        <Figure name={t('plan.prompt-tokens')} value={compact(promptTokens)} title={count(promptTokens)} />
        <Figure name={t('plan.answer-tokens')} value={compact(maxAnswerTokens)} title={count(maxAnswerTokens)} />
        <Figure name={t('plan.money')} value={moneyShown(plan)} />
      </dl>
      <p class="soft small">
        {plan.money ? t('plan.money.about', { source: sourceShown(plan.priceSource) }) : t('plan.money.unknown')}{' '}
        {t('plan.tokens.about', { tokenizer, longest: count(maxPromptTokens) })}
      </p>
      {documents !== undefined && documents.cut > 0 && (
        <p class={documents.gone > 0 ? 'banner warn' : 'small'}>
          {t('run.documents-cut', {
            cut: count(documents.cut),
            prompts: count(documents.prompts),
            share: percent(documents.droppedShare),
            tokens: count(documents.droppedTokens),
          })}{' '}
          {documents.gone > 0 && t('alarm.document-gone', { n: count(documents.gone) })}
        </p>
      )}
      {skipped > 0 && <Skipped total={skipped} reasons={skippedByReason} />}
      <Lengths plan={plan} />
      <Orders plan={plan} />
      {plan.baselines && <Baselines plan={plan} />}
      {plan.costs.length > 1 && <p class="small">{t('plan.models', { n: plan.costs.length, model: plan.model })}</p>}
    </>
  );
}

function Figure({ name, value, title }: { readonly name: string; readonly value: string; readonly title?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={title}>{value}</dd>
    </div>
  );
}

/** Where prices are from: a dated list, or the form. */
const sourceShown = (source = ''): string => (source === 'the flags' ? t('plan.source.form') : source);

/** `$0.14 – $2.50`, `–` where prices are not known. */
function moneyShown({ money }: RunPlan): string {
  return money ? `${usd(money.lowUsd)} – ${usd(money.highUsd)}` : '–';
}

function Skipped({ total, reasons }: { readonly total: number; readonly reasons: RunPlan['skippedByReason'] }) {
  return (
    <div class="skipped">
      <strong>{t('plan.skipped', { n: count(total) })}</strong>
      <ul>
        {Object.entries(reasons).map(([reason, n]) => (
          <li key={reason}>
            {count(n)} × {reasonName(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lengths({ plan }: { readonly plan: RunPlan }) {
  const most = Math.max(...plan.columns.map(({ promptTokens }) => promptTokens));
  return (
    <table class="plan-table">
      <caption>{t('plan.lengths')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.length')}</th>
          <th scope="col" class="num">
            {t('plan.prompts')}
          </th>
          <th scope="col" class="num">
            {t('plan.prompt-tokens')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {plan.columns.map(({ askedTokens, prompts, promptTokens }) => (
          <tr key={askedTokens ?? 'built'}>
            <th scope="row">{askedTokens === undefined ? t('plan.as-built') : count(askedTokens)}</th>
            <td class="num">{count(prompts)}</td>
            <td class="num" title={count(promptTokens)}>
              {compact(promptTokens)}
            </td>
            <td class="share">
              <i aria-hidden="true" style={{ width: `${(100 * promptTokens) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Orders({ plan }: { readonly plan: RunPlan }) {
  const priced = plan.orders.some((each) => each.usd !== undefined);
  return (
    <>
      <table class="plan-table">
        <caption>{t('plan.orders')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.order')}</th>
            <th scope="col" class="num">
              {t('plan.cached')}
            </th>
            <th scope="col" class="num">
              {t('plan.time')}
            </th>
            {priced && (
              <th scope="col" class="num">
                {t('plan.money')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {plan.orders.map((each) => (
            <tr key={each.order} class={each.order === plan.order ? 'taken' : undefined}>
              <th scope="row">
                {each.order} {each.order === plan.order && <span class="tag">{t('plan.taken')}</span>}
              </th>
              <td class="num">{percent(each.cachedShare)} %</td>
              <td class="num">{duration(each.wallMs)}</td>
              {priced && <td class="num">{each.usd === undefined ? '–' : usd(each.usd)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">{t('plan.orders.about', { size: compact(plan.cacheTokens), bound: percent(Math.max(0, plan.cacheBound)) })}</p>
    </>
  );
}

function Baselines({ plan }: { readonly plan: RunPlan }) {
  return (
    <table class="plan-table">
      <caption>{t('plan.baselines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.baseline')}</th>
          <th scope="col" class="num">
            {t('plan.prompts')}
          </th>
          <th scope="col" class="num">
            {t('plan.prompt-tokens')}
          </th>
          <th scope="col" class="num">
            {t('plan.money')}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.baselines?.map(({ name, free, prompts, promptTokens, money, skippedByReason }) => (
          <tr key={name}>
            <th scope="row">
              {wordsFor('baseline', name) ?? name}
              {Object.entries(skippedByReason).map(([reason, n]) => (
                <span key={reason} class="soft small">
                  {' '}
                  {t('plan.skipped', { n: count(n) })}: {reasonName(reason)}
                </span>
              ))}
            </th>
            <td class="num">{count(prompts)}</td>
            <td class="num">{compact(promptTokens)}</td>
            <td class="num">{free ? t('plan.free') : money ? `≤ ${usd(money.highUsd)}` : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
