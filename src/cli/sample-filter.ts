import { FathomError, nearestName, type Sample, type SkippedSample } from '../core/index.ts';
import { matchesGlob } from './matches-glob.ts';
import { parseLength } from './parse-numbers.ts';

type AnySample = Sample | SkippedSample;
type Value = string | number | boolean;

/** One part of a filter: an axis and what its value may be. */
interface Condition {
  readonly axis: string;
  readonly text: string;
  accepts(value: Value): boolean;
}

/** A parsed `--filter`. */
export interface SampleFilter {
  accepts(sample: AnySample): boolean;
  /** Throws a FathomError (`misuse`) that says why no sample of a plan passes. */
  explainNothing(samples: readonly AnySample[]): never;
}

/** Short names of axes. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['length', 'askedTokens'],
  ['depth', 'depthPercent'],
]);

const SYNTAX =
  "Write axes and values, or a pattern of ids: --filter 'length=4k..8k,depth=0|50,language=zh' or --filter 'needlebench/*/en/*'.";

/**
 * Parses a filter: parts between commas, all of which must hold. A part is `axis=value|value|from..to` (`length`, `depth`, `task`, or any axis
 * of the cells; texts may hold `*` and `?`; numbers may end in k or m), or a pattern that the id matches.
 * Throws a FathomError (`misuse`) for anything else.
 */
export function parseSampleFilter(text: string): SampleFilter {
  const conditions = text.split(',').map(parseCondition);
  const holds = (sample: AnySample, { axis, accepts }: Condition) => {
    const value = valueOf(sample, axis);
    return value !== undefined && accepts(value);
  };
  return {
    accepts: (sample) => conditions.every((condition) => holds(sample, condition)),
    explainNothing(samples) {
      for (const { axis } of conditions) requireAxis(axis, samples);
      const alone = conditions.find((condition) => !samples.some((sample) => holds(sample, condition)));
      if (alone) throw noneHas(alone, samples);
      throw new FathomError('misuse', `No sample meets all parts of --filter "${text}" at once, though each part is met by some.`, {
        fix: 'Leave a part out; fathom plan with the filter shows what is left.',
      });
    },
  };
}

function parseCondition(part: string): Condition {
  const at = part.indexOf('=');
  const text = part.trim();
  if (text === '' || at === 0)
    throw new FathomError('misuse', `--filter has a part without ${at === 0 ? 'an axis' : 'content'}.`, { fix: SYNTAX });
  if (at < 0) return { axis: 'id', text, accepts: (value) => matchesGlob(String(value), text) };
  const name = part.slice(0, at).trim();
  const axis = ALIASES.get(name) ?? name;
  const values = part
    .slice(at + 1)
    .split('|')
    .map((each) => parseValue(each.trim(), text));
  return { axis, text, accepts: (value) => values.some((accepts) => accepts(value)) };
}

/** A number, a range of numbers, or a text. */
function parseValue(text: string, part: string): (value: Value) => boolean {
  const [from, to, ...more] = text.split('..').map(numberOf);
  if (text === '') throw new FathomError('misuse', `"${part}" in --filter has an empty value.`, { fix: SYNTAX });
  if (to === undefined) return (value) => (typeof value === 'number' ? value === from : matchesText(String(value), text));
  if (more.length > 0 || !(from! <= to))
    throw new FathomError('misuse', `"${text}" in --filter is no range of numbers.`, { fix: 'Write 4k..8k.' });
  return (value) => typeof value === 'number' && value >= from! && value <= to;
}

/** Tasks may go by the last part of their name. */
function matchesText(value: string, pattern: string): boolean {
  return matchesGlob(value, pattern) || matchesGlob(value, `*/${pattern}`);
}

function numberOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text.trim())) return Number(text);
  return /^[\d.]+[km]i?$/i.test(text.trim()) ? parseLength(text) : Number.NaN;
}

function valueOf({ id, task, cell }: AnySample, axis: string): Value | undefined {
  if (axis === 'id') return id;
  if (axis === 'task') return task;
  return Object.hasOwn(cell, axis) ? cell[axis] : undefined;
}

function requireAxis(axis: string, samples: readonly AnySample[]): void {
  const axes = [...new Set(['id', 'task', ...samples.flatMap(({ cell }) => Object.keys(cell))])];
  if (axes.includes(axis)) return;
  const names = axes.map((each) => [...ALIASES].find(([, full]) => full === each)?.[0] ?? each);
  const nearest = nearestName(axis, [...names, ...axes]);
  throw new FathomError('misuse', `No sample of this plan has the axis "${axis}" that --filter names.`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Axes here: ${names.join(', ')}.`,
  });
}

const MOST_VALUES_SHOWN = 12;

function noneHas({ axis, text }: Condition, samples: readonly AnySample[]): FathomError {
  const found = [...new Set(samples.map((sample) => valueOf(sample, axis)).filter((value) => value !== undefined))];
  const shown = `${found.slice(0, MOST_VALUES_SHOWN).join(', ')}${found.length > MOST_VALUES_SHOWN ? ', …' : ''}`;
  if (axis === 'id') {
    const nearest = nearestName(text.split('/').findLast((part) => !part.includes('*')) ?? text, [
      ...new Set(found.flatMap((id) => String(id).split('/'))),
    ]);
    return new FathomError('misuse', `No sample's id matches "${text}" of --filter.`, {
      fix: `${nearest && !text.includes(nearest) ? `Did you mean ${nearest}? ` : ''}Ids look like ${found[0]}; * stands for any characters.`,
    });
  }
  return new FathomError('misuse', `No sample of this plan has ${text}, as --filter asks.`, { fix: `Values here: ${shown}.` });
}
