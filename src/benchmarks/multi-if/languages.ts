/** The eight languages by the names of the data. */
const CODES: { readonly [name: string]: string } = {
  English: 'en',
  French: 'fr',
  Russian: 'ru',
  Hindi: 'hi',
  Italian: 'it',
  Portuguese: 'pt',
  Spanish: 'es',
  Chinese: 'zh',
};

/** Codes of the eight languages. */
export const LANGUAGES: readonly string[] = Object.values(CODES);

/** The code of a language that the data names; another name stands for itself. */
export function languageCode(name: string): string {
  return Object.hasOwn(CODES, name) ? CODES[name]! : name;
}
