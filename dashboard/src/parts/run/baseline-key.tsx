import { baselineMark } from '../../../../src/report/charts/index.ts';
import { t } from '../../language.ts';
import { baselineName } from '../../names.ts';

interface BaselineKeyProps {
  /** Baselines in the order of their looks. */
  readonly names: readonly string[];
  /** Whether the pictures have a strip of effective lengths. */
  readonly lengths?: boolean;
}

/** How baselines, and effective lengths, look in the pictures beside it. */
export function BaselineKey({ names, lengths = false }: BaselineKeyProps) {
  if (names.length === 0 && !lengths) return null;
  return (
    <p class="baseline-key small soft">
      {names.map((name, index) => (
        <span key={name}>
          <svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true" fill="none" stroke="currentColor">
            <path d="M-17,0H17" stroke-dasharray={baselineMark(index).dashes} />
            <path d={baselineMark(index).path} />
          </svg>
          {t('run.key.baseline', { name: baselineName(name) })}
        </span>
      ))}
      {lengths && (
        <span>
          <svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true">
            <path d="M-16,3H16" stroke="currentColor" stroke-opacity="0.45" stroke-width="4" />
            <path d="M0,-5L5,4H-5Z" fill="currentColor" />
          </svg>
          {t('run.key.effective')}
        </span>
      )}
    </p>
  );
}
