import { plotElement, type PlotKit } from './plot-kit.ts';

/** A kit that draws markup. Loads Plot and linkedom when the first figure is drawn: together they take a few hundred milliseconds. */
export async function loadPlotKit(): Promise<PlotKit> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return {
    Plot,
    draw: (options) => ({
      svg: plotElement(Plot, { ...options, document }).outerHTML,
      widthPx: options.width,
      heightPx: options.height,
    }),
  };
}
