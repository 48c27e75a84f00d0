import { useLocation } from 'preact-iso';
import type { Cell } from '../../../../src/core/index.ts';
import type { FacetMap } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, facetName, languageName, metricLine, taskName } from '../../names.ts';
import { Gradually } from '../gradually.tsx';
import { HeatGrid } from '../heat-grid.tsx';
import { intervalText } from '../interval.tsx';
import { ScoreKey } from '../score-key.tsx';
import { runAddress, SAMPLES, type RunAddress } from './run-address.ts';

/** Columns, of all languages together, from which the maps of a task take the whole width. */
const WIDE = 12;
/** Least room of a cell, and of the labels beside the cells. */
const [CELL_PX, LABELS_PX] = [31, 84];

interface HeatMapsProps {
  readonly run: Pick<RunPage, 'run' | 'maps' | 'axes' | 'mapAxes'>;
  readonly address: RunAddress;
}

/** A heat map per task, metric and language over any two axes. */
export function HeatMaps({ run: { run, maps, axes, mapAxes }, address }: HeatMapsProps) {
  const { x = mapAxes.x, y = mapAxes.y } = address;
  const { route } = useLocation();
  const choose = (next: { readonly x: string; readonly y: string }) => route(runAddress(run, { ...address, ...next }), true);
  const groups = [...Map.groupBy(maps, ({ facet }) => taskKey(facet)).values()];
  // Maps of the axes that were chosen before stay until those of the new ones are there.
  const isOld = maps.some(({ map }) => map.x !== x || map.y !== y);
  // Without a choice of the user, axes that no task has both of are not worth a section: curves and bars show the scores.
  if (axes.length < 2 || (maps.length === 0 && address.x === undefined && address.y === undefined)) return null;
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
      <div class="maps" aria-busy={isOld}>
        <Gradually>
          {groups.map((members) => (
            <TaskMaps key={taskKey(members[0]!.facet)} run={run} maps={members} address={address} />
          ))}
        </Gradually>
      </div>
    </section>
  );
}

const taskKey = ({ task, metric, mode }: FacetMap['facet']): string => JSON.stringify([task, metric, mode]);

interface TaskMapsProps {
  readonly run: string;
  readonly maps: readonly FacetMap[];
  readonly address: RunAddress;
}

/** The maps of a task beside each other, one per language. */
function TaskMaps({ run, maps, address }: TaskMapsProps) {
  const { facet } = maps[0]!;
  const columns = Math.max(...maps.map(({ map }) => map.columns.length));
  return (
    <figure class={`card${columns * maps.length >= WIDE ? ' whole' : ''}`}>
      <figcaption>
        <h3>{taskName(facet.task)}</h3>
        <span class="soft small">{metricLine(facet)}</span>
      </figcaption>
      <div class="languages" style={{ '--least': `${LABELS_PX + CELL_PX * (columns + 1)}px` }}>
        {maps.map((each) => (
          <LanguageMap key={each.facet.language} run={run} {...each} address={address} />
        ))}
      </div>
    </figure>
  );
}

function LanguageMap({ run, facet, map, address }: FacetMap & { readonly run: string; readonly address: RunAddress }) {
  const { mean, low, high, n, missing } = map.total;
  const hrefOf = (where: Cell) => {
    const inLanguage = facet.language === null ? where : { language: facet.language, ...where };
    return runAddress(run, { ...address, task: facet.task, where: inLanguage, status: undefined, page: 1 }) + SAMPLES;
  };
  return (
    <div>
      <p class="small map-note">
        {facet.language !== null && <strong>{languageName(facet.language)}</strong>}{' '}
        <span class="soft">
          {t('run.mean-of', { mean: percent(mean), interval: intervalText(low, high) })} · n {count(Math.round(n))}
          {missing > 0 && ` · ${t('heat.missing', { n: count(missing) })}`}
        </span>
      </p>
      <HeatGrid map={map} label={`${facetName(facet)}, ${metricLine(facet)}`} hrefOf={hrefOf} />
    </div>
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
        {[...new Set([...axes, value])].map((axis) => (
          <option key={axis} value={axis}>
            {axisName(axis)}
          </option>
        ))}
      </select>
    </label>
  );
}
