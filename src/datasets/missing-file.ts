import type { DocumentData } from './document-question.ts';

/** Nothing to ask, as the folder has no file of the task: it stays in the tables as skipped. `others`: names that it might have had as well. */
export function missingFile(folder: string, name: string, others: readonly string[] = []): DocumentData {
  const looked = others.length > 0 ? ` (nor ${others.join(', ')})` : '';
  return { questions: [{ id: 'data', skipped: { reason: 'no-data', detail: `there is no ${name} in ${folder}${looked}` } }] };
}

/** A bad row, left out. */
export function badRow(
  file: string,
  { line, problem }: { readonly line: number; readonly problem: string },
): DocumentData['questions'][number] {
  return { id: `line-${line}`, skipped: { reason: 'bad-row', detail: `${file}:${line}: ${problem}` } };
}
