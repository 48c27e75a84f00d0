import { useMemo } from 'preact/hooks';
import { barPanel, seriesColor, type Bar } from '../../../../src/report/charts/index.ts';
import type { WholeRunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { language, t } from '../../language.ts';
import { facetName, metricLine } from '../../names.ts';
import { Chart, type Draw } from '../chart.tsx';
import { intervalText } from '../interval.tsx';

/** Least width at which names and bars stand beside each other. */
const LEAST_PX = 460;

/** Every task and language as a bar. */
export function Tasks({ run: { taskScores, languages } }: { readonly run: Pick<WholeRunPage, 'taskScores' | 'languages'> }) {
  const bars = useMemo(
    () =>
      taskScores.map((score) => {
        const metrics = new Set(taskScores.filter(({ task }) => task === score.task).map(metricLine));
        const label = metrics.size > 1 ? `${facetName(score)} · ${metricLine(score)}` : facetName(score);
        return { ...score, label, color: seriesColor(Math.max(0, languages.indexOf(score.language ?? ''))) };
      }),
    [taskScores, languages, language.value],
  );
  if (bars.length < 2) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('run.by-task')}</h2>
      <p class="soft note">{t('run.by-task.note')}</p>
      <div class="card">
        <Chart
          label={t('run.by-task')}
          data={bars}
          draw={draw}
          leastPx={LEAST_PX}
          titles={{ x: t('run.score-with-interval') }}
          table={{
            head: [t('run.task'), t('run.score'), t('run.interval'), 'n', t('run.missing')],
            rows: bars.map(({ label, mean, low, high, n, missing }) => [
              label,
              percent(mean),
              intervalText(low, high),
              count(Math.round(n)),
              count(missing),
            ]),
          }}
        />
      </div>
    </section>
  );
}

const draw: Draw<readonly Bar[]> = (bars, kit, widthPx) => barPanel(bars, kit, { widthPx: Math.min(1100, widthPx) });
