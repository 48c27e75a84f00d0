import { visibleLine } from '../../../../src/report/charts/index.ts';
import type { SampleLine } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { cellName, reasonName, taskName, wordsFor } from '../../names.ts';
import type { SampleFilter } from '../../sample-address.ts';
import { sampleAddress } from './run-address.ts';

interface SampleTableProps {
  readonly run: string;
  readonly lines: readonly SampleLine[];
  /** Which samples are listed: from one of them one goes on to the next of these. */
  readonly filter: SampleFilter;
}

/** Samples as lines; each leads to its page. */
export function SampleTable({ run, lines, filter }: SampleTableProps) {
  if (lines.length === 0) return null;
  return (
    <div class="scroll card flush" tabIndex={0} role="group" aria-labelledby="samples-title">
      <table class="samples">
        <thead>
          <tr>
            <th scope="col">{t('run.sample-column')}</th>
            <th scope="col">{t('run.task')}</th>
            <th scope="col">{t('run.status')}</th>
            <th scope="col" class="num">
              {t('run.score')}
            </th>
            <th scope="col" class="num">
              {t('run.tokens')}
            </th>
            <th scope="col">{t('run.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} run={run} line={line} filter={filter} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({
  run,
  filter,
  line: { id, task, cell, status, score, note, promptTokens, answer },
}: {
  readonly run: string;
  readonly line: SampleLine;
  readonly filter: SampleFilter;
}) {
  return (
    <tr>
      <th scope="row">
        <a href={sampleAddress(run, id, filter)} title={visibleLine(id)}>
          {cellName(cell) || visibleLine(id.slice(id.indexOf('/') + 1))}
        </a>
      </th>
      <td>{taskName(task)}</td>
      <td>
        <span class={`sample-status ${status}`}>{t(`sample-status.${status}`)}</span>
        {note !== null && <span class="soft small block">{wordsFor('error-class', note) ?? reasonName(note)}</span>}
      </td>
      <td class="num">{percent(score, 0)}</td>
      <td class="num">{promptTokens === null ? '–' : count(promptTokens)}</td>
      <td class="answer">{visibleLine(answer)}</td>
    </tr>
  );
}
