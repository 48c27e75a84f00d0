/**
 * What the figures are made of, for anyone who draws them elsewhere: pure data → panel, nothing of Node, in any document.
 * Everything that can be reached from here runs in a browser (the fence checks it).
 */
export { barPanel, type Bar, type BarPanelOptions } from './bar-panel.ts';
export { browserPlotKit } from './browser-plot-kit.ts';
export { baselineMark, type BaselineMark } from './baseline-mark.ts';
export { baselineNames } from './baseline-curves.ts';
export { baselineOrder, chartKey } from './chart-key.ts';
export { curveNotes } from './curve-notes.ts';
export { effectiveNote, panelLengths, type PanelLength } from './effective-marks.ts';
export { SWATCH, type KeyEntry } from './key-entry.ts';
export { curveGroups } from './curve-groups.ts';
export { curvePanel, type CurvePanelOptions } from './curve-panel.ts';
export { HATCH_DEFS, HATCH_FILL } from './hatch.ts';
export { heatMapPanel } from './heat-map-panel.ts';
export { heatSpots, MEAN_ROW, spotFill, spotInk, spotMark, spotTooltip, type HeatSpot } from './heat-spot.ts';
export { FONT_FAMILY, type DrawOptions, type Panel, type PlotDocument, type PlotElement, type PlotKit } from './plot-kit.ts';
export { seriesColor } from './series-color.ts';
export { seriesMark } from './series-mark.ts';
export { taskBars } from './task-bars.ts';
export { axesOf, axisLabel, axisTitle, axisValues, cellKey, cellLabel, compareCells, tokensLabel, type AxisValue } from '../axis.ts';
export { differenceColor, differenceLimit } from '../difference-color.ts';
export { hexOf, inkOn, scoreColor, type Rgb } from '../color-scale.ts';
export { effectiveLengthLabel, effectiveLengths, type TaskLength } from '../effective-lengths.ts';
export { facetsOf, type Facet } from '../facets.ts';
export { heatMap, heatMapsOf, type FacetMap, type HeatCell, type HeatMap, type HeatMapOptions } from '../heat-map.ts';
export {
  bracketedInterval,
  countLabel,
  countNoun,
  cutsSentence,
  durationLabel,
  facetLabel,
  intervalLabel,
  languageLabel,
  pLabel,
  scoreLabel,
  shortTask,
  signedLabel,
  valueLabel,
} from '../labels.ts';
export { profileOf, profilesOf } from '../profiles.ts';
export { taskScores, type TaskScore } from '../task-scores.ts';
export { cutMiddle, visibleLine, visibleText } from '../visible-text.ts';
export type { Baseline, Profile, RunSummary, ScoreSummary, TroubledCell, UsageSummary, WorstAnswer } from '../run-summary.ts';
export { radarPanel } from './radar-panel.ts';
export type { Breakdown } from '../breakdowns.ts';
export { radarsOf, type Radar } from '../radars.ts';
