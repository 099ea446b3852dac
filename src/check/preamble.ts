import type { Contract } from '../datasets/contract.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import { HEADER_ROWS_SEARCHED } from '../read/limits.ts'
import type { Sheet } from '../read/sheet.ts'
import { isCounted, ownUnit } from './column-unit.ts'
import type { Match } from './headers.ts'
import { matchHeaders } from './headers.ts'
import { statedUnits } from './units.ts'
import { partScale, unitPower } from './values/quantity.ts'

/**
 * The reader takes the first full row for the header without knowing the contract. Where that row misses columns and a
 * row below has them all, that one is the header.
 */
export function findHeaderBelow(contract: Contract, sheet: Sheet): Sheet {
  const { skipRows, headerRows } = contract.profile ?? {}
  if (skipRows !== undefined || (headerRows ?? 1) > 1 || isMatched(contract, sheet)) return sheet
  for (const [index, { row, cells }] of sheet.rows.slice(0, HEADER_ROWS_SEARCHED).entries()) {
    const headers = cells.map((cell) => cell.trim())
    if (isMatched(contract, { ...sheet, headers, headerRow: row })) return withHeaderAt(sheet, index, headers)
  }
  return sheet
}

/** The sheet with that record as its header, and what stood above it as titles. */
function withHeaderAt(sheet: Sheet, index: number, headers: string[]): Sheet {
  const before = [{ row: sheet.headerRow, cells: sheet.headers }, ...sheet.rows.slice(0, index)]
  return {
    ...sheet,
    headers,
    headerRow: sheet.rows[index]?.row ?? sheet.headerRow,
    rows: sheet.rows.slice(index + 1).map((line) => ({ ...line, record: line.record - index - 1 })),
    preamble: [...(sheet.preamble ?? []), ...before.map(({ cells }) => cells.join(' '))],
    above: [...(sheet.above ?? []), ...before],
  }
}

/** A sign at the head of a value means something else to YAML. */
function quoted(unit: string): string {
  return /^[\p{L}]/u.test(unit) ? unit : `"${unit}"`
}

function isMatched(contract: Contract, sheet: Sheet): boolean {
  return !matchHeaders(contract, sheet).problems.some((one) => one.rule.startsWith('header-missing'))
}

/** 个 counts whatever there is and multiplies nothing: 单位：个 above a table of 家 and 处 is no contradiction. */
const ANYTHING = '个'

/**
 * `单位：万人` above or below a table scales nothing by itself: it is said in the profile which columns it is about. A unit
 * that no column counts in is not passed over either, unless each column says its own.
 */
export function judgePreamble(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const value = contract.profile?.wide?.value
  const wide = value === undefined ? [] : match.wide.slice(0, 1).map((one) => ({ ...one, id: value }))
  const columns = [...match.bindings, ...wide].flatMap((one) => {
    const column = contract.columns[one.id]
    const isDeclared = contract.profile?.units?.[one.id] !== undefined
    return column && isCounted(column) ? [{ ...one, own: ownUnit(column), isDeclared }] : []
  })
  const stated = statedUnits([...(sheet.preamble ?? []), ...(sheet.footnotes ?? [])], (unit) =>
    columns.some(({ own }) => unitPower(unit, own) !== null),
  )
  const place = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  return stated.flatMap((unit) => {
    if (unit === ANYTHING) return []
    const answering = columns.filter(({ own }) => unitPower(unit, own) !== null)
    if (answering.length > 0) {
      const touched = answering.filter((one) => unitPower(unit, one.own) !== 0 && one.power === 0 && !one.isDeclared)
      return touched.map(({ id, index, header, own }) => {
        const at = { ...place, column: index + 1, columnName: header }
        return raise('unit-undeclared', at, { found: unit, expected: own ?? null, params: { unit, id } })
      })
    }
    // 单位：万元、%: what another unit of the same line is about needs no word about this one.
    const isAnswered = ({ own }: { own: string | undefined }) => stated.some((one) => unitPower(one, own) !== null)
    const open = columns.filter((one) => !one.isDeclared && !one.isSaid && !isAnswered(one))
    // A column without a unit of its own may be the one that is counted so.
    const isHomeless = partScale(unit).power === 0 && open.some(({ own }) => own === undefined)
    if (open.length === 0 || isHomeless) return []
    const units = open.map(({ id, own }) => `${id}: ${quoted(own ?? '')}`).join(', ')
    const expected = [...new Set(open.map(({ own }) => own ?? ''))].join(' | ')
    return [raise('unit-unknown', place, { found: unit, expected, params: { unit, units: `units: {${units}}` } })]
  })
}
