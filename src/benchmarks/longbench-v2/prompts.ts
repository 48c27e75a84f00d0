import { join } from 'node:path';
import { packDigest, parseTemplate, readText, type PromptTemplate } from '../../datasets/index.ts';
import type { Variant } from './variants.ts';

/*
 * The published layouts (LongBench v2, prompts/*.txt) in our own words: instruction, text, question, options, the form of the answer. With a chain of thought
 * the first call asks for the reasoning, the second shows it, without the text, and asks for the letter.
 */
const OPTIONS = '\n\nQuestion: $Q$\nOptions:\n(A) $C_A$\n(B) $C_B$\n(C) $C_C$\n(D) $C_D$';
const FORM = '\n\nAnswer in this form: "The correct answer is (letter)".';
const READ = 'Read the text below; a question with four options comes after it.\n\n<text>\n$DOC$\n</text>';

const DIRECT = `${READ}\n\nWhich option is right?${OPTIONS}${FORM}`;
const PASSAGES = `Read the passages below, found in a longer text; a question with four options comes after them.\n\n<passages>\n$DOC$\n</passages>\n\nWhich option is right?${OPTIONS}${FORM}`;
const MEMORY = `Which option is right? Answer from what you know.${OPTIONS}${FORM}`;
const REASON = `${READ}\n\nWhich option is right?${OPTIONS}\n\nThink about it step by step.`;
const EXTRACT = `A question with four options about a text, which is left out here, and what was thought about it. Which option does it come to?\n\n<text>\n(left out)\n</text>${OPTIONS}\n\nThought:\n$COT$${FORM}`;

/** The files of the published prompts and our wording in their place, call by call. */
const CALLS: {
  readonly [variant in Variant]: readonly { readonly file: string; readonly own: string; readonly needs: readonly string[] }[];
} = {
  direct: [{ file: '0shot.txt', own: DIRECT, needs: ['$DOC$'] }],
  cot: [
    { file: '0shot_cot.txt', own: REASON, needs: ['$DOC$'] },
    { file: '0shot_cot_ans.txt', own: EXTRACT, needs: ['$COT$'] },
  ],
  'no-context': [{ file: '0shot_no_context.txt', own: MEMORY, needs: [] }],
  rag: [{ file: '0shot_rag.txt', own: PASSAGES, needs: ['$DOC$'] }],
};

const QUESTION = ['$Q$', '$C_A$', '$C_B$', '$C_C$', '$C_D$'];

/** Templates of a variant's calls. `digest`: of the user's pack. */
export interface CallTemplates {
  readonly calls: readonly PromptTemplate[];
  readonly digest?: string;
}

/** Our wording, or the files of a folder. Throws FathomError `missing` or `data` (a placeholder that is not known, missing or double). */
export async function callTemplates(variant: Variant, folder: string | undefined): Promise<CallTemplates> {
  if (folder === undefined) return { calls: CALLS[variant].map(({ file, own, needs }) => template(own, { source: file, needs })) };
  const files = CALLS[variant].map(({ file, needs }) => ({ source: join(folder, file), needs }));
  const texts = await Promise.all(files.map(({ source }) => readText(source)));
  return { calls: texts.map((text, i) => template(text, files[i]!)), digest: packDigest(texts) };
}

function template(text: string, { source, needs }: { readonly source: string; readonly needs: readonly string[] }): PromptTemplate {
  const own = Object.fromEntries([...QUESTION, ...needs].map((slot) => [slot, 'once'] as const));
  // The published second call has a place for the text, which a notice fills.
  const slots = needs.includes('$COT$') ? { ...own, $DOC$: 'any' as const } : own;
  return parseTemplate(text, { dialect: 'dollars', slots, source });
}
