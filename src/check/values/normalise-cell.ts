import type { RuleId } from '../../problems/catalogue.ts'
import { INVISIBLE } from '../../read/comparable.ts'

/** A text with full-width forms, invisible characters and outer spaces put right, and what was done. */
export interface Normalised {
  text: string
  notes: RuleId[]
}

/** For codes, numbers, dates and names that are looked up. Prose keeps its full-width punctuation: see `trimProse`. */
export function normalise(raw: string): Normalised {
  // Most cells are plain ASCII without outer spaces, and are done here.
  if (PLAIN.test(raw)) return { text: raw, notes: [] }
  const { text: visible, notes } = dropInvisible(raw)
  const wide = visible.normalize('NFKC')
  const text = wide.trim()
  if (text !== visible.trim()) notes.push('cell-width')
  if (/^\s|\s$/.test(visible)) notes.push('cell-trimmed')
  return { text, notes }
}

export function trimProse(raw: string): Normalised {
  const { text: visible, notes } = dropInvisible(raw)
  const text = visible.trim()
  if (text !== visible) notes.push('cell-trimmed')
  return { text, notes }
}

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/
function dropInvisible(raw: string): Normalised {
  const text = raw.replace(INVISIBLE, '')
  return { text, notes: text === raw ? [] : ['cell-invisible'] }
}
