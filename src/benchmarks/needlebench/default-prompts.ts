import { englishPrompts } from './prompts-en.ts';
import { chinesePrompts } from './prompts-zh.ts';
import type { PromptPack } from './prompt-pack.ts';

/** Our own wording: the pack that is used unless the user gives another. */
export const defaultPrompts: PromptPack = { name: 'fathom', en: englishPrompts, zh: chinesePrompts };
