import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import { removeRows } from '../../read/sheet-layout.ts'
import { chooseMissingNote, collectOwnMarks } from '../values/missing.ts'
import { normalise } from '../values/normalise-cell.ts'
import { findUnitPower } from '../values/quantity.ts'
import { findOwnUnit, isCounted } from './column-unit.ts'
import type { Match } from './match-headers.ts'

interface HeaderContext {
  contract: Contract
  match: Match
  /** The value of a text in the column at that index; undefined where the column does not take it. */
  valueAt: (index: number, text: string) => Value | undefined
}

/**
 * Rows with words where numbers belong are no data: units below the header, the header in another language, the header
 * of a second table. Each is reported once, instead of cell by cell.
 */
export function rejectHeaderRows(sheet: Sheet, context: HeaderContext): { sheet: Sheet; problems: Problem[] } {
  const { contract, match } = context
  const bound = match.bindings.filter(({ id }) => isCounted(contract.columns[id]))
  const value = contract.profile?.wide?.value ?? ''
  const numeric: NumericCell[] = [...bound, ...match.wide.map((cell) => ({ ...cell, id: value }))]
  const problems: Problem[] = []
  const refused = new Set<number>()
  const isHeader = makeHeaderChecker(numeric, context)
  for (const [index, line] of sheet.rows.entries()) {
    if (!isHeader(line)) continue
    // Only what precedes all data belongs to the header; further down another table begins.
    if (refused.size === index) {
      refused.add(line.row)
      problems.push(rejectTop(sheet, line, { contract, numeric }))
      continue
    }
    const first = findTitleAbove(sheet.rows[index - 1], line)
    for (const { row } of sheet.rows) if (row >= first.row) refused.add(row)
    problems.push(rejectFurther(sheet, first, contract.id))
    break
  }
  return { sheet: refused.size > 0 ? removeRows(sheet, (row) => refused.has(row)) : sheet, problems }
}

interface NumericCell {
  id: string
  index: number
  header: string
}

/** Words in each filled cell that should hold a number, in most such cells, and no place or code that names a row. */
function makeHeaderChecker(
  numeric: readonly NumericCell[],
  { contract, match, valueAt }: HeaderContext,
): (row: SheetRow) => boolean {
  const own = collectOwnMarks(contract)
  const names = match.bindings.filter(({ id }) => contract.columns[id]?.type.kind !== 'text')
  const isWord = (received: string, id: string) => {
    const { text } = normalise(received)
    const column = contract.columns[id]
    return WORD.test(text) && column !== undefined && chooseMissingNote(text, column, own) === null
  }
  return ({ cells }) => {
    const filled = numeric.filter(({ index }) => (cells[index] ?? '').trim() !== '')
    if (filled.length < 2 || filled.length < numeric.length / 2) return false
    if (!filled.every(({ id, index }) => isWord(cells[index] ?? '', id))) return false
    return !names.some(({ index }) => (valueAt(index, cells[index] ?? '') ?? null) !== null)
  }
}

/** Begins with a letter, a bracket before it or a sign of its own: neither `约200` nor `#REF!` nor `***`. */
const WORD = /^(?![约近超逾]?[-+]?\d|(约|近|超|逾|不足)\s*\d)[(（【[]?[\p{L}%‰℃]/u

function findTitleAbove(above: SheetRow | undefined, line: SheetRow): SheetRow {
  return above && above.cells.filter((cell) => cell.trim() !== '').length === 1 ? above : line
}

function rejectTop(
  sheet: Sheet,
  { row, cells }: SheetRow,
  { contract, numeric }: { contract: Contract; numeric: readonly NumericCell[] },
): Problem {
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row }
  const found = cells.filter((cell) => cell.trim() !== '').join(' | ')
  const units = numeric
    .map((cell) => ({ ...cell, unit: normalise(cells[cell.index] ?? '').text.replace(/^\(|\)$/g, '') }))
    .filter(({ unit }) => unit !== '')
  const isUnits = units.every(({ id, unit }) => {
    const column = contract.columns[id]
    return column !== undefined && findUnitPower(unit, findOwnUnit(column)) !== null
  })
  const [first] = units
  if (!isUnits || !first) return createProblem('header-second', at, { found })
  return createProblem('header-unit-row', at, { found, params: { example: `${first.header}（${first.unit}）` } })
}

function rejectFurther(sheet: Sheet, { row, cells }: SheetRow, dataset: string): Problem {
  const found = cells.filter((cell) => cell.trim() !== '').join(' ')
  return createProblem('sheet-second-table', { dataset, file: sheet.file, sheet: sheet.sheet, row }, { found })
}
