import type { Sample, Score } from '../../core/index.ts';
import { containsWords, f1English, saysNotMentioned } from '../../scoring/index.ts';
import type { LaraTask } from './tasks.ts';

/**
 * Our stand-in for the published judge: of unanswerable questions whether the answer says so, else F1 of words, or 1 when the answer holds the gold answer
 * word for word. It orders models roughly and is no accuracy.
 */
export function scoreReply({ id }: LaraTask, replies: readonly string[], { target }: Pick<Sample, 'target'>): Omit<Score, 'mode'> {
  const [reply = '', gold] = [replies[0], String(target)];
  if (id === 'hallu') {
    const refused = saysNotMentioned(reply);
    return {
      value: Number(refused),
      metric: 'proxy-not-mentioned',
      why: refused ? 'says that it is not mentioned' : 'answers what the text does not say',
    };
  }
  const bare = gold.replace(/[.。\s]+$/u, '');
  const holds = bare !== '' && containsWords(reply, bare);
  const value = holds ? 1 : f1English(reply, gold);
  return { value, metric: 'proxy-f1', why: `${holds ? 'holds' : 'F1 of words with'}: ${gold}` };
}
