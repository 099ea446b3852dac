import type { Contract } from '../../contracts/contract.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import type { CheckContext } from '../context.ts'
import { makeParser } from '../values/index.ts'
import { collectOwnMarks } from '../values/missing.ts'
import { answerOf } from './answer.ts'
import { matchHeaders } from './match-headers.ts'

/** Rows of the other sheet that are looked at. */
const ROWS_LOOKED_AT = 50
/** Share of the cells looked at that the columns above must take. */
const FITS_MIN = 0.8

/**
 * True where a sheet without a header of its own holds records of another sheet: exports of more rows than a sheet may have
 * are cut, and only the first part has the header. Its first row must fit the columns of the first sheet like its others.
 */
export function goesOn(contract: Contract, first: Sheet, other: Sheet, context: CheckContext): boolean {
  if (answerOf(contract, other).matched > 0) return false
  const cells = other.headers.map((header) => header.split('|').at(-1) ?? header)
  const start: SheetRow = { row: other.headerRow, record: 0, cells }
  const checkers = matchHeaders(contract, first).bindings.flatMap(({ id, index }) => {
    const column = contract.columns[id]
    // A text fits any column, and says nothing.
    if (!column || column.type.kind === 'text') return []
    const settings = { places: context.places, day: '9999-12-31', ownPeriod: null, power: 0, isKey: false }
    const form = { missing: collectOwnMarks(contract), dayFirst: contract.profile?.dayFirst ?? false }
    const check = makeParser(column, { ...settings, ...form, date1904: other.date1904 })
    return [{ index, check }]
  })
  const measureFit = (rows: readonly SheetRow[]) => {
    const filled = rows.flatMap(({ cells, kinds }) =>
      checkers.flatMap(({ index, check }) => {
        const text = cells[index] ?? ''
        return text.trim() === '' ? [] : [check(text, kinds?.[index]).is === 'value']
      }),
    )
    return filled.length === 0 ? 0 : filled.filter((fits) => fits).length / filled.length
  }
  return measureFit([start]) >= FITS_MIN && measureFit([start, ...other.rows.slice(0, ROWS_LOOKED_AT)]) >= FITS_MIN
}
