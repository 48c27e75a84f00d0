import type * as Plot from '@observablehq/plot';

/** A drawing that can stand by itself in a page or be set into a figure. */
export interface Panel {
  /** An `<svg>` element; text is drawn in `currentColor`. */
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Observable Plot with a document to draw in. */
export interface PlotKit {
  readonly Plot: typeof Plot;
  draw(options: Plot.PlotOptions & { readonly width: number; readonly height: number }): Panel;
}

/** Fonts of all figures: the system's own, with Chinese fonts named for renderers that do not look for them. */
export const FONT_FAMILY = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`;

/** Loads Plot and linkedom when the first figure is drawn: together they take a few hundred milliseconds. */
export async function loadPlotKit(): Promise<PlotKit> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return {
    Plot: plot,
    draw(options) {
      const element = plot.plot({ ...options, document, className: 'fathom-plot', style: { fontSize: '11px', fontFamily: FONT_FAMILY } });
      // Plot's own style sheet is for pages that show one chart; figures and reports bring theirs.
      for (const style of element.querySelectorAll('style')) style.remove();
      return { svg: element.outerHTML, widthPx: options.width, heightPx: options.height };
    },
  };
}
