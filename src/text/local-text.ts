import type { zh } from './zh.ts'

/** The two languages of every page; Simplified Chinese is the first. */
export type Lang = 'zh' | 'en'

/** One text in both languages. A missing language does not compile. */
export interface LocalText {
  zh: string
  en: string
}

export const LANGS: readonly Lang[] = ['zh', 'en']

/** The same text in both languages: names of files, codes, proper nouns that are not translated. */
export function toLocalText(text: string): LocalText {
  return { zh: text, en: text }
}

/** One word of the interface, known by its key in `zh.ts`. */
export type UiKey = keyof typeof zh
export type UiTexts = Record<UiKey, string>
