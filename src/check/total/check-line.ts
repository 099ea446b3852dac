import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { SheetRow } from '../../read/sheet.ts'
import { isWithin, sumExactly, tidy, toleranceOfSum } from '../../text/decimal.ts'
import type { Match } from '../header/match-headers.ts'
import { parseNumber } from '../values/number.ts'
import { PlaceNames } from '../values/place-names.ts'
import { decimalsOf } from '../values/shown-decimals.ts'
import type { ChecksumContext } from './checksums.ts'

/**
 * What a line states twice: a place by code and by name, the parts of a wide table and their sum. `rows` is what it
 * made.
 */
export function checkLine(line: SheetRow, rows: readonly Row[], context: ChecksumContext): Problem[] {
  return [...checkNames(line, rows, context), ...checkRowTotal(line, rows, context)]
}

function checkNames(line: SheetRow, rows: readonly Row[], context: ChecksumContext): Problem[] {
  return context.match.twins.flatMap((twin) => {
    const text = (line.cells[twin.index] ?? '').trim()
    const place = context.places.get(String(rows[0]?.values[twin.id] ?? ''))
    if (text === '' || !place || PlaceNames.from(context.places).find(text).places.includes(place)) return []
    const more = { found: text, expected: place.names.zh, params: { code: place.code } }
    return [createProblem('place-name-differs', locationOf(line, twin, context), more)]
  })
}

function checkRowTotal(line: SheetRow, rows: readonly Row[], context: ChecksumContext): Problem[] {
  const { contract, match } = context
  const id = contract.profile?.wide?.value
  const { total } = match
  const text = total === null ? '' : (line.cells[total.index] ?? '').trim()
  if (id === undefined || total === null || text === '') return []
  const at = locationOf(line, total, context)
  const parsed = parseNumber(text)
  if (parsed.is === 'refused') return [createProblem('number-format', at, { found: text, expected: '1234' })]
  const parts = rows.flatMap(({ values }) => (typeof values[id] === 'number' ? [values[id]] : []))
  const stated = tidy(parsed.value * 10 ** total.power)
  const sum = sumExactly(parts)
  const decimals = countDecimalsAcross(line, match, total)
  const isExact = contract.columns[id]?.type.kind === 'integer' && decimals === 0
  const tolerance = isExact ? 0 : toleranceOfSum(parts.length, decimals)
  if (isWithin(sum, stated, tolerance)) return []
  const params = { stated, sum, difference: tidy(stated - sum), tolerance }
  return [createProblem('row-total-mismatch', at, { found: text, expected: String(sum), params })]
}

/** Printed decimals, in the contract's unit, of the coarser of parts and total: each may print a unit of its own. */
function countDecimalsAcross(line: SheetRow, { wide }: Match, total: { index: number; power: number }): number {
  const countDecimals = (index: number) => decimalsOf(line.cells[index] ?? '') ?? 0
  const parts = Math.max(...wide.map(({ index, power }) => countDecimals(index) - power))
  const isMixed = wide.some(({ power }) => power !== total.power)
  return isMixed ? Math.min(parts, countDecimals(total.index) - total.power) : parts
}

function locationOf(line: SheetRow, column: { index: number; header: string }, { contract, sheet }: ChecksumContext) {
  const { file, sheet: name } = sheet
  const { row, record } = line
  return { dataset: contract.id, file, sheet: name, row, record, column: column.index + 1, columnName: column.header }
}
