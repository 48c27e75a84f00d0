import { statSync } from 'node:fs';
import { FathomError } from '../../core/index.ts';
import { findDataFile, noRows, requireDataFolder, type JsonlRow } from '../../datasets/index.ts';
import { loadIfeval, type Followed, type Ifeval } from '../../scoring/index.ts';
import { countThinking, type ThinkingCount } from '../thinking-count.ts';
import type { BadRow, StoredPredictions, StoredScore, StoredScoring } from '../stored-predictions.ts';
import { TURNS, type Conversation } from './conversation.ts';
import { DATA_FILES } from './data-files.ts';
import { distinctKeys } from './distinct-keys.ts';
import { loadConversations } from './load-conversations.ts';
import { readReplies, type StoredReplies } from './stored-replies.ts';

/** Bad rows that a message lists. */
const LISTED = 10;

/** Scores stored answers of Multi-IF: every turn over all languages, and in each. Without `data` the predictions carry the columns of the data. */
export async function scorePredictions({ predictions, data, skipBadRows }: StoredPredictions): Promise<StoredScoring> {
  const [file, ...more] = predictions;
  if (file === undefined || more.length > 0)
    throw new FathomError('misuse', `Multi-IF is scored from one file of answers, not ${predictions.length}.`, {
      fix: 'Name it: --predictions answers.jsonl --data DIR.',
    });
  const ifeval = await loadIfeval();
  const source = data === undefined ? file : dataFile(data);
  const conversations = await loadConversations(source);
  const replies = await readReplies(file);
  if (replies.length === 0) throw noRows(file);
  if (conversations.length === 0) throw noRows(source);
  const thinking = countThinking();
  const known = new Map(conversations.flatMap((each) => ('row' in each ? [[each.row.key, each.row] as const] : [])));
  // The data may be the predictions themselves: one problem of a row is told once.
  const bad = new Map<string, BadRow>();
  for (const each of conversations)
    if ('problem' in each) bad.set(`${source}:${each.line}`, { file: source, line: each.line, problem: each.problem });
  const followed: Answered[] = [];
  const distinct = distinctKeys();
  for (const each of replies.map((read) => withoutThinking(read, thinking))) {
    const outcome = 'row' in each ? answered({ ...each.row, key: distinct(each.row.key) }, { known, ifeval }) : each;
    const place = `${file}:${each.line}`;
    if (!('problem' in outcome)) followed.push(outcome);
    else if (!bad.has(place)) bad.set(place, { file, line: each.line, problem: outcome.problem });
  }
  const skipped = [...bad.values()];
  if (skipped.length > 0 && !skipBadRows) throw badRows(skipped);
  return { scores: scoresOf(followed, ifeval), skipped, judged: 0, withThinking: thinking.answers() };
}

interface Answered {
  readonly language: string;
  /** A turn each. */
  readonly turns: readonly Followed[];
}

interface Known {
  readonly known: ReadonlyMap<string, Conversation>;
  readonly ifeval: Ifeval;
}

function withoutThinking(read: JsonlRow<StoredReplies>, thinking: ThinkingCount): JsonlRow<StoredReplies> {
  return 'row' in read ? { ...read, row: { ...read.row, replies: read.row.replies.map(thinking.clean) } } : read;
}

function answered({ key, replies }: StoredReplies, { known, ifeval }: Known): Answered | { readonly problem: string } {
  const conversation = known.get(key);
  if (!conversation) return { problem: `no conversation has the key ${JSON.stringify(key)}; name the data with --data DIR` };
  if (replies.length < conversation.turns.length) return { problem: `${conversation.turns.length} turns, but ${replies.length} responses` };
  const { detectLanguage: detect, follow, readInstructions } = ifeval;
  const turns = conversation.turns.map(({ columns }, i) => {
    const instructions = readInstructions(columns);
    return follow(replies[i]!, 'problem' in instructions ? [] : instructions, { detect, mode: 'official' });
  });
  return { language: conversation.language, turns };
}

function scoresOf(all: readonly Answered[], ifeval: Ifeval): StoredScore[] {
  const languages = [...Map.groupBy(all, ({ language }) => language)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const groups = [['', all] as const, ...languages.map(([language, own]) => [`/${language}`, own] as const)];
  return groups.flatMap(([name, own]) =>
    TURNS.flatMap((turn) => {
      const rows = own.flatMap(({ turns }) => turns[turn - 1] ?? []);
      const { rows: n, interval, ...score } = ifeval.turnScore(rows);
      const numbers: readonly (readonly [string, number | null])[] = [
        ['average', score.average],
        ['average_low', interval.low],
        ['average_high', interval.high],
        ['prompt_strict', score.promptStrict],
        ['prompt_loose', score.promptLoose],
        ['instruction_strict', score.instructionStrict],
        ['instruction_loose', score.instructionLoose],
      ];
      return numbers.map(([metric, value]): StoredScore => ({ task: `turn-${turn}${name}`, metric, value, n }));
    }),
  );
}

function dataFile(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  requireDataFolder(path);
  const found = findDataFile(path, DATA_FILES);
  if (found !== undefined) return found;
  throw new FathomError('missing', `There is no ${DATA_FILES[0]} in ${path}.`, {
    fix: 'Fetch it from the hub: fathom data pull multi-if.',
  });
}

function badRows(rows: readonly BadRow[]): FathomError {
  const listed = rows.slice(0, LISTED).map(({ file, line, problem }) => `${file}:${line}: ${problem}`);
  const more = rows.length > LISTED ? [`… and ${rows.length - LISTED} more`] : [];
  return new FathomError('data', `Bad rows:\n  ${[...listed, ...more].join('\n  ')}`, {
    fix: 'Correct them, or leave them out with --skip-bad-rows.',
  });
}
