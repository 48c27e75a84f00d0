import type { DocumentData } from './document-question.ts';

/** The data of several levels, one after the other: each question's id begins with its level, and its cell has the axis `level`. */
export async function* loadLevels(
  levels: readonly string[],
  load: (level: string) => AsyncIterable<DocumentData>,
): AsyncGenerator<DocumentData, void> {
  for (const level of levels) {
    for await (const data of load(level)) {
      const questions = data.questions.map((each) => ({ ...each, id: `${level}/${each.id}`, cell: { ...each.cell, level } }));
      yield { ...data, questions };
    }
  }
}
