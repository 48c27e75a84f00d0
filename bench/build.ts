import { benchMemory } from './memory.ts';
import { printTable, shown } from './print-table.ts';
import { benchPrompts } from './prompts.ts';
import { benchTokenizers, type Row } from './tokenizers.ts';

/** All that happens before a model answers: tokenising, planning, rendering, and the memory of a run that streams. */
export async function benchBuild(): Promise<void> {
  printTokenizers(await benchTokenizers());
  await benchPrompts();
  await benchMemory();
}

function printTokenizers(rows: readonly Row[]): void {
  const best = (row: Row) => Math.max(row.coldMegabytesPerSecond, row.warmMegabytesPerSecond);
  printTable(
    'Tokenising: encode, beside gpt-tokenizer alone',
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

if (import.meta.main) await benchBuild();
