import type { BenchmarkTask } from '../../../src/server/api.ts';
import { compact } from '../format.ts';
import type { FieldSpec } from './field.tsx';

/** Which prompts are made. Placeholders say what the chosen tasks do when nothing is asked for; a field that none of them has is left out. */
export function promptFields(
  tasks: readonly BenchmarkTask[],
  suite: { readonly [option: string]: unknown } | undefined,
): readonly FieldSpec[] {
  const has = (option: string) => tasks.length === 0 || tasks.some(({ defaults }) => option in defaults);
  const usual = (option: string, show: (value: string) => string = String) => {
    const value = suite?.[option] ?? tasks.find(({ defaults }) => option in defaults)?.defaults[option];
    return value === undefined
      ? undefined
      : [value]
          .flat()
          .map((each) => show(each as string))
          .join(', ');
  };
  const length = (value: string) => compact(Number(value));
  return [
    ...(has('lengths') ? [{ flag: 'lengths', placeholder: usual('lengths', length) }] : []),
    ...(has('depths') ? [{ flag: 'depths', placeholder: usual('depths') }] : []),
    { flag: 'languages', placeholder: usual('languages') },
    { flag: 'repeats', placeholder: usualRepeats(tasks) },
    ...(tasks.some(({ defaults }) => 'needles' in defaults) ? [{ flag: 'needles', placeholder: usual('needles') }] : []),
    ...(tasks.some(({ defaults }) => 'atcNeedles' in defaults) ? [{ flag: 'atcNeedles', placeholder: usual('atcNeedles') }] : []),
  ];
}

/** Tasks may differ: 10–25. */
function usualRepeats(tasks: readonly BenchmarkTask[]): string | undefined {
  const counts = tasks.flatMap(({ defaults }) => (typeof defaults['repeats'] === 'number' ? [defaults['repeats']] : []));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return counts.length === 0 ? undefined : least === most ? String(least) : `${least}–${most}`;
}

/** How much is asked, and what it may cost. */
export const LIMIT_FIELDS: readonly FieldSpec[] = [{ flag: 'first' }, { flag: 'budgetUsd' }, { flag: 'budgetTokens' }];

/** What few runs need, by theme. */
export const ADVANCED: readonly { readonly theme: 'pace' | 'model' | 'prompts' | 'prices'; readonly fields: readonly FieldSpec[] }[] = [
  {
    theme: 'pace',
    fields: [
      { flag: 'order', options: ['cache', 'fast', 'balanced', 'plan'] },
      { flag: 'concurrency', placeholder: '4 … 16' },
      { flag: 'rpm' },
      { flag: 'tpm' },
      { flag: 'tokensInFlight', placeholder: '4m' },
      { flag: 'cacheTokens', placeholder: '1m' },
    ],
  },
  {
    theme: 'model',
    fields: [
      { flag: 'reasoningEffort', options: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] },
      { flag: 'reasoningBudget' },
      { flag: 'contextTokens' },
      { flag: 'overheadTokens', placeholder: '32' },
      { flag: 'temperature', placeholder: '0' },
      { flag: 'maxTokens' },
    ],
  },
  {
    theme: 'prompts',
    fields: [
      { flag: 'seed', placeholder: '0' },
      { flag: 'filter', placeholder: 'length=4k..8k,language=zh' },
      { flag: 'position', options: ['end', 'start'] },
      { flag: 'form', options: ['v2', 'v1-ordered', 'v1-shuffled', 'choice'] },
      { flag: 'benchmarkVersion', options: ['v2', 'v1'] },
      { flag: 'tokenizer', options: ['o200k_base', 'cl100k_base', 'characters', 'words'] },
      { flag: 'drawSeed', placeholder: '0' },
      { flag: 'compat', switch: true },
      { flag: 'noFloor', switch: true },
    ],
  },
  { theme: 'prices', fields: [{ flag: 'inputUsd' }, { flag: 'outputUsd' }, { flag: 'cachedUsd' }] },
];
