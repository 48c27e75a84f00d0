import { useMemo } from 'preact/hooks';
import { barPanel, baselineOrder, seriesColor, type Bar } from '../../../../src/report/charts/index.ts';
import type { WholeRunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { language, t } from '../../language.ts';
import { baselineName, facetName, metricLine } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';
import { BaselineKey } from './baseline-key.tsx';

/** Least width at which names and bars stand beside each other. */
const LEAST_PX = 460;

type Run = Pick<WholeRunPage, 'taskScores' | 'languages' | 'profiles' | 'baselines'>;

/** Every task and language as a bar. */
export function Tasks({ run }: { readonly run: Run }) {
  const { taskScores, languages, profiles } = run;
  const names = useMemo(() => baselineOrder(run), [run]);
  const beside = names.filter((name) => taskScores.some(({ baselines }) => baselines?.[name] !== undefined));
  const bars = useMemo(
    () =>
      taskScores.map((score) => {
        const metrics = new Set(taskScores.filter(({ task }) => task === score.task).map(metricLine));
        const label = metrics.size > 1 ? `${facetName(score)} · ${metricLine(score)}` : facetName(score);
        return { ...score, label, color: seriesColor(Math.max(0, languages.indexOf(score.language ?? ''))) };
      }),
    [taskScores, languages, language.value],
  );
  const data = useMemo(() => ({ bars, names, scoreHead: t('run.score') }), [bars, names]);
  if (bars.length === 0 || (bars.length === 1 && profiles.length > 0)) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('run.by-task')}</h2>
      <p class="soft note">{t('run.by-task.note')}</p>
      <BaselineKey names={beside} />
      <div class="card">
        <Chart
          label={t('run.by-task')}
          data={data}
          draw={draw}
          leastPx={LEAST_PX}
          titles={{ x: t('run.score-with-interval') }}
          table={{
            head: [t('run.task'), t('run.score'), t('run.interval'), 'n', t('run.missing'), ...beside.map(baselineName)],
            rows: bars.map(({ label, mean, low, high, n, missing, baselines }) => [
              label,
              percent(mean),
              intervalText(low, high),
              count(Math.round(n)),
              count(missing),
              ...beside.map((name) => percent(baselines?.[name]?.mean)),
            ]),
          }}
        />
      </div>
    </section>
  );
}

const draw: Draw<{ readonly bars: readonly Bar[]; readonly names: readonly string[]; readonly scoreHead: string }> = (
  { bars, names, scoreHead },
  kit,
  widthPx,
) => barPanel(bars, kit, { widthPx: Math.min(1100, widthPx), baselines: names, scoreHead });
