import { bindCell } from '../compose/bound/bound-tags.ts'
import { findEarlier } from '../compose/bound/bound-words.ts'
import type { NamedCell } from '../compose/named-cell.ts'
import type { Site } from '../compose/site.ts'

/** The cell that a component names. The build has checked every component, so that what is left here is our fault. */
export function requireCell(site: Site, at: string): NamedCell {
  const found = bindCell(site, at)
  if ('reason' in found) throw new Error(`content: ${at}: ${found.reason.en}`)
  return found
}

/** The cell that a change is from. */
export function requireEarlier(site: Site, now: NamedCell, from: 'period' | 'year'): NamedCell {
  const before = findEarlier(site, now, from)
  if (!before || 'fault' in before) throw new Error(`content: nothing before ${now.name.period}`)
  return before
}
