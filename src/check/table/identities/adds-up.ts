import type { Places } from '../../../codes/places.ts'
import type { Table, TableRow } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { isEqual, subtract, sumExactly } from '../../../text/decimal.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, nameOfMeasure } from './identity.ts'

/**
 * The places below add up to the place above. Without a list of places the codes decide: 990101003 lies in 990101, and
 * 990101 in 990100.
 */
export function checkAddsUp(identity: IdentityOf<'adds-up'>, table: Table, context: IdentityContext): Problem[] {
  const dimension = context.spec.dimensions.find(
    ({ column }) => context.contract.columns[column]?.type.kind === 'place',
  )
  if (!dimension) return []
  const families = familiesOf(table.rows, dimension.column, context.places)
  const problems: Problem[] = []
  for (const { above, below } of families) {
    for (const measure of identity.measures) {
      const found = findMeasuredValue(above, measure)
      const parts = below.flatMap((row) => findMeasuredValue(row, measure) ?? [])
      if (found === null || parts.length < below.length) continue
      context.countTried?.(table)
      const sum = sumExactly(parts)
      if (isEqual(sum, found)) continue
      const params = {
        measure: nameOfMeasure(context.spec, measure),
        sum: `${parts.join(' + ')} = ${sum}`,
        difference: subtract(sum, found),
      }
      problems.push(
        createIdentityProblem(
          { rule: 'table-adds-up', table, key: above.key, measure, found, expected: sum, params },
          context,
        ),
      )
    }
  }
  return problems
}

/** A row and the rows of the places directly below it, with the same other dimensions. */
interface Family {
  above: TableRow
  below: TableRow[]
}

function familiesOf(rows: readonly TableRow[], place: string, places: Places | undefined): Family[] {
  const byRest = new Map<string, TableRow[]>()
  for (const row of rows) {
    const rest = Object.entries(row.key)
      .filter(([id]) => id !== place)
      .map(([, code]) => code)
      .join('\t')
    byRest.set(rest, [...(byRest.get(rest) ?? []), row])
  }
  return [...byRest.values()].flatMap((group) => familiesOfGroup(group, place, places))
}

function familiesOfGroup(rows: readonly TableRow[], place: string, places: Places | undefined): Family[] {
  const byCode = new Map(rows.map((row) => [row.key[place] ?? '', row]))
  const below = new Map<string, TableRow[]>()
  for (const [code, row] of byCode) {
    const parent = parentOf(code, byCode, places)
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), row])
  }
  return [...below].flatMap(([code, children]) => {
    const above = byCode.get(code)
    return above ? [{ above, below: children }] : []
  })
}

/** The place of the table that this one lies in: by the portal's list of places, or else by the code itself. */
function parentOf(code: string, codes: ReadonlyMap<string, unknown>, places: Places | undefined): string | null {
  const parents = places?.get(code) ? places.listChain(code).map((place) => place.code) : listCodesAbove(code)
  return parents.find((parent) => parent !== code && codes.has(parent)) ?? null
}

function listCodesAbove(code: string): string[] {
  return [code.slice(0, 9), code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
}
