import type { Lang, LocalText } from '../../text/local-text.ts'

type Names = Readonly<Record<Lang, readonly string[]>>

/** Words of the page. */
export const GLOSSARY_WORDS = {
  title: { zh: '名词解释', en: 'Glossary' },
  also: { zh: '也叫', en: 'Also called' },
  computed: { zh: '算法', en: 'Computed as' },
  newest: { zh: '最近一期', en: 'Newest' },
} as const

/** One term, in plain words. */
export interface GlossaryEntry {
  /** Its anchor, which never changes: `cases-on_time_rate`, `permits-class-key`, `status-revised`. */
  id: string
  name: LocalText
  means: LocalText
  /** What it is mistaken for; null where nobody said. */
  not: LocalText | null
  /** Other names. */
  also: Names
  /** Words by which it is looked for, beside its names. */
  asked: Names
  /** Of a measure that is computed; null of counts and of words. */
  formula: LocalText | null
  /** The formula with the numbers of the newest period. */
  example: LocalText | null
}

export const NO_NAMES: Names = { zh: [], en: [] }
