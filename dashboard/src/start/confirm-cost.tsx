import { useEffect, useRef } from 'preact/hooks';
import type { RunPlan } from '../../../src/server/api.ts';
import { compact, usd } from '../format.ts';
import { t } from '../language.ts';

interface ConfirmCostProps {
  readonly plan: RunPlan;
  readonly onAnswer: (agreed: boolean) => void;
}

/** Asks before a dear run, as the command line does. */
export function ConfirmCost({ plan, onAnswer }: ConfirmCostProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="confirm-title" onCancel={() => onAnswer(false)}>
      <h2 id="confirm-title">{t('confirm.title', { amounts: amountsOf(plan) })}</h2>
      <ul>
        {plan.costs.map(({ model, highUsd, promptTokens }) => (
          <li key={model}>
            {model}:{' '}
            {highUsd === undefined ? t('confirm.unpriced', { tokens: compact(promptTokens) }) : t('confirm.priced', { usd: usd(highUsd) })}
          </li>
        ))}
      </ul>
      <p class="soft small">{t('confirm.budget')}</p>
      <div class="actions">
        <button type="button" onClick={() => onAnswer(false)}>
          {t('confirm.no')}
        </button>
        <button type="button" class="primary" onClick={() => onAnswer(true)}>
          {t('confirm.yes')}
        </button>
      </div>
    </dialog>
  );
}

/** Together: `up to $12.34`, or the tokens of models whose prices nobody knows. */
export function amountsOf({ costs }: RunPlan): string {
  const dollars = costs.reduce((sum, { highUsd = 0 }) => sum + highUsd, 0);
  const unpriced = costs.filter(({ highUsd }) => highUsd === undefined).reduce((sum, { promptTokens }) => sum + promptTokens, 0);
  return [
    ...(dollars > 0 ? [t('confirm.priced', { usd: usd(dollars) })] : []),
    ...(unpriced > 0 ? [t('confirm.unpriced', { tokens: compact(unpriced) })] : []),
  ].join(' + ');
}
