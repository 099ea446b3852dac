import type { Column } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import { nameOfUnit } from '../../text/units.ts'
import { findUnitPower } from '../values/quantity.ts'
import { isUnit, listUnitsIn } from './header-units.ts'
import type { Author } from './spellings.ts'

/** The power of ten of a column's cells, whether a unit is stated anywhere, and what is wrong with it. */
interface ColumnUnit {
  power: number
  hasStatedUnit: boolean
  problems: Problem[]
}

interface Said {
  header: string
  /** The unit after the header's name; null where the whole header is a spelling. */
  unit: string | null
  by: Author
  /** The unit that the profile states. */
  declared: string | undefined
}

/**
 * The unit of one column: what the profile states, and what the header prints in whatever brackets. Both may state it,
 * and then they must agree. In a spelling taken as a whole, brackets hold a unit only where they name a unit: 不含家庭 is a
 * remark.
 */
export function unitOf(column: Column, said: Said, at: Partial<Location>): ColumnUnit {
  const own = findOwnUnit(column)
  if (!isCounted(column)) return { power: 0, hasStatedUnit: false, problems: [] }
  const printed = printedOf(said, own)
  const units = said.declared === undefined ? printed : [said.declared]
  const powers = new Set(units.map((unit) => findUnitPower(unit, own)))
  const unit = units.join(' | ')
  if (powers.has(null) || powers.size > 1) {
    const problems = [createProblem('unit-other', at, { expected: own ?? null, params: { unit } })]
    return { power: 0, hasStatedUnit: true, problems }
  }
  const power = [...powers][0] ?? 0
  const other = printed.find((unit) => ![null, power].includes(findUnitPower(unit, own)))
  if (other !== undefined) {
    const params = { unit: other, declared: said.declared ?? '' }
    return {
      power,
      hasStatedUnit: true,
      problems: [createProblem('unit-contradiction', at, { found: said.header, params })],
    }
  }
  const note = power === 0 ? [] : [createProblem('unit-scaled', at, { params: { unit, to: own ?? '', power } })]
  return { power, hasStatedUnit: units.length > 0, problems: note }
}

/** Columns whose cells are numbers of a unit. */
export function isCounted(column: Column | undefined): boolean {
  return column !== undefined && ['integer', 'number', 'percent'].includes(column.type.kind)
}

export function findOwnUnit(column: Column): string | undefined {
  if (column.type.kind === 'percent') return '%'
  return column.unit === undefined ? undefined : nameOfUnit(column.unit)
}

function printedOf({ header, unit, by }: Said, own: string | undefined): string[] {
  if (unit !== null) return [unit]
  const units = listUnitsIn(header)
  // The words of a contract were weighed by whoever wrote it.
  const isMeant = (unit: string) => findUnitPower(unit, own) !== null || (by === 'profile' && isUnit(unit))
  return units.filter(isMeant)
}
