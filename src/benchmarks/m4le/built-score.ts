import type { Score } from '../../core/index.ts';
import { equalsAny, setF1, splitIds, untilStops } from '../../scoring/index.ts';
import type { BuiltKind } from './built-tasks.ts';

const STOPS = ['\n', '.', '。'];

/** The score of one answer to a built prompt (0–1): F1 of ids where several are asked for, else whether it is the answer, cut at its first full stop or line. */
export function scoreBuilt(kind: BuiltKind, reply: string, target: unknown): Omit<Score, 'mode'> {
  const given = untilStops(reply.trim(), STOPS);
  if (kind !== 'explicit-multiple') return { value: Number(equalsAny(given, [String(target)])), metric: 'exact' };
  const wanted = Array.isArray(target) ? target.map(String) : [];
  return {
    value: setF1(
      splitIds(given.replace(/[，、;；]/g, ','), ',').map((id) => id.toUpperCase()),
      wanted,
    ),
    metric: 'id-f1',
  };
}
