import type { Aggregate, Cell, ScoredRow } from '../../core/index.ts';
import { TURNS } from './conversation.ts';
import { turnAverage, turnNumbers, type TurnCounts, type TurnNumbers } from './turn-counts.ts';

const PARTS: { readonly [name in keyof TurnNumbers]: string } = {
  promptStrict: 'prompt, strict',
  promptLoose: 'prompt, loose',
  instructionStrict: 'instruction, strict',
  instructionLoose: 'instruction, loose',
};

/** The mean of the turns first; then every turn with its four numbers, and the same of every language. Conversations without the turn are no part of it. */
export function aggregateTurns(rows: readonly ScoredRow[]): Aggregate[] {
  const turns = TURNS.map((turn) => turnMean(rows, { turn }));
  const values = turns.flatMap(({ value }) => value ?? []);
  const languages = [...new Set(rows.map(({ cell }) => String(cell['language'])))].sort();
  return [
    {
      metric: 'overall',
      label: 'Mean of the turns',
      cell: {},
      value: values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length,
      n: rows.filter(({ result }) => result.status === 'ok').length,
      missing: rows.filter(({ result }) => result.status !== 'ok').length,
    },
    ...TURNS.flatMap((turn) => [turns[turn - 1]!, ...turnParts(rows, { turn })]),
    ...languages.flatMap((language) => TURNS.map((turn) => turnMean(rows, { turn, language }))),
    ...languages.flatMap((language) => TURNS.flatMap((turn) => turnParts(rows, { turn, language }))),
  ];
}

interface Place {
  readonly turn: number;
  readonly language?: string;
}

function turnMean(rows: readonly ScoredRow[], place: Place): Aggregate {
  const { turn, language } = place;
  const own = rowsOf(rows, place);
  const counts = own.flatMap((row) => countsOf(row, turn));
  const numbers = turnNumbers(counts);
  const cell: Cell = { ...(language !== undefined && { language }), turn };
  return {
    metric: `turn-${turn}${language === undefined ? '' : `/${language}`}`,
    label: `Turn ${turn}`,
    cell,
    value: numbers ? turnAverage(numbers) : null,
    n: counts.length,
    missing: own.filter(({ result }) => result.status !== 'ok').length,
  };
}

function turnParts(rows: readonly ScoredRow[], place: Place): Aggregate[] {
  const whole = turnMean(rows, place);
  const numbers = turnNumbers(rowsOf(rows, place).flatMap((row) => countsOf(row, place.turn)));
  return Object.entries(PARTS).map(([name, label]) => ({
    ...whole,
    cell: { ...whole.cell, rule: label },
    metric: `${whole.metric}/${name}`,
    label: `${whole.label}: ${label}`,
    value: numbers?.[name as keyof TurnNumbers] ?? null,
  }));
}

function rowsOf(rows: readonly ScoredRow[], { language }: Place): readonly ScoredRow[] {
  return language === undefined ? rows : rows.filter(({ cell }) => cell['language'] === language);
}

function countsOf({ result }: ScoredRow, turn: number): TurnCounts[] {
  const counts = result.status === 'ok' ? result.score.counts : undefined;
  const [instructions, strict, loose] = [counts?.[`${turn}.instructions`], counts?.[`${turn}.strict`], counts?.[`${turn}.loose`]];
  return instructions === undefined || strict === undefined || loose === undefined ? [] : [{ instructions, strict, loose }];
}
