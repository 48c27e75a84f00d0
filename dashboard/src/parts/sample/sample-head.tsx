import type { PlaceAmong, SamplePage } from '../../../../src/server/api.ts';
import { axesOf, visibleLine } from '../../../../src/report/charts/index.ts';
import { runPath } from '../../api.ts';
import { count } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, taskName, valueName } from '../../names.ts';
import { isWhole, runHref, sampleHref, type SampleFilter } from '../../sample-address.ts';
import { useResource } from '../../use-resource.ts';

interface SampleHeadProps {
  readonly page: SamplePage;
  readonly filter: SampleFilter;
}

/** Which sample of which run, and the way to those beside it. */
export function SampleHead({ page, filter }: SampleHeadProps) {
  const { run, model, task, cell, id } = page;
  return (
    <header class="sample-head">
      <p class="back">
        <a href={runHref(run, filter)}>← {visibleLine(model)}</a> <span class="id">{run}</span>
      </p>
      <Neighbours page={page} filter={filter} />
      <h1>{taskName(task)}</h1>
      <ul class="cell">
        {axesOf([cell]).map((axis) => (
          <li key={axis}>
            <span class="soft">{axisName(axis)}</span> {valueName(axis, cell[axis]!)}
          </li>
        ))}
      </ul>
      <p class="id">{visibleLine(id)}</p>
    </header>
  );
}

/** Previous and next: in the plan, or in the list that one came from. */
function Neighbours({ page: { run, id, place }, filter }: SampleHeadProps) {
  const whole = isWhole(filter);
  const { value } = useResource<PlaceAmong>(whole ? undefined : `${runPath(run)}/sample/place`, { id, ...filter });
  const among: PlaceAmong | undefined = whole ? place : value;
  return (
    <nav class="neighbours" aria-label={t('sample.neighbours')}>
      <Step to={among?.previous && sampleHref(run, among.previous, filter)} text={`‹ ${t('sample.previous')}`} rel="prev" />
      <span class="soft" aria-live="polite">
        {among === undefined ? '…' : placeWords(among, whole)}
        {!whole && (
          <>
            {' · '}
            <a href={sampleHref(run, id)}>{t('sample.no-filter')}</a>
          </>
        )}
      </span>
      <Step to={among?.next && sampleHref(run, among.next, filter)} text={`${t('sample.next')} ›`} rel="next" />
    </nav>
  );
}

function Step({ to, text, rel }: { readonly to: string | undefined; readonly text: string; readonly rel: string }) {
  return to === undefined ? (
    <span class="button off" aria-disabled="true">
      {text}
    </span>
  ) : (
    <a class="button" href={to} rel={rel}>
      {text}
    </a>
  );
}

function placeWords({ position, total }: PlaceAmong, whole: boolean): string {
  const of = { n: position === null ? '–' : count(position + 1), total: count(total) };
  return t(whole ? 'sample.of' : 'sample.of-matching', of);
}
