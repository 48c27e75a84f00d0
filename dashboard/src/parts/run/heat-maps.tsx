import { useLocation } from 'preact-iso';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, facetName, metricLine } from '../../names.ts';
import { HeatGrid } from '../heat-grid.tsx';
import { intervalText } from '../interval.tsx';
import { ScoreKey } from '../score-key.tsx';
import { runAddress, SAMPLES, type RunAddress } from './run-address.ts';

/** Columns from which a map takes the whole width. */
const WIDE = 9;

interface HeatMapsProps {
  readonly run: Pick<RunPage, 'run' | 'maps' | 'axes'>;
  readonly address: RunAddress;
}

/** A heat map per task, metric and language over any two axes. */
export function HeatMaps({ run: { run, maps, axes }, address }: HeatMapsProps) {
  const { x = 'askedTokens', y = 'depthPercent' } = address;
  const { route } = useLocation();
  const choose = (next: { readonly x: string; readonly y: string }) => route(runAddress(run, { ...address, ...next }), true);
  if (axes.length < 2) return null;
  return (
    <section aria-labelledby="maps">
      <div class="section-head">
        <h2 id="maps">{t('run.maps', { x: axisName(x), y: axisName(y) })}</h2>
        <AxisChoice label={t('run.maps.x')} axes={axes} value={x} onChoose={(next) => choose({ x: next, y: next === y ? x : y })} />
        <AxisChoice label={t('run.maps.y')} axes={axes} value={y} onChoose={(next) => choose({ x: next === x ? y : x, y: next })} />
        <ScoreKey />
      </div>
      <p class="soft note">{t('run.maps.note')}</p>
      {maps.length === 0 && <p class="card">{t('run.maps.none')}</p>}
      <div class="maps">
        {maps.map(({ facet, map }) => (
          <figure key={JSON.stringify(facet)} class={`card${map.columns.length >= WIDE ? ' whole' : ''}`}>
            <figcaption>
              <h3>{facetName(facet)}</h3>
              <span class="soft small">{metricLine(facet)}</span>
              <span class="soft small means">
                {t('run.mean-of', { mean: percent(map.total.mean), interval: intervalText(map.total.low, map.total.high) })} · n{' '}
                {count(Math.round(map.total.n))}
                {map.total.missing > 0 && ` · ${t('heat.missing', { n: count(map.total.missing) })}`}
              </span>
            </figcaption>
            <HeatGrid
              map={map}
              label={`${facetName(facet)}, ${metricLine(facet)}`}
              hrefOf={(where) => {
                const inLanguage = facet.language === null ? where : { language: facet.language, ...where };
                return runAddress(run, { ...address, task: facet.task, where: inLanguage, status: undefined, page: 1 }) + SAMPLES;
              }}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}

interface AxisChoiceProps {
  readonly label: string;
  readonly axes: readonly string[];
  readonly value: string;
  readonly onChoose: (axis: string) => void;
}

function AxisChoice({ label, axes, value, onChoose }: AxisChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {axes.map((axis) => (
          <option key={axis} value={axis}>
            {axisName(axis)}
          </option>
        ))}
      </select>
    </label>
  );
}
