import { findNamedCell, type NamedCell } from '../../compose/named-cell.ts'
import type { Rich } from '../../compose/rich.ts'
import type { Site } from '../../compose/site.ts'
import type { Lang } from '../../text/local-text.ts'

/** A paragraph in each language. */
export type Both = Record<Lang, Rich>

/** Items of a list that are named. */
export const NAMED_MAX = 3

/** A cell of a table of cases; null where it has no value. */
export function findCase(site: Site, table: string, key: string[], month: string, measure: string): NamedCell | null {
  const found = findNamedCell(site.published, { dataset: 'cases', table, key, period: month, measure })
  return 'fault' in found || found.cell.value === null ? null : found
}
