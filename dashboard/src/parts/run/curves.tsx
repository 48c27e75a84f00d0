import { useMemo } from 'preact/hooks';
import { curveGroups, curvePanel, seriesColor, type Profile } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, languageName, metricLine, taskName, valueName } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';

/** Axes that come first. */
const ORDER = ['askedTokens', 'depthPercent', 'needles', 'hops'];
const rank = (axis: string) => (ORDER.includes(axis) ? ORDER.indexOf(axis) : ORDER.length);

/** Scores along every numeric axis: the curve over lengths, the profile over depths, needles, hops. */
export function Curves({ run: { profiles } }: { readonly run: Pick<RunPage, 'profiles'> }) {
  const groups = useMemo(() => {
    const axes = [...new Set(profiles.map(({ axis }) => axis))].sort((a, b) => rank(a) - rank(b));
    return axes.map((axis) => ({ axis, curves: curveGroups(profiles, axis) }));
  }, [profiles]);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="curves">
      <h2 id="curves">{t('run.curves')}</h2>
      <p class="soft note">{t('run.curves.note')}</p>
      {groups.map(({ axis, curves }) => (
        <div key={axis} class="axis-group">
          <h3>{t('run.curves.by', { axis: axisName(axis) })}</h3>
          <div class="curves">
            {curves.map((members) => (
              <Curve key={`${members[0]!.task} ${members[0]!.metric} ${members[0]!.mode}`} profiles={members} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

const draw: Draw<readonly Profile[]> = (profiles, kit, widthPx) => curvePanel(profiles, kit, { widthPx, heightPx: 230 });

function Curve({ profiles }: { readonly profiles: readonly Profile[] }) {
  const [{ task, axis, ...first }] = profiles as [Profile];
  return (
    <figure class="card">
      <figcaption>
        <h4>{taskName(task)}</h4>
        <span class="soft small">{metricLine(first)}</span>
        {profiles.some(({ language }) => language !== null) && (
          <span class="series">
            {profiles.map(({ language }, i) => (
              <span key={language}>
                <i style={{ background: seriesColor(i) }} aria-hidden="true" />
                {language === null ? '–' : languageName(language)}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <Chart
        label={t('run.curves.label', { task: taskName(task), axis: axisName(axis) })}
        data={profiles}
        draw={draw}
        titles={{ x: axisName(axis), y: t('run.score') }}
        table={{
          head: [
            axisName(axis),
            ...(profiles.length > 1 ? [t('run.language')] : []),
            t('run.score'),
            t('run.interval'),
            'n',
            t('run.missing'),
          ],
          rows: profiles.flatMap(({ language, points }) =>
            points.map(({ at, mean, low, high, n, missing }) => [
              valueName(axis, at),
              ...(profiles.length > 1 ? [language === null ? '–' : languageName(language)] : []),
              percent(mean),
              intervalText(low, high),
              count(Math.round(n)),
              count(missing),
            ]),
          ),
        }}
      />
    </figure>
  );
}
