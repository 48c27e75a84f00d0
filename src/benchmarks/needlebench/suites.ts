import type { JsonObject } from '../../core/index.ts';

/** The published settings (OpenCompass configs `needlebench` and `needlebench_v2`), as data. */

export type HaystackTaskName = 'single-retrieval' | 'multi-retrieval' | 'multi-reasoning';
export type Version = 'v1' | 'v2';

export interface Suite {
  readonly lengths: readonly number[];
  readonly depths: readonly number[];
  /** Tokens held back from the English budget for template, question and answer (compat only). */
  readonly bufferEn: { readonly [task in HaystackTaskName]: number };
  readonly bufferZh: number;
  /** v1: false leaves the guide sentence out. */
  readonly guide: boolean;
}

export const PUBLISHED_REPEATS: { readonly [task in HaystackTaskName]: number } = {
  'single-retrieval': 10,
  'multi-retrieval': 25,
  'multi-reasoning': 10,
};

const steps = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const buffers = (single: number, reasoning: number, retrieval: number) => ({
  'single-retrieval': single,
  'multi-reasoning': reasoning,
  'multi-retrieval': retrieval,
});

export const DEPTHS_V2: readonly number[] = steps(0, 100, 10);
const DENSE_V1 = [0, 5, 10, 15, 21, 26, 31, 36, 42, 47, 52, 57, 63, 68, 73, 78, 84, 89, 94, 100];
const SPARSE_V1 = [0, 10, 21, 31, 42, 52, 63, 73, 84, 94, 100];

const v2 = (lengths: readonly number[], buffer: number): Suite => ({
  lengths,
  depths: DEPTHS_V2,
  bufferEn: buffers(buffer, buffer, buffer),
  bufferZh: 200,
  guide: false,
});
const v1 = (lengths: readonly number[], depths: readonly number[], bufferEn: Suite['bufferEn']): Suite => ({
  lengths,
  depths,
  bufferEn,
  bufferZh: 200,
  guide: true,
});

const long = buffers(600, 600, 3000);

export const SUITES: { readonly [version in Version]: { readonly [name: string]: Suite } } = {
  v2: {
    '4k': v2(steps(1000, 4000, 1000), 500),
    '8k': v2(steps(1000, 8000, 1000), 500),
    '32k': v2([1000, 4000, 8000, 12000, 16000, 20000, 24000, 28000, 32000], 3000),
    '128k': v2([1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000], 3000),
    '200k': v2([1000, ...steps(25000, 200000, 25000)], 3000),
    '256k': v2([32000, 128000, 256000], 3000),
    '1000k': v2([1000, ...steps(125000, 1000000, 125000)], 3000),
  },
  v1: {
    '4k': v1(steps(1000, 4000, 1000), DENSE_V1, buffers(600, 600, 1000)),
    '8k': v1(steps(5000, 8000, 1000), DENSE_V1, buffers(800, 1000, 1300)),
    '32k': v1([9000, 13000, 17000, 21000, 25000, 29000, 31000, 32000], SPARSE_V1, buffers(3000, 3000, 3000)),
    '128k': v1(steps(16000, 128000, 16000), SPARSE_V1, long),
    '200k': v1([16000, 48000, 80000, 112000, 128000, 144000, 176000, 200000], SPARSE_V1, long),
    '256k': v1([32000, 128000, 256000], SPARSE_V1, long),
    '1000k': v1([20000, 160000, 300000, 440000, 580000, 720000, 860000, 1000000], SPARSE_V1, long),
    // The base-model variant; its buffers are not documented, those of the long suites are used.
    base: { ...v1([32000, 100000, 200000], SPARSE_V1, long), guide: false },
  },
};

/** The suite whose buffers serve lengths that no suite names: the smallest one that reaches the longest of them. */
export function suiteFor(version: Version, longest: number): Suite {
  const names = ['4k', '8k', '32k', '128k', '200k', '256k', '1000k'];
  const reaching = names.find((name) => Math.max(...SUITES[version][name]!.lengths) >= longest) ?? '1000k';
  return SUITES[version][reaching]!;
}

/** Suite names as the option `suite` takes them, with the options they stand for. `4k` is v2's, `v1-4k` is v1's. */
export const SUITE_OPTIONS: { readonly [name: string]: JsonObject } = Object.fromEntries([
  ...Object.entries(SUITES.v2).map(([name, { lengths, depths }]) => [name, { suite: name, version: 'v2', lengths, depths }]),
  ...Object.entries(SUITES.v1).map(([name, { lengths, depths }]) => [`v1-${name}`, { suite: name, version: 'v1', lengths, depths }]),
]);
