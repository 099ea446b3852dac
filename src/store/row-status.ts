import type { Cell, Status } from '../contracts/table.ts'
import type { FileColumn } from './file-columns.ts'

/**
 * The status of every value of a row that has no status column of its own. Where all have such a column, it is that of most values
 * that are there. Throws where two values without a column of their own differ, since one of them would be lost.
 */
export function statusOfRow(cells: Readonly<Record<string, Cell>>, columns: readonly FileColumn[]): Status {
  const own = new Set(columns.filter(({ part }) => part === 'measure-status').map(({ id }) => id))
  const shared = Object.entries(cells).filter(([id]) => !own.has(id))
  const [first] = shared
  if (!first) {
    const all = Object.values(cells)
    const valued = all.filter((cell) => cell.value !== null)
    return findCommonest(valued.length > 0 ? valued : all)
  }
  const other = shared.find(([, { status }]) => status !== first[1].status)
  if (other)
    throw new Error(`${first[0]} is ${first[1].status} and ${other[0]} ${other[1].status}: no column holds both`)
  return first[1].status
}

function findCommonest(cells: readonly Cell[]): Status {
  const counts = new Map<Status, number>()
  for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1)
  let shared: Status = 'final'
  for (const [status, count] of counts) {
    if (count > (counts.get(shared) ?? 0)) shared = status
  }
  return shared
}
