/** The wording of one place in all languages of the page. Keys are `place.what`; the same in every language, which the types see to. */
export function wording<const English extends { readonly [key: string]: string }>(
  en: English,
  zh: { readonly [key in keyof English]: string },
) {
  return { en, 'zh-CN': zh };
}
