import { countNoun } from './labels.ts';
import { cellKey, cellLabel } from './axis.ts';
import type { GateVerdict } from './gate.ts';
import { escapeXml } from './html/html-template.ts';
import type { RunSummary, ScoreSummary, TroubledCell } from './run-summary.ts';
import { visibleLine } from './visible-text.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

/** One test case. `text` says why it did not pass. */
interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly text?: string;
  readonly properties: readonly Property[];
}

type Property = readonly [name: string, value: string | number | null];

/**
 * A run as JUnit XML: a suite of the gate's rules, then a suite for each task with a test case for each cell of its tables.
 * A cell passes when it has a score, whatever the score is: only the gate's rules can fail. Samples without a score are cases of their own,
 * `error` or `skipped` with their reason. Scores in properties are 0–1. All text is escaped, control characters are made visible.
 */
export function renderJunit(summary: RunSummary, { verdicts = [] }: { readonly verdicts?: readonly GateVerdict[] } = {}): string {
  const tasks = [...new Set([...summary.scores, ...summary.errors, ...summary.skippedCells].map(({ task }) => task))];
  const suites = [
    ...(verdicts.length > 0 ? [{ name: 'gate', cases: verdicts.map(gateCase) }] : []),
    ...tasks.map((name) => ({ name, cases: taskCases(summary, name) })),
  ];
  const { metric, mean, low, high } = summary.overall;
  const facts: Property[] = [
    ...(['run', 'status', 'model', 'strategy', 'tokenizer', 'seed', 'version'] as const).map((name): Property => [name, summary[name]]),
    ...Object.entries({ [metric]: mean, low, high }),
  ];
  const body = suites.map(({ name, cases }) =>
    element('testsuite', { name, ...countsOf(cases), timestamp: timestampOf(summary) }, [
      properties(facts),
      ...cases.map((one) => caseElement(one, name)),
    ]),
  );
  const all = countsOf(suites.flatMap(({ cases }) => cases));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: `fathom ${summary.model}`, ...all }, body)}\n`;
}

function gateCase({ metric, threshold, value, passed, sentence }: GateVerdict): Case {
  return {
    name: `${metric} at least ${threshold}`,
    outcome: passed ? 'passed' : 'failure',
    ...(!passed && { reason: value === null ? 'missing-score' : 'gate', text: sentence }),
    properties: [
      ['score', value === null ? null : Number(value.toFixed(6))],
      ['threshold', threshold],
    ],
  };
}

function taskCases({ scores, errors, skippedCells }: RunSummary, task: string): Case[] {
  const own = <T extends { readonly task: string }>(rows: readonly T[]) => rows.filter((row) => row.task === task);
  const troubles = [
    ...own(skippedCells).map((trouble) => troubleCase('skipped', trouble)),
    ...own(errors).map((trouble) => troubleCase('error', trouble)),
  ];
  const explained = new Set([...own(skippedCells), ...own(errors)].map(({ cell }) => cellKey(cell)));
  const unexplained = own(scores).filter(({ mean, cell }) => mean !== null || !explained.has(cellKey(cell)));
  return [...unexplained.map(scoreCase), ...troubles];
}

function scoreCase({ metric, mode, cell, mean, low, high, n, missing }: ScoreSummary): Case {
  const answered = mean !== null;
  return {
    name: `${cellLabel(cell) || 'all'} · ${metric} (${mode})`,
    outcome: answered ? 'passed' : 'error',
    ...(!answered && { reason: 'missing-score', text: `${countNoun(missing, 'sample')} without a score` }),
    properties: [
      ['score', mean],
      ['low', low],
      ['high', high],
      ['n', n],
      ['missing', missing],
      ...Object.entries(cell).map(([axis, value]): Property => [axis, String(value)]),
    ],
  };
}

function troubleCase(outcome: 'error' | 'skipped', { cell, reason, detail, count }: TroubledCell): Case {
  return {
    name: `${cellLabel(cell) || 'all'} · ${reason}`,
    outcome,
    reason,
    text: `${detail} (${countNoun(count, 'sample')})`,
    properties: [['samples', count], ...Object.entries(cell).map(([axis, value]): Property => [axis, String(value)])],
  };
}

function caseElement({ name, outcome, reason = '', text = '', properties: facts }: Case, classname: string): string {
  const message = { message: text, ...(outcome !== 'skipped' && { type: reason }) };
  const mark = outcome === 'passed' ? [] : [element(outcome, outcome === 'skipped' ? { message: `${reason}: ${text}` } : message, [])];
  return element('testcase', { classname, name }, [properties(facts), ...mark]);
}

function properties(facts: readonly Property[]): string {
  const known = facts.filter(([, value]) => value !== null);
  return element(
    'properties',
    {},
    known.map(([name, value]) => element('property', { name, value: String(value) }, [])),
  );
}

function countsOf(cases: readonly Case[]) {
  const count = (outcome: Outcome) => String(cases.filter((one) => one.outcome === outcome).length);
  return { tests: String(cases.length), failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

/** JUnit's time has no zone and no fraction. */
function timestampOf({ createdAt }: RunSummary): string {
  return createdAt.replace(/(\.\d+)?Z$/, '');
}

function element(name: string, attributes: { readonly [name: string]: string }, children: readonly string[]): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(visibleLine(value))}"`);
  if (children.length === 0) return `<${name}${head.join('')}/>`;
  return `<${name}${head.join('')}>\n${children.join('\n').replace(/^/gm, '  ')}\n</${name}>`;
}
