import type { Condition, Contract, Measure, TableSpec } from './contract.ts'

type Quantile = Extract<Measure, { quantile: number }>

/** The measure of a table that counts the rows of a quantile or a sum: of the same conditions. Null where there is none. */
export function findCountBeside({ measures }: TableSpec, measure: Measure): string | null {
  const same = JSON.stringify(('where' in measure && measure.where) || null)
  const found = Object.entries(measures).find(
    ([, other]) => 'count' in other && JSON.stringify(other.where ?? null) === same,
  )
  return found?.[0] ?? null
}

/**
 * True where a table says of how many cases its quantile is: it counts the rows of the same conditions, and in each of these rows
 * both times are there.
 */
export function isCounted({ columns, rules = [] }: Contract, spec: TableSpec, measure: Quantile): boolean {
  const isSure = (id: string) => {
    const column = columns[id]
    if (column && !column.optional && !column.absent) return true
    // Cases that are closed must have been accepted: a rule of the rows holds that.
    if (rules.some((rule) => rule.kind === 'requires' && rule.column === id)) return true
    return measure.where?.every((all) => all.some((condition) => hasValueWhere(condition, id))) ?? false
  }
  return findCountBeside(spec, measure) !== null && isSure(measure.between.from) && isSure(measure.between.to)
}

/** True of a condition that no row meets without a value in the column. */
function hasValueWhere(condition: Condition, id: string): boolean {
  if ('notAfter' in condition && condition.notAfter === id) return true
  if (condition.column !== id || 'not' in condition) return false
  return !('present' in condition) || condition.present
}
