import { useEffect, useState } from 'preact/hooks';
import { curvePanel, visibleLine, type Profile } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { getJson, runPath } from '../../api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, facetName, metricLine, valueName } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';
import { SeriesSwatch } from '../series-swatch.tsx';

type Part = Pick<RunPage, 'run' | 'model' | 'profiles'>;
interface Series {
  readonly model: string;
  readonly profile: Profile;
}

/** The curves of all runs over length, one panel per task and language, with intervals. */
export function RunCurves({ runs }: { readonly runs: readonly string[] }) {
  const [pages, setPages] = useState<readonly Part[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    Promise.all(runs.map((id) => getJson<RunPage>(runPath(id), {}, gone.signal))).then(setPages, () => undefined);
    return () => gone.abort();
  }, [runs.join(' ')]);
  const panels = panelsOf(pages);
  if (panels.length === 0) return null;
  return (
    <section class="run-curves">
      <h2>{t('compare.curves')}</h2>
      <ul class="runs-key">
        {pages.map(({ run, model }, i) => (
          <li key={run}>
            <SeriesSwatch index={i} />
            {visibleLine(model)}
          </li>
        ))}
      </ul>
      <div class="map-cards">
        {panels.map((series) => (
          <Curve key={JSON.stringify([series[0]!.profile.task, series[0]!.profile.language])} series={series} />
        ))}
      </div>
    </section>
  );
}

/** Profiles over length that every run has: the colour of a line is that of its run. */
function panelsOf(pages: readonly Part[]): readonly (readonly Series[])[] {
  const all = pages.flatMap(({ model, profiles }) =>
    profiles.filter(({ axis, points }) => axis === 'askedTokens' && points.length > 1).map((profile) => ({ model, profile })),
  );
  const groups = Map.groupBy(all, ({ profile: { task, metric, mode, language } }) => JSON.stringify([task, metric, mode, language]));
  return [...groups.values()].filter((series) => series.length === pages.length);
}

// A panel is of one language: what a point is named after is the run.
const draw: Draw<readonly Series[]> = (series, kit, widthPx) =>
  curvePanel(
    series.map(({ profile, model }) => ({ ...profile, language: visibleLine(model) })),
    kit,
    { widthPx, heightPx: 230 },
  );

function Curve({ series }: { readonly series: readonly Series[] }) {
  const { profile } = series[0]!;
  return (
    <figure class="card">
      <figcaption>
        {facetName(profile)} <span class="soft small">{metricLine(profile)}</span>
      </figcaption>
      <Chart
        label={t('compare.curve-of', { facet: facetName(profile) })}
        data={series}
        draw={draw}
        titles={{ x: axisName('askedTokens'), y: t('compare.score') }}
        table={{
          head: [axisName('askedTokens'), t('compare.run'), t('compare.score'), t('compare.interval'), t('compare.n')],
          rows: series.flatMap(({ model, profile: { points } }) =>
            points.map(({ at, mean, low, high, n }) => [
              valueName('askedTokens', at),
              visibleLine(model),
              percent(mean),
              intervalText(low, high),
              count(Math.round(n)),
            ]),
          ),
        }}
      />
    </figure>
  );
}
