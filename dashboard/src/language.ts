import { computed, effect, signal } from '@preact/signals';
import { WORDS, type WordingKey } from './wording/index.ts';

/** Languages of the page by their tags. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'fathom-language';

/** The language of the page: the reader's choice, else the browser's. */
export const language = signal<Language>(chosen());

effect(() => {
  document.documentElement.lang = language.value;
});

/** Makes a language the reader's choice. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(KEY, next);
  language.value = next;
}

const words = computed((): { readonly [key in WordingKey]: string } => WORDS[language.value]);

/** The wording of a key, with `{name}` filled in. */
export function t(key: WordingKey, values: { readonly [name: string]: string | number } = {}): string {
  return words.value[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function chosen(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'en' || kept === 'zh-CN') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
