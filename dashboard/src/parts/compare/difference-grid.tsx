import { useSignal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { differenceColor, hexOf, inkOn, signedLabel } from '../../../../src/report/charts/index.ts';
import type { DifferenceCell, DifferenceMap } from '../../../../src/report/index.ts';
import { count, percent } from '../../format.ts';
import { t } from '../../language.ts';
import { axisName, valueName } from '../../names.ts';
import { runHref } from '../../sample-address.ts';
import { gridMove, type Spot } from '../grid-move.ts';
import { HeatTip, type Tip } from '../heat-tip.tsx';

interface DifferenceGridProps {
  readonly map: DifferenceMap;
  /** The difference that has the full colour. */
  readonly limit: number;
  /** The run whose samples a cell leads to. */
  readonly run: string;
  readonly label: string;
}

/** A map of differences as a grid of links: one stop of the Tab key, arrow keys inside. Colour only repeats what the signed number says. */
export function DifferenceGrid({ map, limit, run, label }: DifferenceGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  const tip = useSignal<Tip | undefined>(undefined);
  const hide = () => (tip.value = undefined);
  const here = { row: Math.min(at.row, map.rows.length - 1), column: Math.min(at.column, map.columns.length - 1) };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return void hide();
    const next = gridMove(event, here, { rows: map.rows.length, columns: map.columns.length });
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  return (
    <div class="difference">
      <div class="scroll">
        <table
          role="grid"
          aria-label={label}
          ref={table}
          onKeyDown={keyDown}
          onMouseOver={(event) => (tip.value = tipOf(event.target))}
          onMouseLeave={hide}
          onFocusIn={(event) => {
            setAt(spotOf(event.target) ?? here);
            tip.value = tipOf(event.target);
          }}
          onFocusOut={hide}
        >
          <thead>
            <tr>
              <th rowSpan={2} scope="col" class="corner">
                {axisName(map.y)}
              </th>
              <th colSpan={map.columns.length} scope="colgroup" class="axis">
                {axisName(map.x)}
              </th>
            </tr>
            <tr>
              {map.columns.map((column) => (
                <th key={String(column)} scope="col">
                  {valueName(map.x, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map((row, i) => (
              <tr key={String(row)}>
                <th scope="row">{valueName(map.y, row)}</th>
                {map.columns.map((column, j) => (
                  <Place
                    key={String(column)}
                    map={map}
                    spot={{ row: i, column: j }}
                    limit={limit}
                    run={run}
                    isStop={here.row === i && here.column === j}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <HeatTip of={tip} />
    </div>
  );
}

interface PlaceProps extends Pick<DifferenceGridProps, 'map' | 'limit' | 'run'> {
  readonly spot: Spot;
  readonly isStop: boolean;
}

function Place({ map, spot, limit, run, isStop }: PlaceProps) {
  const { x, y, task, language } = map;
  const [column, row] = [map.columns[spot.column]!, map.rows[spot.row]!];
  const cell = map.cells[spot.row]![spot.column]!;
  const name = `${valueName(x, column)}, ${valueName(y, row)}`;
  const says = sentence(cell);
  const common = { 'data-at': `${spot.row},${spot.column}`, 'data-name': name, 'data-says': says, tabIndex: isStop ? 0 : -1 };
  if (cell.difference === null) {
    return (
      <td class="missing">
        <span {...common}>
          <span class="visually-hidden">{`${name}: ${says}`}</span>
        </span>
      </td>
    );
  }
  const color = differenceColor(cell.difference, { limit });
  const where = JSON.stringify({ ...(language !== null && { language }), [x]: column, [y]: row });
  return (
    <td>
      <a
        href={runHref(run, { task, where })}
        aria-label={`${name}: ${says}`}
        style={{ background: hexOf(color), color: hexOf(inkOn(color)) }}
        {...common}
      >
        {shortSigned(cell.difference)}
      </a>
    </td>
  );
}

/** Whole points with their sign. */
function shortSigned(difference: number): string {
  const points = Math.round(100 * difference);
  return points === 0 ? '0' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
}

function sentence({ before, after, difference, n }: DifferenceCell): string {
  if (difference === null) return t('compare.nothing');
  return t('compare.cell', { difference: signedLabel(difference), before: percent(before), after: percent(after), n: count(n) });
}

const placeOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;

function spotOf(target: EventTarget | null): Spot | undefined {
  const [row, column] = placeOf(target)?.dataset['at']?.split(',').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

function tipOf(target: EventTarget | null): Tip | undefined {
  const beside = placeOf(target);
  const { name, says } = beside?.dataset ?? {};
  return beside && name !== undefined && says !== undefined ? { beside, name, says } : undefined;
}
