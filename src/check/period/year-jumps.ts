import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { type Grid, isFarFrom, locationOf, nameCode, nameColumn } from './cell-jumps.ts'
import type { ShapedFile } from './stopped-files.ts'

/**
 * Counts of a file whose rows name years of their own, as those of a projection do, put against the same cells of the years
 * before and after; at both ends against the two nearest.
 */
export function findYearJumps(contract: Contract, files: readonly ShapedFile[], places: Places): Problem[] {
  const names = contract.key.filter((id) => id !== contract.profile?.wide?.into)
  const at = names.findIndex((id) => contract.columns[id]?.type.kind === 'year')
  if (at < 0 || contract.frequency !== 'occasional') return []
  return files.flatMap((file) => {
    const grid = file.shape?.counts
    return grid ? findJumps({ contract, places, file, grid }, at) : []
  })
}

function findJumps(compared: Grid, at: number): Problem[] {
  const { contract, places, grid, file } = compared
  return Object.entries(grid.records).flatMap(([key, { row, counts, in: part }]) => {
    const near = neighboursOf(key, at, grid)
    return counts.flatMap((value, index) => {
      const others = near.flatMap((other) => grid.records[other]?.counts[index] ?? [])
      if (value === null || others.length < 2 || !isFarFrom(value, others)) return []
      const names = key.split(' ').map((code) => nameCode(code, contract, places))
      const name = { zh: names.map(({ zh }) => zh).join('·'), en: names.map(({ en }) => en).join(', ') }
      const params = { period: file.period, key, name, tableRow: name, before: others.join(' | ') }
      const where = { ...locationOf(compared), ...part, row, columnName: nameColumn(index, compared).zh }
      return [createProblem('cell-jump-years', where, { found: String(value), expected: String(others[0]), params })]
    })
  })
}

function neighboursOf(key: string, at: number, grid: Grid['grid']): string[] {
  const parts = key.split(' ')
  const year = Number(parts[at])
  const keyOf = (by: number) => parts.map((part, index) => (index === at ? String(year + by) : part)).join(' ')
  const isThere = (by: number) => grid.records[keyOf(by)] !== undefined
  const sides = [-1, 1].filter(isThere)
  return (sides.length === 2 ? sides : [-2, -1, 1, 2].filter(isThere)).map(keyOf)
}
