import type { JsonObject } from '../src/core/index.ts';

/** A load that a harness has to bear. */
export interface HarnessCase {
  readonly name: string;
  readonly task: string;
  /** As `fathom run` takes them; the plan of the floor's prompts takes the same. */
  readonly options: JsonObject;
  /** The command line of the same options. */
  readonly flags: readonly string[];
  readonly concurrency: number;
  readonly prompts: number;
  readonly haystack?: 'zh';
  readonly limits: {
    /** Wall time against the floor's. */
    readonly wallRatio?: number;
    readonly peakMegabytes: number;
    /** Ledger against the bytes of the prompts. */
    readonly ledgerShare?: number;
  };
}

/** The three loads of the house's aims: many small prompts, long ones, and a million tokens of two-byte text each. */
export const HARNESS_CASES: readonly HarnessCase[] = [
  {
    name: '1000 short',
    task: 'needlebench/ancestral-trace',
    options: { languages: ['en'], atcNeedles: [2, 4], repeats: 125 },
    flags: ['--languages', 'en', '--atc-needles', '2,4', '--repeats', '125'],
    concurrency: 16,
    prompts: 1000,
    limits: { wallRatio: 4, peakMegabytes: 220 },
  },
  {
    name: '50 × 100k tokens',
    task: 'needlebench/single-retrieval',
    options: { languages: ['en'], lengths: [100_000], depths: [0, 10, 20, 30, 40, 60, 70, 80, 90, 100], repeats: 5 },
    flags: ['--languages', 'en', '--lengths', '100k', '--depths', '0,10,20,30,40,60,70,80,90,100', '--repeats', '5'],
    concurrency: 16,
    prompts: 50,
    limits: { wallRatio: 3, peakMegabytes: 250, ledgerShare: 0.01 },
  },
  {
    name: '8 × 1M tokens, Chinese',
    task: 'needlebench/single-retrieval',
    options: { languages: ['zh'], lengths: [1_000_000], depths: [0, 30, 60, 100], repeats: 2 },
    flags: ['--languages', 'zh', '--lengths', '1000k', '--depths', '0,30,60,100', '--repeats', '2'],
    concurrency: 4,
    prompts: 8,
    haystack: 'zh',
    limits: { peakMegabytes: 250, ledgerShare: 0.01 },
  },
];
