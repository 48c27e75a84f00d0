/** A set of questions of DetectiveQA, by the folder of its annotations. */
export interface DetectiveTask {
  readonly id: 'human' | 'ai-supported';
  readonly folder: 'human_anno' | 'AIsup_anno';
  readonly title: string;
}

export const DETECTIVE_TASKS: readonly DetectiveTask[] = [
  { id: 'human', folder: 'human_anno', title: 'questions that people wrote' },
  { id: 'ai-supported', folder: 'AIsup_anno', title: 'questions that people made with the help of a model' },
];

/** A novel and its annotations are there in both languages. */
export const LANGUAGES = ['en', 'zh'] as const;
export type DetectiveLanguage = (typeof LANGUAGES)[number];
