import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FathomError } from '../core/index.ts';
import type { FigureKind, GateVerdict, Grouping, RunSummary } from '../report/index.ts';

/** Formats that show one run. */
const RENDERED_FORMATS = ['terminal', 'html', 'svg', 'png', 'json', 'md', 'junit'] as const;
export type RenderedFormat = (typeof RENDERED_FORMATS)[number];

/** Formats of `fathom report`. */
export const REPORT_FORMATS = [...RENDERED_FORMATS, 'csv', 'parquet', 'leaderboard'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What only some formats know: the figure (svg, png), fonts (png), the gate (junit). */
interface RenderOptions {
  readonly by?: readonly Grouping[];
  readonly figure?: FigureKind;
  readonly fontFiles?: readonly string[];
  readonly verdicts?: readonly GateVerdict[];
}

/** Renders a summary. PNG is bytes, everything else text. */
export async function renderReport(summary: RunSummary, format: RenderedFormat, options: RenderOptions = {}): Promise<string | Uint8Array> {
  const report = await import('../report/index.ts');
  switch (format) {
    case 'terminal':
      return `${await report.renderTerminal(summary, report.terminalStyle({ isTty: process.stdout.isTTY, columns: process.stdout.columns, env: process.env }), options)}\n`;
    case 'html':
      return report.renderHtml(summary, options);
    case 'svg':
      return report.renderSvg(summary, options);
    case 'png':
      return report.renderPng(summary, options);
    case 'md':
      return report.renderMarkdown(summary);
    case 'junit':
      return report.renderJunit(summary, options);
    case 'json':
      return report.renderJson(summary);
  }
}

/** Throws FathomError `storage` for a report that could not be written, before a run is begun for it. A file that is there stays as it is. */
export function requireWritable(files: readonly (string | undefined)[]): void {
  for (const path of files.flatMap((file) => (file === undefined ? [] : [resolve(file)]))) {
    const isNew = !existsSync(path);
    try {
      closeSync(openSync(path, 'a'));
    } catch (cause) {
      throw new FathomError('storage', `No report can be written to ${path}: ${messageOf(cause)}`, {
        cause,
        fix: 'Nothing was asked yet. Name a file in a folder that is there and that you may write to.',
      });
    }
    if (isNew) rmSync(path);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Writes a report, or says what stands in its way; the run itself is safe in the ledger. */
export async function writeReport(file: string, content: string | Uint8Array): Promise<string> {
  const path = resolve(file);
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new FathomError('storage', `The report cannot be written to ${path}: ${messageOf(cause)}`, {
      cause,
      fix: 'The run is safe in the ledger: write it elsewhere with fathom report -o FILE.',
    });
  }
  return path;
}
