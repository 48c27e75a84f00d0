import { hexOf, scoreColor } from '../../../src/report/charts/index.ts';
import { t } from '../language.ts';

const RAMP = `linear-gradient(90deg, ${Array.from({ length: 11 }, (_, i) => hexOf(scoreColor(i / 10))).join(', ')})`;

/** The colour scale of scores, and the signs of places without one. */
export function ScoreKey() {
  return (
    <p class="score-key">
      <span>0</span>
      <i class="ramp" style={{ background: RAMP }} aria-hidden="true" />
      <span>100</span>
      <i class="swatch missing">–</i>
      <span>{t('heat.key.missing')}</span>
      <i class="swatch skipped">×</i>
      <span>{t('heat.key.skipped')}</span>
      <i class="swatch absent" />
      <span>{t('heat.absent')}</span>
    </p>
  );
}
