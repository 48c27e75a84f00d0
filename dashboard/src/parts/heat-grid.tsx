import { useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hexOf, inkOn, scoreColor, type AxisValue, type HeatCell, type HeatMap } from '../../../src/report/charts/index.ts';
import type { Cell } from '../../../src/core/index.ts';
import { count, percent } from '../format.ts';
import { t } from '../language.ts';
import { axisName, valueName } from '../names.ts';
import { gridMove, type Spot } from './grid-move.ts';
import { HeatTip, type Tip } from './heat-tip.tsx';

interface HeatGridProps {
  readonly map: HeatMap;
  readonly label: string;
  /** Where a place leads: its coordinates, one of them for a mean. */
  readonly hrefOf: (where: Cell) => string;
}

/** A heat map as a grid of links with means at its edges: one stop of the Tab key, arrow keys inside. Colour only repeats what the number says. */
export function HeatGrid({ map, label, hrefOf }: HeatGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Spot>();
  const tip = useSignal<Tip | undefined>(undefined);
  const here = at ?? firstSpot(map);
  const show = (target: EventTarget | null) => (tip.value = tipOf(target));
  const hide = () => (tip.value = undefined);
  useEffect(() => void hide(), [map]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return void hide();
    const next = gridMove(event, here, { rows: map.rows.length + 1, columns: map.columns.length + 1 });
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  const spot = (place: Spot, cell: HeatCell) => (
    <Place
      key={place.column}
      map={map}
      cell={cell}
      spot={place}
      isStop={place.row === here.row && place.column === here.column}
      hrefOf={hrefOf}
    />
  );
  return (
    <div class="heat">
      <div class="scroll">
        <table
          role="grid"
          class="heat-grid"
          aria-label={label}
          ref={table}
          onKeyDown={keyDown}
          onMouseOver={(event) => show(event.target)}
          onMouseLeave={hide}
          onFocusIn={(event) => {
            setAt(spotOf(event.target));
            show(event.target);
          }}
          onFocusOut={hide}
        >
          <Head map={map} />
          <tbody>
            {map.rows.map((row, i) => (
              <tr key={String(row)}>
                <th scope="row">{valueName(map.y, row)}</th>
                {map.columns.map((_, j) => spot({ row: i, column: j }, map.cells[i]![j]!))}
                {spot({ row: i, column: map.columns.length }, map.rowMeans[i]!)}
              </tr>
            ))}
            <tr class="means">
              <th scope="row">{t('heat.mean')}</th>
              {map.columns.map((_, j) => spot({ row: map.rows.length, column: j }, map.columnMeans[j]!))}
              {spot({ row: map.rows.length, column: map.columns.length }, map.total)}
            </tr>
          </tbody>
        </table>
      </div>
      <HeatTip of={tip} />
    </div>
  );
}

/** Least and most room for the labels of the rows, and what a letter takes, in pixels. */
const [LABEL_PX, LONG_LABEL_PX, LETTER_PX] = [84, 200, 6.2];

function Head({ map: { x, y, columns, rows } }: { readonly map: HeatMap }) {
  const longest = Math.max(...rows.map((row) => valueName(y, row).length));
  return (
    <thead>
      <tr>
        <th
          rowSpan={2}
          scope="col"
          class="corner"
          style={{ width: `${Math.min(LONG_LABEL_PX, Math.max(LABEL_PX, 12 + LETTER_PX * longest))}px` }}
        >
          {axisName(y)}
        </th>
        <th colSpan={columns.length} scope="colgroup" class="axis">
          {axisName(x)}
        </th>
        <th rowSpan={2} scope="col" class="mean">
          {t('heat.mean')}
        </th>
      </tr>
      <tr>
        {columns.map((column) => (
          <th key={String(column)} scope="col">
            {valueName(x, column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface PlaceProps {
  readonly map: HeatMap;
  readonly cell: HeatCell;
  readonly spot: Spot;
  readonly isStop: boolean;
  readonly hrefOf: HeatGridProps['hrefOf'];
}

function Place({ map, cell, spot, isStop, hrefOf }: PlaceProps) {
  const { x, y, rows, columns } = map;
  const column: AxisValue | undefined = columns[spot.column];
  const row: AxisValue | undefined = rows[spot.row];
  const where = { ...(column !== undefined && { [x]: column }), ...(row !== undefined && { [y]: row }) };
  const places = Object.entries(where).map(([axis, value]) => valueName(axis, value));
  const name = [...(places.length < 2 ? [t('heat.mean')] : []), ...places].join(', ');
  const common = { 'data-at': `${spot.row},${spot.column}`, 'data-name': name, 'data-says': sentence(cell), tabIndex: isStop ? 0 : -1 };
  const paint =
    cell.mean === null ? {} : { style: { background: hexOf(scoreColor(cell.mean)), color: hexOf(inkOn(scoreColor(cell.mean))) } };
  const sign = cell.state === 'skipped' ? '×' : percent(cell.mean, 0);
  const isMean = row === undefined || column === undefined;
  return (
    <td class={`${cell.state}${isMean ? ' mean' : ''}`}>
      {cell.state === 'absent' ? (
        <span {...common}>
          <span class="visually-hidden">{`${name}: ${t('heat.absent')}`}</span>
        </span>
      ) : (
        <a href={hrefOf(where)} aria-label={`${sign} · ${name}: ${sentence(cell)}`} {...common} {...paint}>
          {sign}
        </a>
      )}
    </td>
  );
}

/** A place in words: score, interval, n, what is missing. */
function sentence(cell: HeatCell): string {
  if (cell.state === 'absent') return t('heat.absent');
  if (cell.mean === null) return t(`heat.${cell.state === 'skipped' ? 'skipped' : 'missing'}`, { n: count(cell.missing) });
  const { mean, low, high, n, missing } = cell;
  const interval = low === null ? '' : t('heat.interval', { low: percent(low), high: percent(high) });
  return [percent(mean), interval, `n ${count(Math.round(n))}`, missing > 0 ? t('heat.missing', { n: count(missing) }) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** The first place with something in it. */
function firstSpot({ cells, columns }: HeatMap): Spot {
  const index = cells.flat().findIndex(({ state }) => state !== 'absent');
  return index < 0 ? { row: 0, column: 0 } : { row: Math.floor(index / columns.length), column: index % columns.length };
}

function placeOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const [row, column] = placeOf(target)?.dataset['at']?.split(',').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

function tipOf(target: EventTarget | null): Tip | undefined {
  const place = placeOf(target);
  const { name, says } = place?.dataset ?? {};
  return place && name !== undefined && says !== undefined ? { beside: place, name, says } : undefined;
}
