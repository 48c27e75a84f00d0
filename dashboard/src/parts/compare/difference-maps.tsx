import { useLocation } from 'preact-iso';
import { differenceColor, differenceLimit, hexOf } from '../../../../src/report/charts/index.ts';
import type { ComparePage } from '../../../../src/server/api.ts';
import { t } from '../../language.ts';
import { axisName, facetName } from '../../names.ts';
import { compareHref, type CompareAddress } from './compare-address.ts';
import { DifferenceGrid } from './difference-grid.tsx';

interface DifferenceMapsProps {
  readonly page: ComparePage;
  readonly address: CompareAddress;
}

/** Where the runs differ: a map per task and language, all on one scale of colours. */
export function DifferenceMaps({ page: { maps, axes, after }, address }: DifferenceMapsProps) {
  const { route } = useLocation();
  const { x = 'askedTokens', y = 'depthPercent' } = address;
  const limit = differenceLimit(maps.flatMap(({ cells }) => cells.flat().flatMap(({ difference }) => difference ?? [])));
  const choose = (axis: 'x' | 'y', value: string) => {
    const next = { x, y, [axis]: value };
    // The other axis takes the place of the one that was chosen for both.
    if (next.x === next.y) next[axis === 'x' ? 'y' : 'x'] = axis === 'x' ? x : y;
    route(compareHref({ ...address, ...next }));
  };
  const select = (axis: 'x' | 'y', value: string) => (
    <label>
      {t(`compare.axis.${axis}`)}{' '}
      <select value={value} onChange={(event) => choose(axis, event.currentTarget.value)}>
        {[...new Set([...axes, value])].map((each) => (
          <option key={each} value={each}>
            {axisName(each)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="difference-maps">
      <h3>{t('compare.maps')}</h3>
      {axes.length < 2 ? (
        <p class="soft">{t('compare.no-axes')}</p>
      ) : (
        <>
          <div class="bar">
            {select('x', x)}
            {select('y', y)}
            {maps.length > 0 && <Scale limit={limit} />}
          </div>
          {maps.length === 0 && <p class="soft">{t('compare.no-maps')}</p>}
        </>
      )}
      <div class="map-cards">
        {maps.map((map) => (
          <figure key={`${map.task} ${map.language}`} class="card">
            <figcaption>{facetName(map)}</figcaption>
            <DifferenceGrid
              map={map}
              limit={limit}
              run={after.id}
              label={t('compare.map-of', { facet: facetName(map), x: axisName(map.x), y: axisName(map.y) })}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}

/** What the colours mean. */
function Scale({ limit }: { readonly limit: number }) {
  const steps = Array.from({ length: 11 }, (_, i) => (i / 5 - 1) * limit);
  return (
    <span class="scale">
      <span>−{100 * limit}</span>
      <span class="steps" aria-hidden="true">
        {steps.map((step) => (
          <i key={step} style={{ background: hexOf(differenceColor(step, { limit })) }} />
        ))}
      </span>
      <span>+{100 * limit}</span>
      <span class="soft">{t('compare.scale')}</span>
    </span>
  );
}
