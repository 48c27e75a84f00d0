import { plotElement, type PlotDocument, type PlotElement, type PlotKit } from './plot-kit.ts';

/**
 * A kit that draws elements of a browser's document: nothing is parsed, so a Content-Security-Policy that forbids inline style has nothing to block
 * (styles are set through the DOM, no `<style>` is made). Loads Plot with the first call. The page brings the style of `.fathom-plot` (`display: block`,
 * `white-space: pre` for its texts) and, once, `HATCH_DEFS`.
 */
export async function browserPlotKit(document: PlotDocument): Promise<PlotKit<PlotElement>> {
  const Plot = await import('@observablehq/plot');
  return {
    Plot,
    draw: (options) => ({ svg: plotElement(Plot, { ...options, document }), widthPx: options.width, heightPx: options.height }),
  };
}
