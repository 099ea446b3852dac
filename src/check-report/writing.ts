import type { Places } from '../codes/places.ts'
import { formatCount } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { Drawer } from './chart.ts'
import { REPORT_WORDS, type ReportWords } from './words.ts'

/** What every part of a report in one language is written with. */
export interface Writing {
  lang: Lang
  words: ReportWords
  places: Places
  drawer: Drawer
  /** `1,284` */
  count(value: number): string
  /** Joined as a list is in the language. */
  list(parts: readonly string[]): string
}

export function writingOf(lang: Lang, places: Places): Writing {
  let ids = 0
  const count = (value: number) => formatCount(value, lang)
  return {
    lang,
    words: REPORT_WORDS[lang],
    places,
    count,
    list: (parts) => parts.join(lang === 'zh' ? '、' : ', '),
    drawer: { count, createId: () => `${lang}-${++ids}` },
  }
}
