/** Names that the data's file may have in its folder, the published one first. */
export const DATA_FILES = ['multiIF_20241018.csv', 'multi-if.csv', 'multi-if.jsonl'] as const;
