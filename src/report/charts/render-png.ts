import type * as Renderer from '@resvg/resvg-js';
import { FathomError } from '../../core/index.ts';
import type { RunSummary } from '../run-summary.ts';
import { renderSvg, type FigureKind } from './figures.ts';

/** How to draw the PNG. */
export interface RenderPngOptions {
  readonly figure?: FigureKind;
  /** Font files (ttf, otf, ttc) to use beside the system's; Chinese labels need one where the system has no Chinese font. */
  readonly fontFiles?: readonly string[];
  /** Pixels per unit of the SVG; default 2. */
  readonly scale?: number;
  /** Loads the renderer; by default the optional package `@resvg/resvg-js`. */
  readonly loadRenderer?: () => Promise<typeof Renderer>;
}

/**
 * A run as one PNG figure: the figure of `renderSvg`, drawn by the optional package `@resvg/resvg-js`.
 * @throws FathomError `missing` when the package is not installed
 */
export async function renderPng(summary: RunSummary, options: RenderPngOptions = {}): Promise<Uint8Array> {
  const { figure, fontFiles = [], scale = 2, loadRenderer = () => import('@resvg/resvg-js') } = options;
  const { Resvg } = await loadRenderer().catch(missingRenderer);
  const svg = await renderSvg(summary, figure === undefined ? {} : { figure });
  const image = new Resvg(svg, {
    font: { loadSystemFonts: true, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
    fitTo: { mode: 'zoom', value: scale },
  });
  return image.render().asPng();
}

function missingRenderer(cause: unknown): never {
  throw new FathomError('missing', 'PNG figures need the package @resvg/resvg-js, which is not installed', {
    fix: 'npm install @resvg/resvg-js   (or choose --format svg, which needs nothing)',
    cause,
  });
}
