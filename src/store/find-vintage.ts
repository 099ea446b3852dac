import type { RevisionChanges } from './compare-revisions.ts'
import type { Vintage } from './published-tables.ts'

/** Changes of figures: which vintage a table is follows from them. */
export function removeVintages(changes: RevisionChanges): RevisionChanges {
  return { ...changes, cells: changes.cells.filter(({ column }) => column !== 'status') }
}

/**
 * The vintage of a table about people: the first release is provisional, its one correction final; null where a final table
 * would be corrected. New columns alone are no correction; after a withdrawal what is published is final.
 */
export function findVintage(before: Vintage | undefined, changes: RevisionChanges | null): Vintage | null {
  if (before === undefined) return 'provisional'
  if (changes === null) return 'final'
  if (changes.cells.length === 0) return before
  return before === 'provisional' ? 'final' : null
}
