import type { SamplePage, ShownOutcome } from '../../../../src/server/api.ts';
import { visibleLine, visibleText } from '../../../../src/report/charts/index.ts';
import { percent } from '../../format.ts';
import { t } from '../../language.ts';
import { baselineName, reasonName } from '../../names.ts';
import { scoreClass } from './verdict.tsx';

/** What the baselines answered to the same sample, and what each was given of the needles. */
export function Beside({ page: { beside, strip } }: { readonly page: SamplePage }) {
  const numbers = new Map(strip.needles.map(({ id }, index) => [id, index + 1]));
  return (
    <div class="card flush scroll">
      <table class="beside">
        <thead>
          <tr>
            <th scope="col">{t('sample.baseline')}</th>
            <th scope="col" class="num">
              {t('sample.score')}
            </th>
            <th scope="col">{t('sample.given')}</th>
            <th scope="col">{t('sample.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {beside.map(({ name, strategy, outcome }) => (
            <tr key={name}>
              <th scope="row">{baselineName(name)}</th>
              <td class="num">
                {outcome.score === null ? '–' : <strong class={scoreClass(outcome.score.value)}>{percent(outcome.score.value)}</strong>}
              </td>
              <td>{givenText({ ...outcome, strategy }, numbers)}</td>
              <td>
                <AnswerCell outcome={outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AnswerCell({ outcome: { status, reason, score, calls } }: { readonly outcome: ShownOutcome }) {
  if (status !== 'ok')
    return <span class="soft">{[t(`sample.status.${status}`), reason === null ? '' : reasonName(reason)].filter(Boolean).join(': ')}</span>;
  return (
    <>
      <div class="model-text box small" tabIndex={0} dir="auto">
        {visibleText(calls.map(({ text }) => text).join('\n\n'))}
      </div>
      {score?.why && (
        <p class="soft small model-text" lang="en">
          {visibleText(score.why)}
        </p>
      )}
    </>
  );
}

/** Needles by their numbers; `all` where the whole prompt was given. */
function givenText(
  { status, given, strategy }: ShownOutcome & { readonly strategy: string },
  numbers: ReadonlyMap<string, number>,
): string {
  if (status === 'pending' || status === 'skipped') return '–';
  if (strategy === 'oracle' || strategy === 'closed-book') return t(`sample.given.${strategy}`);
  if (given === null) return t('sample.given.whole');
  if (given.length === 0) return t('sample.given.none');
  const which = given.map((id) => numbers.get(id) ?? visibleLine(id)).join(', ');
  return t('sample.given.some', { n: given.length, total: numbers.size, which });
}
