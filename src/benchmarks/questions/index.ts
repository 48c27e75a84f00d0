import { basename, extname } from 'node:path';
import { FathomError, type CorpusSource, type Family, type Task } from '../../core/index.ts';
import { aggregateQuestions } from './aggregate-questions.ts';
import { loadQuestionFile } from './load-question-file.ts';
import { questionTask, recordedTask } from './question-task.ts';

const FAMILY = 'questions';

/** Whether a name on the command line means a question file and not a task. */
export function isQuestionFile(name: string): boolean {
  return /\.(?:jsonl?|csv|tsv|ya?ml|txt|md)$/i.test(name);
}

/** Whether a task of this name was made from a question file. */
export function isQuestionTask(id: string): boolean {
  return id.startsWith(`${FAMILY}/`) && !isQuestionFile(id);
}

/**
 * Own questions: a family with a task for each file, `questions/NAME`, in the order given. Rejects with a FathomError: `missing`, `misuse` or
 * `data` (bad rows, named by file and line).
 */
export async function loadQuestions(paths: readonly string[]): Promise<Family> {
  const names = taskNames(paths);
  return familyOf(await Promise.all(paths.map(async (path, i) => questionTask(names[i]!, await loadQuestionFile(path, names[i]!)))));
}

/** The family of a recorded run without its files: enough to score and to report. */
export function recordedQuestions(ids: readonly string[]): Family {
  return familyOf(ids.map(recordedTask));
}

/** The family of a recorded run, made from its files again. Rejects with `data` when a file, or a document that it names, has changed. */
export async function reopenQuestions(sources: readonly CorpusSource[]): Promise<Family> {
  return familyOf(
    await Promise.all(
      sources.map(async ({ origin, digest }) => {
        const [path, name] = [String(origin['path']), String(origin['name'])];
        const file = await loadQuestionFile(path, name);
        if (file.corpus.digest === digest) return questionTask(name, file);
        throw new FathomError('data', `${path}, or a document that it names, is not what the run was made from.`, {
          fix: 'Bring the old files back, or start a new run.',
        });
      }),
    ),
  );
}

function familyOf(tasks: readonly Task[]): Family {
  return {
    id: FAMILY,
    title: 'Own questions',
    paper: 'none: questions of your own',
    summary: 'Questions, documents and expected answers from your own files, as they are or hidden in a haystack.',
    tasks,
    suites: {},
    aggregate: (rows) => aggregateQuestions(rows),
  };
}

/** `questions/faq` for `./docs/faq.jsonl`; a second file of that name becomes `questions/faq-2`. */
function taskNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const stem = basename(path, extname(path)).replace(/[^\p{L}\p{N}_-]+/gu, '-');
    let name = `${FAMILY}/${stem}`;
    for (let number = 2; taken.has(name); number++) name = `${FAMILY}/${stem}-${number}`;
    taken.add(name);
    return name;
  });
}
