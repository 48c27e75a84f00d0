import { VERIFIERS } from './verifiers.ts';
import type { Check } from './verifier.ts';

/** An instruction of a row, ready to be checked. */
export interface BoundInstruction {
  readonly id: string;
  readonly check: Check;
}

/** The two columns of a turn: a JSON list of ids, and a JSON list of arguments, each an object or a JSON string that holds one. */
export interface InstructionColumns {
  readonly ids: unknown;
  readonly kwargs: unknown;
}

/** The instructions of a turn, or what is wrong with them. Lists may be JSON text or values already. Never throws. */
export function readInstructions({ ids, kwargs }: InstructionColumns): readonly BoundInstruction[] | { readonly problem: string } {
  const names = decodeJson(ids);
  const all = decodeJson(kwargs);
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    return { problem: 'the instruction ids are no JSON list of strings' };
  if (!Array.isArray(all)) return { problem: 'the kwargs are no JSON list' };
  if (all.length !== names.length) return { problem: `${names.length} instructions, but ${all.length} kwargs` };
  const bound: BoundInstruction[] = [];
  for (const [i, id] of names.entries()) {
    const next = bindInstruction(id, all[i]);
    if ('problem' in next) return next;
    bound.push(next);
  }
  return bound;
}

function bindInstruction(id: string, kwargs: unknown): BoundInstruction | { readonly problem: string } {
  const verifier = Object.hasOwn(VERIFIERS, id) ? VERIFIERS[id] : undefined;
  if (!verifier) return { problem: `no verifier for the instruction ${JSON.stringify(id)}` };
  const bound = verifier.bind(withoutNulls(decodeJson(kwargs)));
  return 'check' in bound ? { id, check: bound.check } : { problem: `${id}: ${bound.problem}` };
}

/** A value that may be JSON text, even twice over. Text that is no JSON stays text. */
export function decodeJson(value: unknown): unknown {
  let decoded = value;
  for (let depth = 0; depth < 3 && typeof decoded === 'string'; depth++) {
    try {
      decoded = JSON.parse(decoded);
    } catch {
      break;
    }
  }
  return decoded;
}

// Rows of some exports name every argument and set the unused ones to null; no arguments at all is an empty object.
function withoutNulls(kwargs: unknown): unknown {
  if (kwargs === null || kwargs === undefined || kwargs === '') return {};
  if (typeof kwargs !== 'object' || Array.isArray(kwargs)) return kwargs;
  return Object.fromEntries(Object.entries(kwargs).filter(([, value]) => value !== null));
}
