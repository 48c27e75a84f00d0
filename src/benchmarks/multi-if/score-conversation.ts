import type { Result } from '../../core/index.ts';
import { loadIfeval, type InstructionColumns, type ScoringMode } from '../../scoring/index.ts';
import { turnAverage, turnCounts, turnNumbers } from './turn-counts.ts';

/**
 * The score of the replies to a conversation: the mean over its turns of the mean of strict and loose, prompt and instruction. Parts: a value for each turn;
 * counts: `turn.strict`, `turn.loose`, `turn.instructions`, for the numbers over all conversations.
 */
export async function scoreConversation(
  replies: readonly string[],
  { turns, mode }: { readonly turns: readonly InstructionColumns[]; readonly mode: ScoringMode },
): Promise<Result> {
  const { follow, readInstructions, detectLanguage } = await loadIfeval();
  const values: number[] = [];
  const counts: { [name: string]: number } = {};
  for (const [i, columns] of turns.entries()) {
    const instructions = readInstructions(columns);
    if ('problem' in instructions) return { status: 'error', reason: 'bad-row', detail: `turn ${i + 1}: ${instructions.problem}` };
    const counted = turnCounts(follow(replies[i] ?? '', instructions, { detect: detectLanguage, mode }));
    for (const [name, value] of Object.entries(counted)) counts[`${i + 1}.${name}`] = value;
    values.push(turnAverage(turnNumbers([counted]) ?? NOTHING_ASKED));
  }
  const value = values.reduce((total, each) => total + each, 0) / values.length;
  const parts = values.map((each, i) => ({ metric: `turn-${i + 1}`, value: each }));
  const why = turns.map((_, i) => `turn ${i + 1}: ${counts[`${i + 1}.strict`]} of ${counts[`${i + 1}.instructions`]}`).join(', ');
  return { status: 'ok', score: { value, parts, counts, mode: mode === 'fixed' ? 'corrected' : 'compat', metric: 'instructions', why } };
}

/** A turn without instructions is followed. */
const NOTHING_ASKED = { promptStrict: 1, promptLoose: 1, instructionStrict: 1, instructionLoose: 1 };
