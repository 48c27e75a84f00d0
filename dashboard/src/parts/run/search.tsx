import { tokensLabel, visibleLine } from '../../../../src/report/charts/index.ts';
import type { RunSearch, SearchedLength, WholeRunPage } from '../../../../src/server/api.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';

/** What the search found that the run was made for: the answer, the lengths on the way, how sure it is, what it took. Nothing for other runs. */
export function Search({ run: { search } }: { readonly run: Pick<WholeRunPage, 'search'> }) {
  if (search === null) return null;
  return (
    <section class="search" aria-labelledby="search">
      <h2 id="search">{t('search.title')}</h2>
      <p class="soft note">{t('search.note')}</p>
      <div class="card">
        <Answer search={search} />
        <Lengths search={search} />
        <ul class="soft small">
          {[...remarks(search), bounds(search), costs(search)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Answer({ search }: { readonly search: RunSearch }) {
  const { status, passesTokens, failsTokens } = search;
  return (
    <p class="search-answer">
      <span class="soft">{t('search.answer', { threshold: share(search.search.threshold) })}</span>
      <strong>{reach(search)}</strong>
      {passesTokens !== null && failsTokens !== null && <span>{t('search.between', { fails: tokensLabel(failsTokens) })}</span>}
      {status !== 'found' && <span class="warm">{t(`search.${status}`)}</span>}
    </p>
  );
}

function reach({ passesTokens, failsTokens }: RunSearch): string {
  if (passesTokens === null) return failsTokens === null ? t('search.unknown') : `< ${tokensLabel(failsTokens)}`;
  return `${failsTokens === null ? '≥ ' : ''}${tokensLabel(passesTokens)}`;
}

function Lengths({ search: { lengths, search } }: { readonly search: RunSearch }) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={t('search.lengths')}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="num">
              {t('search.length')}
            </th>
            <th scope="col" class="num">
              {t('search.asked')}
            </th>
            <th scope="col" class="num">
              {t('search.passed')}
            </th>
            <th scope="col">{t('search.score', { threshold: share(search.threshold) })}</th>
            <th scope="col">{t('search.verdict')}</th>
            <th scope="col" class="num">
              {t('search.missing')}
            </th>
            <th scope="col" class="num">
              {t('search.tokens')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lengths.map((length) => (
            <Line key={length.lengthTokens} length={length} threshold={search.threshold} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ length, threshold }: { readonly length: SearchedLength; readonly threshold: number }) {
  const { lengthTokens, prompts, n, mean, verdict, capped, missing, tokens } = length;
  return (
    <tr class={verdict === 'not-needed' ? 'soft' : undefined}>
      <th scope="row" class="num">
        {tokensLabel(lengthTokens)}
      </th>
      <td class="num">{count(prompts)}</td>
      <td class="num">{mean !== null && `${Number((mean * n).toFixed(2))}/${n}`}</td>
      <td class="search-score">
        {mean !== null && (
          <>
            <span class="meter" aria-hidden="true">
              <i class={verdict} style={{ width: `${100 * mean}%` }} />
              <i class="mark" style={{ left: `${100 * threshold}%` }} />
            </span>
            {percent(mean)}
          </>
        )}
      </td>
      <td class={`verdict ${verdict}`}>
        {t(`search-verdict.${verdict}`)}
        {capped && <span class="soft"> ({t('search.by-mean')})</span>}
      </td>
      <td class="num">{missing > 0 && count(missing)}</td>
      <td class="num">{count(tokens)}</td>
    </tr>
  );
}

function remarks({ passingBeyond, failsTokens, lengths }: RunSearch): readonly string[] {
  const refused = lengths.find(({ verdict }) => verdict === 'refused');
  const unasked = lengths.find(({ detail }) => detail !== undefined);
  return [
    ...(passingBeyond.length > 0
      ? [t('search.beyond', { lengths: passingBeyond.map(tokensLabel).join(', '), fails: tokensLabel(failsTokens ?? 0) })]
      : []),
    ...(refused ? [t('search.refused', { length: tokensLabel(refused.lengthTokens) })] : []),
    ...(unasked ? [`${t('search.unasked', { length: tokensLabel(unasked.lengthTokens) })} ${visibleLine(unasked.detail ?? '')}`] : []),
  ];
}

function bounds({ search: { threshold, delta, alpha, beta }, answerErrorAtMost, lengths }: RunSearch): string {
  const said = t('search.bounds', {
    alpha: share(alpha),
    beta: share(beta),
    low: share(threshold - delta),
    high: share(threshold + delta),
    all: share(answerErrorAtMost),
  });
  return lengths.some(({ capped }) => capped) ? `${said} ${t('search.capped')}` : said;
}

function costs({ spent, grid, savedShare }: RunSearch): string {
  const asked = t('search.spent', { prompts: count(spent.prompts), tokens: count(spent.tokens) });
  const all = { prompts: count(grid.prompts), tokens: count(grid.tokens), share: share(savedShare) };
  return `${asked} ${t(savedShare > 0 ? 'search.grid' : 'search.grid.none', all)}`;
}

const share = (of: number): string => `${Number((100 * of).toFixed(1))} %`;
