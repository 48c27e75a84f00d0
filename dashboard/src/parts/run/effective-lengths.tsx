import { tokensLabel, type TaskLength } from '../../../../src/report/charts/index.ts';
import type { RunPage } from '../../../../src/server/api.ts';
import { percent } from '../../format.ts';
import { t } from '../../language.ts';
import { languageName, metricLine, taskName } from '../../names.ts';

/** How far each task, in each language, still reads its context. */
export function EffectiveLengths({ run: { effectiveLengths } }: { readonly run: Pick<RunPage, 'effectiveLengths'> }) {
  const [first] = effectiveLengths;
  if (first === undefined) return null;
  const ends = effectiveLengths.flatMap(({ shortestTokens: from, longestTokens: to }) => (from === null || to === null ? [] : [from, to]));
  const scale = { from: Math.min(...ends), to: Math.max(...ends) };
  return (
    <section class="effective" aria-labelledby="effective">
      <h2 id="effective">{t('run.effective')}</h2>
      <p class="soft note">{t('run.effective.note', { threshold: percent(first.threshold, 0) })}</p>
      <div class="scroll card flush" tabIndex={0} role="group" aria-labelledby="effective">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('run.task')}</th>
              <th scope="col">{t('run.language')}</th>
              <th scope="col" class="num">
                {t('run.effective.length')}
              </th>
              <th scope="col" class="track-head">
                <span>{ends.length > 0 && tokensLabel(scale.from)}</span>
                <span>{ends.length > 0 && tokensLabel(scale.to)}</span>
              </th>
              <th scope="col">{t('run.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {effectiveLengths.map((found) => (
              <Line key={`${found.task} ${found.metric} ${found.mode} ${found.language}`} found={found} scale={scale} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The ends of the line on which lengths stand, tokens. */
interface Scale {
  readonly from: number;
  readonly to: number;
}

interface LineProps {
  readonly found: TaskLength;
  readonly scale: Scale;
}

function Line({ found, scale }: LineProps) {
  const { passingBeyond, unscored } = found;
  return (
    <tr>
      <th scope="row">
        {taskName(found.task)}
        <span class="soft small block">{metricLine(found)}</span>
      </th>
      <td>{found.language === null ? '–' : languageName(found.language)}</td>
      <td class="num length">{reach(found)}</td>
      <td>
        <Track found={found} scale={scale} />
      </td>
      <td>
        {found.longestTokens === null ? '–' : t('run.effective.between', bounds(found))}
        {passingBeyond.length > 0 && (
          <span class="soft small block">{t('run.effective.beyond', { lengths: passingBeyond.map(tokensLabel).join(', ') })}</span>
        )}
        {unscored.length > 0 && (
          <span class="soft small block">{t('run.effective.unscored', { lengths: unscored.map(tokensLabel).join(', ') })}</span>
        )}
      </td>
    </tr>
  );
}

/** The length on a line, each doubling as wide. Lengths outside what was measured are not drawn. The cells beside it say the same. */
function Track({ found: { tokens, lowTokens, highTokens, shortestTokens, longestTokens }, scale }: LineProps) {
  if (shortestTokens === null || longestTokens === null) return null;
  const at = (length: number | null) => (100 * Math.log((length ?? shortestTokens) / scale.from)) / Math.log(scale.to / scale.from);
  const start = at(null);
  const [low, high] = [at(lowTokens), at(highTokens)];
  return (
    <span class="interval-line track" aria-hidden="true">
      <i class="measured" style={{ left: `${start}%`, width: `${at(longestTokens) - start}%` }} />
      <i class="reach" style={{ left: `${start}%`, width: `${at(tokens) - start}%` }} />
      <i class="range" style={{ left: `${low}%`, width: `${high - low}%` }} />
      <i class={`dot${tokens === null ? ' none' : ''}`} style={{ left: `${at(tokens)}%` }} />
    </span>
  );
}

function reach({ tokens, firstFailingTokens, shortestTokens }: TaskLength): string {
  if (tokens === null) return shortestTokens === null ? '–' : `< ${tokensLabel(shortestTokens)}`;
  return `${firstFailingTokens === null ? '≥ ' : ''}${tokensLabel(tokens)}`;
}

function bounds({ lowTokens, highTokens, shortestTokens, longestTokens }: TaskLength) {
  const orBelow = (tokens: number | null) => (tokens === null ? `< ${tokensLabel(shortestTokens!)}` : tokensLabel(tokens));
  return { low: orBelow(lowTokens), high: highTokens === longestTokens ? `≥ ${tokensLabel(longestTokens!)}` : orBelow(highTokens) };
}
