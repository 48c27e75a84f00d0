import type * as Plot from '@observablehq/plot';

/** A drawing that can stand by itself in a page or be set into a figure. */
export interface Panel<Drawing = string> {
  /** An `<svg>` element, as markup or as a DOM element; text is drawn in `currentColor`. */
  readonly svg: Drawing;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Observable Plot with a document to draw in. What it draws is markup, or an element where `browserPlotKit` made it. */
export interface PlotKit<Drawing = string> {
  readonly Plot: typeof Plot;
  draw(options: DrawOptions): Panel<Drawing>;
}

/** Options of a plot of a known size. */
export type DrawOptions = Plot.PlotOptions & { readonly width: number; readonly height: number };
/** What Plot draws: an `<svg>` element. */
export type PlotElement = ReturnType<typeof Plot.plot>;
/** A browser's `document`, or one that does the same. */
export type PlotDocument = NonNullable<Plot.PlotOptions['document']>;

/** Fonts of all figures: the system's own, with Chinese fonts named for renderers that do not look for them. */
export const FONT_FAMILY = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`;

/** Draws one plot in the figures' fonts. It stays out of the document's tree and holds no `<style>`. */
export function plotElement(plot: typeof Plot, options: DrawOptions & { readonly document: PlotDocument }): PlotElement {
  const element = plot.plot({ ...options, className: 'fathom-plot', style: { fontSize: '11px', fontFamily: FONT_FAMILY } });
  // Plot's own style sheet is for pages that show one chart; figures, reports and the dashboard bring theirs.
  for (const style of element.querySelectorAll('style')) style.remove();
  return element;
}
