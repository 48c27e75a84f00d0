import type { ShownNeedle } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { needleGoal } from './place.ts';
import type { PromptPlaces } from './prompt-strip.tsx';

/** A button for every needle: where it was asked to stand, where it stands, and whether it was found where it is scored by itself. */
export function NeedleList({ strip, goal, seen, scoreOf }: PromptPlaces & { readonly scoreOf?: (needle: number) => number | undefined }) {
  if (strip.needles.length === 0) return null;
  const inView = ({ message, fromByte, toByte }: ShownNeedle) =>
    message === seen.value.message && toByte > seen.value.fromByte && fromByte < seen.value.toByte;
  return (
    <ol class="needles" aria-label={t('prompt.needles')}>
      {strip.needles.map((needle, index) => (
        <li key={needle.fromByte}>
          <button
            type="button"
            class={inView(needle) ? 'in-view' : undefined}
            aria-pressed={goal.value.needle === index}
            onClick={() => (goal.value = needleGoal(strip, index))}
          >
            <span class="visually-hidden">{t('prompt.needle', { n: index + 1 })} </span>
            <b aria-hidden="true">{index + 1}</b>
            <Found score={scoreOf?.(index)} />
            <Depths needle={needle} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function Depths({ needle: { askedDepthPercent, depthPercent } }: { readonly needle: ShownNeedle }) {
  if (depthPercent === null) return null;
  return (
    <span class="depths" title={t('prompt.depths')}>
      {askedDepthPercent !== null && (
        <>
          <span class="visually-hidden">{t('prompt.asked')} </span>
          <span class="soft">{trimmed(askedDepthPercent)} %</span>
          <span aria-hidden="true"> → </span>
        </>
      )}
      <span class="visually-hidden">{t('prompt.realised')} </span>
      {trimmed(depthPercent)} %
    </span>
  );
}

function Found({ score }: { readonly score: number | undefined }) {
  if (score === undefined) return null;
  return (
    <span class={score === 1 ? 'good' : 'bad'}>
      <span aria-hidden="true">{score === 1 ? '✓' : '✗'}</span>
      <span class="visually-hidden">{t(score === 1 ? 'prompt.found' : 'prompt.missed')} </span>
    </span>
  );
}

const trimmed = (percent: number): string => String(Math.round(percent * 10) / 10);
