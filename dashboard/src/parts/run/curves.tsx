import { useMemo } from 'preact/hooks';
import { baselineNames, baselineOrder, curveGroups, curvePanel, type Profile } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, baselineName, languageName, metricLine, taskName, valueName } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';
import { SeriesSwatch } from '../series-swatch.tsx';
import { BaselineKey } from './baseline-key.tsx';

/** Axes that come first. */
const ORDER = ['askedTokens', 'depthPercent', 'needles', 'hops'];
const rank = (axis: string) => (ORDER.includes(axis) ? ORDER.indexOf(axis) : ORDER.length);

/** Scores along every numeric axis: the curve over lengths, the profile over depths, needles, hops. */
export function Curves({
  run: { profiles, baselines, languages },
}: {
  readonly run: Pick<RunPage, 'profiles' | 'baselines' | 'languages'>;
}) {
  const names = useMemo(() => baselineOrder({ profiles, baselines }), [profiles, baselines]);
  const groups = useMemo(() => {
    const axes = [...new Set(profiles.map(({ axis }) => axis))].sort((a, b) => rank(a) - rank(b));
    return axes.map((axis) => ({ axis, curves: curveGroups(profiles, axis) }));
  }, [profiles]);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="curves">
      <h2 id="curves">{t('run.curves')}</h2>
      <p class="soft note">{t('run.curves.note')}</p>
      <BaselineKey
        names={names.filter((name) => baselineNames(profiles).includes(name))}
        lengths={groups.some(({ axis }) => axis === 'askedTokens')}
      />
      {groups.map(({ axis, curves }) => (
        <div key={axis} class="axis-group">
          <h3>{t('run.curves.by', { axis: axisName(axis) })}</h3>
          <div class="curves">
            {curves.map((members) => (
              <Curve
                key={`${members[0]!.task} ${members[0]!.metric} ${members[0]!.mode}`}
                profiles={members}
                names={names}
                languages={languages}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

interface CurveProps {
  readonly profiles: readonly Profile[];
  /** Baselines in the order of their looks. */
  readonly names: readonly string[];
  /** Languages in the order of theirs. */
  readonly languages: readonly string[];
}

const draw: Draw<CurveProps> = ({ profiles, names, languages }, kit, widthPx) =>
  curvePanel(profiles, kit, { widthPx, heightPx: 240, baselines: names, languages });

function Curve({ profiles, names, languages }: CurveProps) {
  const data = useMemo(() => ({ profiles, names, languages }), [profiles, names, languages]);
  const beside = baselineNames(profiles);
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
                <SeriesSwatch index={language === null ? i : languages.indexOf(language)} />
                {language === null ? '–' : languageName(language)}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <Chart
        label={t('run.curves.label', { task: taskName(task), axis: axisName(axis) })}
        data={data}
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
            ...beside.map(baselineName),
          ],
          rows: profiles.flatMap(({ language, points }) =>
            points.map(({ at, mean, low, high, n, missing, baselines }) => [
              valueName(axis, at),
              ...(profiles.length > 1 ? [language === null ? '–' : languageName(language)] : []),
              percent(mean),
              intervalText(low, high),
              count(Math.round(n)),
              count(missing),
              ...beside.map((name) => percent(baselines?.[name]?.mean)),
            ]),
          ),
        }}
      />
    </figure>
  );
}
