import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { badRow, missingFile, type DataSettings, type DocumentData, type DocumentQuestion } from '../../datasets/index.ts';
import { readAnnotations, type Annotation } from './annotation.ts';
import { readNovel, type Novel } from './novel.ts';
import { frameOf } from './prompts.ts';
import { LANGUAGES, type DetectiveLanguage, type DetectiveTask } from './tasks.ts';

/** Room for the steps of reasoning and the letter. Ours: no published limit is at hand. */
export const MAX_TOKENS = 1024;

/** The questions of a task, novel by novel; novels and folders that are not there are told as skipped. */
export async function* loadDetectiveqa({ folder }: DetectiveTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  for (const language of LANGUAGES) {
    if (settings.languages && !settings.languages.includes(language)) continue;
    const annotations = `anno_data_${language}/${folder}`;
    const novels = await novelsOf(join(settings.dataDir, `novel_data_${language}`));
    const ids = await annotatedNovels(join(settings.dataDir, annotations));
    if (ids.length === 0)
      yield {
        questions: missingFile(settings.dataDir, annotations).questions.map((each) => ({
          ...each,
          id: `${language}/data`,
          cell: { language },
        })),
      };
    for (const id of ids)
      yield await novelData({ id, language, file: join(settings.dataDir, annotations, `${id}.json`), novel: novels.get(id) }, settings);
  }
}

interface Place {
  readonly id: string;
  readonly language: DetectiveLanguage;
  /** Its annotations. */
  readonly file: string;
  /** Its text. */
  readonly novel: string | undefined;
}

async function novelData({ id, language, file, novel: path }: Place, settings: DataSettings): Promise<DocumentData> {
  const head = `${language}/${id}`;
  if (path === undefined)
    return {
      questions: [
        {
          id: head,
          cell: { language },
          skipped: { reason: 'no-data', detail: `there is no text of novel ${id} in novel_data_${language}` },
        },
      ],
    };
  const novel = await readNovel(path, language);
  const questions = (await readAnnotations(file, settings)).map((read) => {
    const at = `${head}/${read.number}`;
    if ('problem' in read) return { ...badRow(file, { line: read.number, problem: read.problem }), id: at, cell: { language } };
    return { ...questionOf(read.annotation, novel, language), id: at, cluster: `novel/${head}` };
  });
  return { corpus: novel.corpus, questions };
}

/** The novel ends before the paragraph that gives the answer away; clues after it are none. */
function questionOf(annotation: Annotation, { paragraphs }: Novel, language: DetectiveLanguage): DocumentQuestion {
  const { answer, answer_position: reveal, clue_position: clues, reasoning } = annotation;
  const end = paragraphs.get(reveal)?.from;
  const shown = [...new Set(clues)].flatMap((clue) => {
    const place = paragraphs.get(clue);
    return place && place.to <= (end ?? Infinity) ? [[clue, place.from, place.to]] : [];
  });
  return {
    id: '',
    language,
    document: 0,
    ...(end !== undefined && { shownBytes: end }),
    frames: [frameOf(annotation, language)],
    output: { maxTokens: MAX_TOKENS },
    target: answer,
    // For each clue its paragraph and its bytes in the novel; the steps are for a judge.
    facts: { clues: shown.toSorted(([, a], [, b]) => a! - b!), reveal, reasoning },
  };
}

/** Ids of the novels that have annotations, numbers in order. */
async function annotatedNovels(folder: string): Promise<string[]> {
  return (await filesOf(folder, '.json')).map((name) => name.slice(0, -'.json'.length)).sort(byNumber);
}

/** Files of the novels by id: they are called `<id>-<title>.txt`. */
async function novelsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await filesOf(folder, '.txt')).sort(byNumber).map((name) => [name.split(/[-.]/, 1)[0]!, join(folder, name)]));
}

async function filesOf(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).map(({ name }) => name);
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
