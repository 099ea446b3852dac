/** The two languages of every page; Simplified Chinese is the first. */
export type Lang = 'zh' | 'en'

/** One text in both languages. A missing language does not compile. */
export interface Words {
  zh: string
  en: string
}

export const LANGS: readonly Lang[] = ['zh', 'en']

/** The same text in both languages: names of files, codes, proper nouns that are not translated. */
export function sameWords(text: string): Words {
  return { zh: text, en: text }
}
