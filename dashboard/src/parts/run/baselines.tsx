import { pLabel, signedLabel, visibleText, type Baseline } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { baselineName, reasonName, taskName, wordsFor } from '../../names.ts';
import { IntervalLine, intervalText } from '../interval.tsx';

type BaselineTask = NonNullable<Baseline['tasks']>[number];
interface Row {
  readonly name: string;
  readonly row: BaselineTask;
}

/** The same samples answered in other ways, task by task: what a long context adds, and what it does not. */
export function Baselines({ run: { baselines, tasks } }: { readonly run: Pick<RunPage, 'baselines' | 'tasks'> }) {
  if (baselines.length === 0) return null;
  const rows = baselines.flatMap(({ name, tasks: own = [] }) => own.map((row) => ({ name, row })));
  const byTask = [...Map.groupBy(rows, ({ row }) => row.task)].sort(([a], [b]) => tasks.indexOf(a) - tasks.indexOf(b));
  return (
    <section aria-labelledby="baselines">
      <h2 id="baselines">{t('run.baselines')}</h2>
      <p class="soft note">{t('run.baselines.note')}</p>
      <Flags rows={rows} />
      <div class="scroll card flush" tabIndex={0} role="group" aria-labelledby="baselines">
        <table class="baselines">
          <thead>
            <tr>
              <th scope="col">{t('run.task')}</th>
              <th scope="col">{t('run.baseline')}</th>
              <th scope="col">{t('run.baseline.score')}</th>
              <th scope="col" class="num">
                {t('run.this')}
              </th>
              <th scope="col" class="num">
                {t('run.difference')}
              </th>
              <th scope="col" class="num">
                p
              </th>
              <th scope="col" class="num">
                n
              </th>
            </tr>
          </thead>
          {byTask.map(([task, members]) => (
            <tbody key={task}>
              {members.map((member, i) => (
                <Line key={member.name} {...member} {...(i === 0 && { task: { name: task, rows: members.length } })} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Costs baselines={baselines} />
    </section>
  );
}

function Line({ name, row, task }: Row & { readonly task?: { readonly name: string; readonly rows: number } }) {
  const { mean, low, high, beside, difference, differenceLow, differenceHigh, p, n, missing, skipped } = row;
  return (
    <tr>
      {task && (
        <th scope="rowgroup" rowSpan={task.rows}>
          {taskName(task.name)}
        </th>
      )}
      <th scope="row">{baselineName(name)}</th>
      <td class="score">
        <strong>{percent(mean)}</strong>
        <IntervalLine mean={mean} low={low} high={high} />
        <span class="soft small">{intervalText(low, high)}</span>
      </td>
      <td class="num">{percent(beside)}</td>
      <td class="num">
        {signedLabel(difference)}
        {differenceLow !== null && differenceHigh !== null && (
          <span class="soft small block">{t('run.between', { low: signedLabel(differenceLow), high: signedLabel(differenceHigh) })}</span>
        )}
      </td>
      <td class="num">{pLabel(p)}</td>
      <td class="num">
        {count(n)}
        {missing > 0 && <span class="soft small block">{t('heat.missing', { n: count(missing) })}</span>}
        {skipped.map(({ reason, detail, count: left }) => (
          <span key={reason} class="soft small block" title={visibleText(detail)}>
            {t('run.left-out', { n: count(left), reason: reasonName(reason) })}
          </span>
        ))}
      </td>
    </tr>
  );
}

function Flags({ rows }: { readonly rows: readonly Row[] }) {
  const flagged = rows.filter(({ row }) => row.flag !== null);
  if (flagged.length === 0) return null;
  return (
    <ul class="flags">
      {flagged.map(({ name, row: { task, flag, mean, beside, n } }) => (
        <li key={`${name} ${task}`}>
          <strong>{t(`flag.${flag!}`, { task: taskName(task), name: baselineName(name) })}</strong>{' '}
          {t(`flag.${flag!}.why`, { mean: percent(mean), beside: percent(beside), n: count(n) })}
        </li>
      ))}
    </ul>
  );
}

function Costs({ baselines }: { readonly baselines: readonly Baseline[] }) {
  return (
    <ul class="soft small costs">
      {baselines.map(({ name, usage }) => (
        <li key={name}>
          {baselineName(name)}: {wordsFor('baseline-about', name.startsWith('retrieval') ? 'retrieval' : name)}{' '}
          {usage && t('run.baseline.cost', { calls: count(usage.calls), tokens: count(usage.inputTokens ?? usage.promptTokens) })}
        </li>
      ))}
      <li>{t('run.flag-rule')}</li>
    </ul>
  );
}
