import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browserPlotKit, type Panel, type PlotDocument, type PlotElement, type PlotKit } from '../../../src/report/charts/index.ts';
import { t } from '../language.ts';

/** Draws data at a width. */
export type Draw<Data> = (data: Data, kit: PlotKit<PlotElement>, widthPx: number) => Panel<PlotElement>;

interface ChartProps<Data> {
  /** What the picture shows, in a sentence. */
  readonly label: string;
  readonly data: Data;
  readonly draw: Draw<Data>;
  /** The same as numbers: heads, and rows that begin with their name. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Titles of the axes in the page's language. */
  readonly titles?: { readonly x?: string; readonly y?: string };
  /** Below this width the picture scrolls in its place. */
  readonly leastPx?: number;
}

/** A picture with the numbers behind it. It is drawn when it comes near the screen, and again when its data or width change. */
export function Chart<Data>({ label, table, ...drawing }: ChartProps<Data>) {
  const [asTable, setAsTable] = useState(false);
  return (
    <div class="chart">
      {asTable ? <Numbers label={label} {...table} /> : <Picture label={label} {...drawing} />}
      <button type="button" class="plain link small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'chart.as-picture' : 'chart.as-table')}
        <span class="visually-hidden">: {label}</span>
      </button>
    </div>
  );
}

/** How near the screen a picture is when it is drawn. */
const NEAR = '600px';

function Picture<Data>({ label, data, draw, titles, leastPx = 0 }: Omit<ChartProps<Data>, 'table'>) {
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [kit, setKit] = useState<PlotKit<PlotElement>>();
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void browserPlotKit(document as unknown as PlotDocument).then(setKit);
      },
      { rootMargin: NEAR },
    );
    near.observe(frame.current!);
    return () => near.disconnect();
  }, []);
  useLayoutEffect(() => {
    const sized = new ResizeObserver(([entry]) => setWidthPx(Math.floor(entry!.contentRect.width)));
    sized.observe(frame.current!);
    return () => sized.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!kit || widthPx === 0) return;
    const { svg } = draw(data, titled(kit, titles), Math.max(leastPx, widthPx));
    // The picture has one name; what Plot calls its parts would be heard beside it.
    for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    place.current!.replaceChildren(svg as unknown as Node);
  }, [kit, widthPx, data, titles?.x, titles?.y]);
  const scrolls = widthPx > 0 && widthPx < leastPx;
  return (
    <div class="scroll" ref={frame} {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      <div class="picture" role="img" aria-label={label} ref={place} />
    </div>
  );
}

function titled({ draw, ...kit }: PlotKit<PlotElement>, { x, y }: NonNullable<ChartProps<unknown>['titles']> = {}): PlotKit<PlotElement> {
  return {
    ...kit,
    draw: (options) =>
      draw({
        ...options,
        ...(x !== undefined && { x: { ...options.x, label: x } }),
        ...(y !== undefined && { y: { ...options.y, label: y } }),
      }),
  };
}

function Numbers({ label, head, rows }: { readonly label: string } & ChartProps<unknown>['table']) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table class="numbers">
        <thead>
          <tr>
            {head.map((each, i) => (
              <th key={i} scope="col" class={i > 0 ? 'num' : undefined}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((text, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={j} class="num">
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
