import { pLabel, signedLabel } from '../../../../src/report/charts/index.ts';
import type { ComparePage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { taskName } from '../../names.ts';

type Change = ComparePage['overall'];

/** The difference over all paired samples and by task, with its interval and tests. */
export function Changes({ page: { overall, tasks } }: { readonly page: ComparePage }) {
  return (
    <>
      <Headline change={overall} />
      <div class="card flush scroll">
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{t('compare.task')}</th>
              {(['before', 'after', 'difference'] as const).map((key) => (
                <th key={key} scope="col" class="num">
                  {t(`compare.${key}`)}
                </th>
              ))}
              <th scope="col">{t('compare.interval')}</th>
              {(['p', 'sign-test', 'n'] as const).map((key) => (
                <th key={key} scope="col" class="num" title={t(`compare.${key}.what`)}>
                  {t(`compare.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ task, ...change }) => (
              <Row key={task} name={taskName(task)} change={change} />
            ))}
            {tasks.length > 1 && <Row name={t('compare.all')} change={overall} />}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Headline({ change }: { readonly change: Change }) {
  const { before, after, difference, low, high, p, n, missing, signTest } = change;
  return (
    <div class="card change-head">
      <p class="change-size">
        <strong class={signClass(difference)}>{signedLabel(difference)}</strong>
        <span class="soft">{t('compare.points', { before: percent(before), after: percent(after) })}</span>
      </p>
      <p>
        {low === null || high === null
          ? t('compare.no-interval')
          : t('compare.interval-of', { low: signedLabel(low), high: signedLabel(high) })}
      </p>
      <p>{t('compare.permutation', { p: pLabel(p) })}</p>
      <p>{t('compare.sign', { up: count(signTest.up), down: count(signTest.down), ties: count(signTest.ties), p: pLabel(signTest.p) })}</p>
      <p class="soft">{t(missing > 0 ? 'compare.pairs-missing' : 'compare.pairs', { n: count(n), missing: count(missing) })}</p>
    </div>
  );
}

function Row({ name, change }: { readonly name: string; readonly change: Change }) {
  const { before, after, difference, low, high, p, n, signTest } = change;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="num">{percent(before)}</td>
      <td class="num">{percent(after)}</td>
      <td class="num">
        <strong class={signClass(difference)}>{signedLabel(difference)}</strong>
      </td>
      <td class="range">
        <DifferenceLine difference={difference} low={low} high={high} />
        <span class="soft small">{low === null || high === null ? '–' : `${signedLabel(low)} … ${signedLabel(high)}`}</span>
      </td>
      <td class="num">{pLabel(p)}</td>
      <td class="num">
        {`▲ ${count(signTest.up)} ▼ ${count(signTest.down)}`} <span class="soft">p {pLabel(signTest.p)}</span>
      </td>
      <td class="num">{count(n)}</td>
    </tr>
  );
}

/** A difference on the line from −100 to +100. Numbers stand beside it. */
function DifferenceLine({ difference, low, high }: Pick<Change, 'difference' | 'low' | 'high'>) {
  const at = (value: number) => 50 + 50 * Math.min(1, Math.max(-1, value));
  return (
    <span class="interval-line zero" aria-hidden="true">
      {low !== null && high !== null && <i class="range" style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />}
      {difference !== null && <i class="dot" style={{ left: `${at(difference)}%` }} />}
    </span>
  );
}

/** Better or worse; the sign of the number says it too. */
export const signClass = (difference: number | null): string => (!difference ? '' : difference > 0 ? 'better' : 'worse');
