export {
  runSummaryJsonSchema,
  runSummarySchema,
  type Alarm,
  type Baseline,
  type BaselineTask,
  type Profile,
  type RunSummary,
  type ScoreSummary,
  type TroubledCell,
  type UsageSummary,
  type WorstAnswer,
} from './run-summary.ts';
export { resultRow, sampleScores, summarizeBaseline, type BaselineMaterial, type ResultRow, type SampleScores } from './baseline.ts';
export { summarizeRun, type Published, type RunMaterial } from './summarize-run.ts';
export { heatMap, heatMapsOf, type FacetMap, type HeatCell, type HeatMap, type HeatMapOptions } from './heat-map.ts';
export { taskScores, type TaskScore } from './task-scores.ts';
export {
  compareRuns,
  type CellChange,
  type Change,
  type ComparedRun,
  type CompareRunsOptions,
  type FlippedSample,
  type RunComparison,
} from './compare-runs.ts';
export { renderComparisonJson, renderComparisonMarkdown, renderComparisonTerminal } from './render-comparison.ts';
export { renderSideBySide, type SideBySideRow } from './side-by-side.ts';
export { renderTerminal } from './terminal/render-terminal.ts';
export { terminalStyle, type TerminalFacts, type TerminalStyle } from './terminal/terminal-style.ts';
export { renderHtml } from './html/render-html.ts';
export { FIGURE_KINDS, renderSvg, type FigureKind } from './charts/figures.ts';
export { renderPng, type RenderPngOptions } from './charts/render-png.ts';
export { csvLines, renderCsv } from './csv.ts';
export { cellTable } from './cell-table.ts';
export { sampleTable, type SampleSource } from './sample-table.ts';
export { parquetChunks, type ParquetOptions } from './parquet.ts';
export type { DataColumn, DataTable, DataType, DataValue } from './data-table.ts';
export { namesInstead, numberNamed } from './gate-number.ts';
export { checkGate, type GateRule, type GateVerdict } from './gate.ts';
export { renderJunit } from './junit.ts';
export { renderJson } from './render-json.ts';
export { renderMarkdown } from './markdown.ts';
export { visibleLine, visibleText } from './visible-text.ts';
export { documentCut } from '../stats/index.ts';
export { countNoun, cutsSentence, scoreLabel } from './labels.ts';
export { tokensLabel } from './axis.ts';
export { effectiveLengthLabel, effectiveLengths, type TaskLength } from './effective-lengths.ts';
export { questionText } from './question-text.ts';
export { targetText } from './target-text.ts';
export { axesOf, firstAxes } from './axis.ts';
export { differenceMaps, type DifferenceCell, type DifferenceMap } from './difference-map.ts';
export { leaderboard, type Leaderboard, type LeaderboardEntry, type LeaderboardRow, type PlacedScore } from './leaderboard.ts';
export { LEADERBOARD_FORMATS, renderLeaderboard, type LeaderboardFormat } from './render-leaderboard.ts';
export { breakdownsOf, type Breakdown } from './breakdowns.ts';
export { radarsOf, type Radar } from './radars.ts';
export { GROUPINGS, isAbility, type Grouping } from './score-groups.ts';
export { chanceOf, taskFacts, viewAxes } from './task-facts.ts';
