import { nearestName, type Aggregate } from '../core/index.ts';

type Named = Pick<Aggregate, 'metric' | 'label' | 'cell'>;

/** The number over the whole run that a rule names: by its metric, else by the label that tables show, whatever the case. */
export function numberNamed<T extends Named>(name: string, numbers: readonly T[]): T | undefined {
  const whole = wholeRun(numbers);
  return whole.find(({ metric }) => metric === name) ?? whole.find(({ metric, label }) => isSame(name, metric) || isSame(name, label));
}

/** What a rule can name instead of a number that there is not. */
export function namesInstead(name: string, numbers: readonly Named[]): string {
  const names = [...new Set(['overall', ...wholeRun(numbers).map(({ metric }) => metric)])];
  const nearest = nearestName(name, names);
  return `${nearest ? `Did you mean ${nearest}? ` : ''}It has: ${names.join(', ')}.`;
}

/** Numbers over everything, not over one language or length. */
function wholeRun<T extends Named>(numbers: readonly T[]): readonly T[] {
  return numbers.filter(({ cell }) => Object.keys(cell).length === 0);
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
