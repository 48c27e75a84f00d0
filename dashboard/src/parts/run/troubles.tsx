import { visibleLine } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { count } from '../../format.ts';
import { t } from '../../language.ts';
import { reasonName, taskName } from '../../names.ts';
import { runAddress, SAMPLES } from './run-address.ts';

/** Samples that have no score, and why. */
export function Troubles({ run: { run, errors, skipped } }: { readonly run: Pick<RunPage, 'run' | 'errors' | 'skipped'> }) {
  if (errors.length === 0 && skipped.length === 0) return null;
  const groups = [...Map.groupBy(errors, ({ task, reason, detail }) => JSON.stringify([task, reason, detail])).values()];
  const lines = groups.map(([first, ...rest]) => ({ ...first!, count: rest.reduce((sum, each) => sum + each.count, first!.count) }));
  return (
    <section aria-labelledby="troubles">
      <h2 id="troubles">{t('run.troubles')}</h2>
      <p class="soft note">{t('run.troubles.note')}</p>
      <div class="scroll card flush" tabIndex={0} role="group" aria-labelledby="troubles">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('run.status')}</th>
              <th scope="col">{t('run.reason')}</th>
              <th scope="col">{t('run.task')}</th>
              <th scope="col">{t('run.detail')}</th>
              <th scope="col" class="num">
                {t('run.samples')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ task, reason, detail, count: n }) => (
              <tr key={`${task} ${reason} ${detail}`}>
                <td>{t('sample-status.error')}</td>
                <th scope="row">{reasonName(reason)}</th>
                <td>{taskName(task)}</td>
                <td class="answer" lang="en">
                  {visibleLine(detail)}
                </td>
                <td class="num">
                  <a href={runAddress(run, { task, status: 'error' }) + SAMPLES}>{count(n)}</a>
                </td>
              </tr>
            ))}
            {skipped.map(({ reason, count: n }) => (
              <tr key={reason}>
                <td>{t('sample-status.skipped')}</td>
                <th scope="row">{reasonName(reason)}</th>
                <td>–</td>
                <td class="answer" />
                <td class="num">
                  <a href={runAddress(run, { status: 'skipped' }) + SAMPLES}>{count(n)}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
