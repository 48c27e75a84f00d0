import { useEffect, useRef, useState } from 'preact/hooks';
import { browserPlotKit, curvePanel, seriesColor, visibleLine, type Profile } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { getJson, runPath } from '../../api.ts';
import { t } from '../../language.ts';
import { facetName, metricName } from '../../names.ts';

type Part = Pick<RunPage, 'run' | 'model' | 'profiles'>;
type Series = readonly { readonly index: number; readonly model: string; readonly profile: Profile }[];

/** The curves of all runs over length, one panel per task and language, with intervals. */
export function RunCurves({ runs }: { readonly runs: readonly string[] }) {
  const [pages, setPages] = useState<readonly Part[]>([]);
  const key = runs.join(' ');
  useEffect(() => {
    const gone = new AbortController();
    Promise.all(runs.map((id) => getJson<RunPage>(runPath(id), {}, gone.signal))).then(setPages, () => undefined);
    return () => gone.abort();
  }, [key]);
  const panels = seriesOf(pages).filter((series) => series.length > 1);
  if (panels.length === 0) return null;
  return (
    <section class="curves">
      <h2>{t('compare.curves')}</h2>
      <ul class="legend">
        {pages.map(({ run, model }, i) => (
          <li key={run}>
            <i class="line" style={{ background: seriesColor(i) }} aria-hidden="true" />
            {visibleLine(model)}
          </li>
        ))}
      </ul>
      <div class="map-cards">
        {panels.map((series) => (
          <figure key={JSON.stringify([series[0]!.profile.task, series[0]!.profile.language])} class="card">
            <figcaption>
              {facetName(series[0]!.profile)} <span class="soft">{metricName(series[0]!.profile.metric)}</span>
            </figcaption>
            <Curve series={series} />
          </figure>
        ))}
      </div>
    </section>
  );
}

/** Profiles over length that say the same of each run. The reference's task decides which there are. */
function seriesOf(pages: readonly Part[]): readonly Series[] {
  const all = pages.flatMap(({ model, profiles }, index) =>
    profiles.filter(({ axis, points }) => axis === 'askedTokens' && points.length > 1).map((profile) => ({ index, model, profile })),
  );
  const groups = Map.groupBy(all, ({ profile: { task, metric, language } }) => JSON.stringify([task, metric, language]));
  return [...groups.values()];
}

function Curve({ series }: { readonly series: Series }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    void browserPlotKit(document).then((kit) => {
      if (gone || !place.current) return;
      const { svg } = curvePanel(
        // One panel is of one language: what is named at a point is the run.
        series.map(({ profile, model }) => ({ ...profile, language: model })),
        kit,
        { widthPx: 420, heightPx: 240 },
      );
      svg.setAttribute('aria-hidden', 'true');
      place.current.replaceChildren(svg);
    });
    return () => {
      gone = true;
    };
  }, [series]);
  return <div class="plot" ref={place} />;
}
