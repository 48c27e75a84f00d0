import { useMemo } from 'preact/hooks';
import { barPanel, radarPanel, radarsOf, seriesColor, type Bar, type Breakdown, type Radar } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { language, t } from '../../language.ts';
import { axisName, facetName, languageName, metricLine, valueName } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';
import { SeriesSwatch } from '../series-swatch.tsx';

type Run = Pick<RunPage, 'breakdowns' | 'taskFacts' | 'aggregates' | 'languages'>;

/** Scores by what is no number (level, type, difficulty), and the radars that families ask for. */
export function Kinds({ run }: { readonly run: Run }) {
  const { breakdowns, languages } = run;
  const radars = useMemo(() => radarsOf(run), [run]);
  const groups = useMemo(() => [...Map.groupBy(breakdowns, ({ axis }) => axis)], [breakdowns]);
  if (radars.length + groups.length === 0) return null;
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds">{t('run.kinds')}</h2>
      <p class="soft note">{t('run.kinds.note')}</p>
      {radars.map((radar) => (
        <RadarCard key={radar.axis} radar={radar} languages={languages} />
      ))}
      {groups.map(([axis, members]) => (
        <div key={axis} class="axis-group">
          <h3>{t('run.curves.by', { axis: axisName(axis) })}</h3>
          <div class="curves">
            {members.map((each) => (
              <Kind key={JSON.stringify(each.facet)} breakdown={each} languages={languages} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

const drawBars: Draw<{ readonly bars: readonly Bar[]; readonly scoreHead: string }> = ({ bars, scoreHead }, kit, widthPx) =>
  barPanel(bars, kit, { widthPx, scoreHead });

function Kind({ breakdown: { facet, axis, places }, languages }: { readonly breakdown: Breakdown; readonly languages: readonly string[] }) {
  const data = useMemo(() => {
    const color = seriesColor(Math.max(0, languages.indexOf(facet.language ?? '')));
    return { bars: places.map(({ at, ...place }) => ({ ...place, label: valueName(axis, at), color })), scoreHead: t('run.score') };
  }, [places, axis, languages, language.value]);
  return (
    <figure class="card">
      <figcaption>
        <h4>{facetName(facet)}</h4>
        <span class="soft small">{metricLine(facet)}</span>
      </figcaption>
      <Chart
        label={`${facetName(facet)}: ${axisName(axis)}`}
        data={data}
        draw={drawBars}
        titles={{ x: t('run.score-with-interval') }}
        table={{
          head: [axisName(axis), t('run.score'), t('run.interval'), 'n', t('run.missing')],
          rows: places.map(({ at, mean, low, high, n, missing }) => [
            valueName(axis, at),
            percent(mean),
            intervalText(low, high),
            count(Math.round(n)),
            count(missing),
          ]),
        }}
      />
    </figure>
  );
}

const drawRadar: Draw<{ readonly radar: Radar; readonly languages: readonly string[] }> = ({ radar, languages }, kit, widthPx) =>
  radarPanel(radar, kit, { widthPx: Math.min(560, widthPx), languages });

function RadarCard({ radar, languages }: { readonly radar: Radar; readonly languages: readonly string[] }) {
  const { axis, series } = radar;
  const spokes = radar.spokes.map((spoke) => valueName(axis, spoke));
  const data = useMemo(() => ({ radar: { ...radar, spokes }, languages }), [radar, languages, language.value]);
  return (
    <figure class="card">
      <figcaption>
        <h4>{t('run.curves.by', { axis: axisName(axis) })}</h4>
        <span class="series">
          {series.map(({ name }, i) => (
            <span key={name}>
              <SeriesSwatch index={languages.includes(name) ? languages.indexOf(name) : i} />
              {name === '' ? '–' : languageName(name)}
            </span>
          ))}
        </span>
      </figcaption>
      <Chart
        label={t('run.curves.by', { axis: axisName(axis) })}
        data={data}
        draw={drawRadar}
        table={{
          head: [axisName(axis), ...series.flatMap(({ name }) => [name === '' ? t('run.score') : languageName(name), 'n'])],
          rows: spokes.map((spoke, i) => [spoke, ...series.flatMap(({ values, n }) => [percent(values[i]), count(n[i]!)])]),
        }}
      />
    </figure>
  );
}
