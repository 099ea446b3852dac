import type { RuleId } from '../../problems/catalogue.ts'
import { removeInvisible } from '../../text/invisible.ts'
import { foldRadicals } from '../../text/radicals.ts'
import { removeMarkup } from './markup.ts'

/** A text with full-width forms, invisible characters and outer spaces put right, and what was done. */
export interface Normalised {
  text: string
  notes: RuleId[]
  /** Why the text may not be taken at all, whatever its column. */
  fault: RuleId | null
}

/** For codes, numbers, dates and names that are looked up. Prose keeps its full-width punctuation: see `trimProse`. */
export function normalise(raw: string): Normalised {
  // Most cells are plain, without outer spaces, and are done here.
  if (PLAIN.test(raw)) return { text: raw, notes: [], fault: null }
  const { text: visible, notes, fault } = clean(raw)
  const wide = visible.normalize('NFKC')
  const text = wide.trim()
  if (text !== visible.trim()) notes.push('cell-width')
  if (/^\s|\s$/.test(visible)) notes.push('cell-trimmed')
  return { text, notes, fault }
}

export function trimProse(raw: string): Normalised {
  if (PLAIN.test(raw)) return { text: raw, notes: [], fault: null }
  const { text: visible, notes, fault } = clean(raw)
  const text = visible.trim()
  if (text !== visible) notes.push('cell-trimmed')
  return { text, notes, fault }
}

/** Printable ASCII but for `&` and `<`, and Chinese characters and signs that no form of Unicode changes. */
const PLAIN =
  /^[!-%'-;=-~\u4E00-\u9FFF、。「-】](?:[ -%'-;=-~\u4E00-\u9FFF、。「-】]*[!-%'-;=-~\u4E00-\u9FFF、。「-】])?$/

/** Puts right what nobody typed. Whatever is invisible is gone when this has been. */
function clean(raw: string): Normalised {
  const notes: RuleId[] = []
  const note = (rule: RuleId, before: string, after: string) => {
    if (before !== after) notes.push(rule)
    return after
  }
  const { text: plain, isRefused } = removeMarkup(raw)
  note('text-markup', raw, plain)
  const isGarbled = MOJIBAKE.test(plain)
  const visible = note('cell-invisible', plain, removeInvisible(plain))
  const text = note('text-radicals', visible, foldRadicals(visible))
  return { text, notes, fault: findFault(text, isRefused, isGarbled) }
}

function findFault(text: string, hasTags: boolean, isGarbled: boolean): RuleId | null {
  if (isGarbled) return 'text-garbled'
  if (NOT_A_CHARACTER.test(text)) return 'text-no-character'
  return hasTags ? 'text-tags' : null
}

/** The first byte of a Chinese character in UTF-8 and its two others, each read as a character of Western Europe. */
const MOJIBAKE = /[\u00E3-\u00E9\u00EF](?:[\u0080-\u00BF\u0152-\u0178\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]){2}/
/** Private use, halves of pairs and code points that are no characters: another machine shows something else, or nothing. */
const NOT_A_CHARACTER = /\p{Co}|\p{Cs}|\p{Noncharacter_Code_Point}|\uFFFD/u
