import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { haystackTexts } from './haystack-texts.ts';
import { printTable, shown } from './print-table.ts';
import { benchTokenizers, type Row } from './tokenizers.ts';

const ROUNDS = 3;
const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;

/** Encoding speed beside gpt-tokenizer: once in fresh processes, as a run meets it, and again and again in one process. */
export async function benchTokenizing(): Promise<void> {
  printOnce();
  printRepeated(await benchTokenizers());
}

function printOnce(): void {
  const cases = haystackTexts().flatMap(({ language, name }) => ENCODINGS.map((encoding) => ({ language, name, encoding })));
  const best = cases.map(() => ({ fathom: 0, 'gpt-tokenizer': 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { language, encoding }] of cases.entries()) {
      for (const library of ['fathom', 'gpt-tokenizer'] as const) {
        const args = [join(import.meta.dirname, 'tokenize-once.ts'), library, encoding, language];
        best[i]![library] = Math.max(best[i]![library], Number(execFileSync(process.execPath, args, { encoding: 'utf8' })));
      }
    }
  }
  printTable(
    `Tokenising a text once, in a fresh process; best of ${ROUNDS}`,
    ['text', 'encoding', 'ours MB/s', 'gpt-tokenizer MB/s', 'ours/theirs'],
    cases.map(({ language, name, encoding }, i) => {
      const { fathom, 'gpt-tokenizer': theirs } = best[i]!;
      return [`${language}: ${name.split(' ×')[0]!}`, encoding, shown(fathom), shown(theirs), `${shown(fathom / theirs)}×`];
    }),
  );
}

function printRepeated(rows: readonly Row[]): void {
  const best = (row: Row) => Math.max(row.coldMegabytesPerSecond, row.warmMegabytesPerSecond);
  printTable(
    'Tokenising repeated texts in one process: first pass, and best of three',
    [
      'text',
      'encoding',
      'ours first MB/s',
      'ours best MB/s',
      'theirs first MB/s',
      'theirs best MB/s',
      'first: ours/theirs',
      'best: ours/theirs',
    ],
    rows
      .filter(({ library }) => library === 'fathom')
      .map((ours) => {
        const theirs = rows.find((row) => row.library !== 'fathom' && row.encoding === ours.encoding && row.input === ours.input);
        const peer =
          theirs === undefined
            ? ['–', '–', '–', '–']
            : [
                shown(theirs.coldMegabytesPerSecond),
                shown(best(theirs)),
                `${shown(ours.coldMegabytesPerSecond / theirs.coldMegabytesPerSecond)}×`,
                `${shown(best(ours) / best(theirs))}×`,
              ];
        return [ours.input, ours.encoding, shown(ours.coldMegabytesPerSecond), shown(best(ours)), ...peer];
      }),
  );
}

if (import.meta.main) await benchTokenizing();
