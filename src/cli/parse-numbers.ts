import { FathomError } from '../core/index.ts';

const UNITS: { readonly [suffix: string]: number } = { '': 1, k: 1e3, m: 1e6, ki: 1024, mi: 1024 ** 2 };

/** A length in tokens: `4000`, `4k` (4,000), `4Ki` (4,096), `1m`, `1.5m`. */
export function parseLength(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = match && UNITS[match[2]!.toLowerCase()];
  const tokens = match && unit ? Number(match[1]) * unit : Number.NaN;
  if (!Number.isInteger(tokens) || tokens < 1) {
    throw new FathomError('misuse', `"${text}" is no length.`, { fix: 'Write tokens as 4000, 4k, 4Ki (4,096) or 1m.' });
  }
  return tokens;
}

/** Lengths: a list `4k,8k`, a doubling range `4k..128k` (the end is included), or both. Ascending, without repeats. */
export function parseLengths(text: string): number[] {
  const lengths = text.split(',').flatMap((part) => {
    const [from, to, ...more] = part.split('..');
    if (to === undefined) return [parseLength(part)];
    if (more.length > 0) throw new FathomError('misuse', `"${part}" is no range of lengths.`, { fix: 'Write 4k..128k.' });
    return doubling(parseLength(from!), parseLength(to));
  });
  return [...new Set(lengths)].toSorted((a, b) => a - b);
}

function doubling(from: number, to: number): number[] {
  if (to < from) throw new FathomError('misuse', `The range ${from}..${to} runs backwards.`, { fix: 'Put the shorter length first.' });
  const lengths = [];
  for (let length = from; length < to; length *= 2) lengths.push(length);
  return [...lengths, to];
}

/** Numbers: a list `0,50,100`, a range with a step `0..100/10` (step 1 when left out), or both. */
export function parseNumberList(
  text: string,
  options: { readonly name: string; readonly min: number; readonly max: number; readonly whole?: true },
): number[] {
  const numbers = text.split(',').flatMap((part) => {
    const range = /^\s*(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?\s*$/.exec(part);
    if (!range) return [part.trim() === '' ? Number.NaN : Number(part)];
    const [from, to, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
    if (step <= 0 || (to - from) / step > 10_000) return [Number.NaN];
    return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  });
  const bad = numbers.some((n) => Number.isNaN(n) || n < options.min || n > options.max || (options.whole && !Number.isInteger(n)));
  if (bad || numbers.length === 0) {
    const kind = options.whole ? 'whole numbers' : 'numbers';
    throw new FathomError('misuse', `"${text}" is no list of ${options.name}.`, {
      fix: `Write ${kind} from ${options.min} to ${options.max}: a list 0,50,100 or a range 0..100/10.`,
    });
  }
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** One whole number of at least `min`. */
export function parseWhole(text: string, options: { readonly name: string; readonly min: number; readonly max?: number }): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const { min, max = Number.MAX_SAFE_INTEGER } = options;
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    const fix =
      options.max === undefined ? `Give a whole number of at least ${min}.` : `Give a whole number of at least ${min} and at most ${max}.`;
    throw new FathomError('misuse', `"${text}" is no ${options.name}.`, { fix });
  }
  return value;
}
