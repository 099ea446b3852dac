import type { Places } from '../codes/places.ts'
import { canHold } from '../contracts/conditions.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { listPublishedItems, mapMergedCodes } from '../contracts/published-items.ts'
import { type Dialect, nameCell, nameDimension, quoteText } from './sql-text.ts'

/** One dimension of a table in SQL. */
export interface SqlDimension {
  /** Name in the result. */
  name: string
  /** Its value in a checked row; a blank is ''. */
  value: string
  /** Levels that a place counts for; null where it is no place with levels. */
  levels: readonly string[] | null
  /** A relation that has every code of a period as `name`; null where the dimension is open. */
  domain: string | null
}

/** The dimensions of a table, as `tabulate` has them. */
export function listDimensions(
  spec: TableSpec,
  { contract, places, dialect }: { contract: Contract; places: Places; dialect: Dialect },
): SqlDimension[] {
  const quote = (text: string) => quoteText(text, dialect)
  return spec.dimensions.map(({ column, levels }): SqlDimension => {
    const [name, cell, declared] = [nameDimension(column), nameCell(column), contract.columns[column]]
    if (declared?.type.kind === 'place' && levels) {
      const out = places.all.filter(({ code, level }) => levels.includes(level) && !canHold(spec.where, column, code))
      const left = out.length === 0 ? '' : ` and code not in (${out.map(({ code }) => quote(code)).join(', ')})`
      const domain = `(select code as ${name}, from_day, to_day from places where level in (${levels.map(quote).join(', ')})${left})`
      return { name, value: `coalesce(${cell}, '')`, levels, domain }
    }
    const merged = [...mapMergedCodes(declared)]
    const cases = merged.map(([part, whole]) => `when ${quote(part)} then ${quote(whole)}`).join(' ')
    const value = cases === '' ? `coalesce(${cell}, '')` : `case ${cell} ${cases} else coalesce(${cell}, '') end`
    const codes = listPublishedItems(declared).filter(({ code }) => canHold(spec.where, column, code))
    if (declared?.type.kind !== 'list' || codes.length === 0) return { name, value, levels: null, domain: null }
    const rows = codes.map(({ code }) => `(${quote(code)})`).join(', ')
    return { name, value, levels: null, domain: `(select * from (values ${rows}) as v(${name}))` }
  })
}
