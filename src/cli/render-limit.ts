import Table from 'cli-table3';
import { countNoun, effectiveLengthLabel, tokensLabel } from '../report/index.ts';
import type { LimitLength, LimitSummary } from './limit-summary.ts';

const BAR_CELLS = 20;

/** A search as text: the answer, the lengths, how sure it is, and what it took. */
export function renderLimit(summary: LimitSummary): string {
  const { model, task, run, search, lengths } = summary;
  return [
    `Effective context length at ${percent(search.threshold)}: ${answer(summary)}`,
    `${model} · ${task} · run ${run}`,
    ...measuredLines(summary),
    table(lengths, search.threshold),
    ...remarks(summary),
    bounds(summary),
    costs(summary),
  ].join('\n');
}

function answer({ status, passesTokens, failsTokens, lengths }: LimitSummary): string {
  const open = status === 'found' ? '' : ` (${status}: no more is known yet)`;
  const [shortest] = lengths;
  if (passesTokens === null && failsTokens === null) return `not known${open}`;
  if (passesTokens === null) return `${failsTokens === shortest?.lengthTokens ? '<' : 'below'} ${tokensLabel(failsTokens!)}${open}`;
  if (failsTokens === null) return `≥ ${tokensLabel(passesTokens)}${open}`;
  return `${tokensLabel(passesTokens)}, fails at ${tokensLabel(failsTokens)}${open}`;
}

/** For a grid: what all of its scores say, before what the search would have said. */
function measuredLines({ measured }: LimitSummary): readonly string[] {
  return measured ? [`By all scores of the run: ${effectiveLengthLabel(measured)}. A search over the same samples:`] : [];
}

function table(lengths: readonly LimitLength[], threshold: number): string {
  const rows = lengths.map(({ lengthTokens, prompts, n, mean, missing, tokens, ...rest }) => [
    tokensLabel(lengthTokens),
    prompts.toLocaleString('en'),
    mean === null ? '' : `${Number((mean * n).toFixed(2))}/${n}`,
    mean === null ? '' : (mean * 100).toFixed(1),
    bar(mean, threshold),
    verdict(rest),
    missing === 0 ? '' : String(missing),
    tokens.toLocaleString('en'),
  ]);
  const made = new Table({
    head: ['length', 'asked', 'passed', 'score', `0 … 100, ${percent(threshold)} marked`, 'verdict', 'missing', 'prompt tokens'],
    colAligns: ['right', 'right', 'right', 'right', 'left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  made.push(...rows);
  return made.toString();
}

/** A score as a bar with the threshold in it. */
function bar(mean: number | null, threshold: number): string {
  if (mean === null) return '';
  const mark = Math.min(BAR_CELLS - 1, Math.floor(threshold * BAR_CELLS));
  const filled = Math.round(mean * BAR_CELLS);
  return Array.from({ length: BAR_CELLS }, (_, i) => (i === mark ? '│' : i < filled ? '█' : '·')).join('');
}

function verdict({ verdict: word, capped, detail }: Pick<LimitLength, 'verdict' | 'capped' | 'detail'>): string {
  if (word === 'not-needed') return '';
  const shown = word === 'not-askable' ? 'no prompts' : word;
  return `${shown}${capped ? ' (by mean)' : ''}${detail === undefined ? '' : ` (${detail.split(':')[0]!})`}`;
}

function remarks({ passingBeyond, failsTokens, lengths }: LimitSummary): readonly string[] {
  const beyond = passingBeyond.map(tokensLabel).join(', ');
  const refused = lengths.find((length) => length.verdict === 'refused');
  const unasked = lengths.filter((length) => length.detail !== undefined);
  return [
    ...(beyond === '' ? [] : [`Not monotone: ${beyond} passes although ${tokensLabel(failsTokens!)} fails.`]),
    ...(refused ? [`The model takes no prompt of ${tokensLabel(refused.lengthTokens)}: its window ends before its skill does.`] : []),
    ...unasked.slice(0, 1).map(({ lengthTokens, detail }) => `No prompts at ${tokensLabel(lengthTokens)}: ${detail}`),
  ];
}

function bounds({ search, answerErrorAtMost, lengths }: LimitSummary): string {
  const { threshold, delta, alpha, beta } = search;
  const capped = lengths.some((length) => length.capped) ? ' A verdict by mean came at the last sample allowed and has no bound.' : '';
  return (
    `Error bounds: at each length at most ${percent(alpha)} to pass at ${percent(threshold - delta)} or less, ` +
    `at most ${percent(beta)} to fail at ${percent(threshold + delta)} or more; in between either is right. ` +
    `Any wrong verdict on the way: at most ${percent(answerErrorAtMost)}.${capped} ` +
    'Bisection takes for granted that no length passes beyond one that fails.'
  );
}

function costs({ spent, grid, savedShare, measured, status }: LimitSummary): string {
  const count = ({ prompts, tokens }: LimitSummary['spent']) => `${countNoun(prompts, 'prompt')}, ${tokens.toLocaleString('en')} tokens`;
  if (measured && status !== 'found') return `The samples of the run do not settle it: ${count(spent)} were of use.`;
  const saved = savedShare > 0 ? `${percent(savedShare)} saved` : 'nothing saved';
  return `${measured ? 'It would have spent' : 'Spent'}: ${count(spent)}. The fixed grid of 110 prompts a length: ${count(grid)}; ${saved}.`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
