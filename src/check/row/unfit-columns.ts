import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet, SheetRow } from '../../read/sheet.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { ValueChecker } from './value-checker.ts'

/** A column of the contract with the cells that were taken for it. */
export interface BoundColumn {
  id: string
  index: number
  header: string
  check: ValueChecker
}

const CELLS_LOOKED_AT = 60
/** With fewer filled cells a column may be wrong by chance. */
const CELLS_MIN = 10
/** Share of cells up to which nothing fits, and from which on all does. */
const UNFIT_MAX = 0.1
const FIT_MIN = 0.9

/**
 * Columns of which hardly a cell fits, while those of another column would: headers that were swapped, cells shifted by one
 * column, dates under a count. The column is reported once as what it is, and not each of its cells.
 */
export function findUnfitColumns(sheet: Sheet, columns: readonly BoundColumn[], contract: Contract): Problem[] {
  return columns.flatMap((column) => {
    const cells = sheet.rows
      .slice(0, CELLS_LOOKED_AT)
      .map((row) => cellOf(row, column.index))
      .filter(({ text }) => text !== '')
    if (cells.length < CELLS_MIN || measureFit(cells, column.check) > UNFIT_MAX) return []
    const others = columns.filter(({ id }) => id !== column.id && contract.columns[id]?.type.kind !== 'text')
    const likely = others.find((other) => measureFit(cells, other.check) >= FIT_MIN)
    const what = likely ? nameOf(contract, likely.id) : describeCells(cells, contract.columns[column.id]?.type.kind)
    if (!what) return []
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: sheet.headerRow }
    const found = cells
      .slice(0, CELLS_SHOWN)
      .map(({ text }) => text)
      .join(' | ')
    const where = { ...at, column: column.index + 1, columnName: column.header }
    return [createProblem('column-other', where, { found, params: { what } })]
  })
}

const CELLS_SHOWN = 4

type ReceivedCell = { text: string; kind: NonNullable<SheetRow['kinds']>[number] | undefined }

function cellOf({ cells, kinds }: SheetRow, index: number): ReceivedCell {
  return { text: (cells[index] ?? '').trim(), kind: kinds?.[index] }
}

function measureFit(cells: readonly ReceivedCell[], check: ValueChecker): number {
  return cells.filter(({ text, kind }) => check(text, kind).is === 'value').length / cells.length
}

function nameOf({ columns }: Contract, id: string): LocalText {
  const names = columns[id]?.names ?? { zh: id, en: id }
  return { zh: `“${names.zh}”的内容`, en: `what belongs to “${names.en}”` }
}

const NUMERIC = new Set(['integer', 'number', 'percent'])
const TIMES = new Set(['date', 'datetime', 'month'])
const DATE = /^\d{4}\s*[-/.年]\s*\d{1,2}/
const NUMBER = /^[-+]?[\d,]+(\.\d+)?%?$/
const WORDS = /^[^\d]*\p{L}[^\d]*$/u

/** Dates or words under a number, plain numbers under a date; null for what is wrong in other ways. */
function describeCells(cells: readonly ReceivedCell[], kind: string | undefined): LocalText | null {
  const isAll = (form: RegExp) => cells.filter(({ text }) => form.test(text)).length >= cells.length * FIT_MIN
  if (NUMERIC.has(kind ?? '') && isAll(DATE)) return { zh: '日期', en: 'dates' }
  // One word in every cell may be a mark of the department for "no value".
  const isVaried = new Set(cells.map(({ text }) => text)).size > 2
  if (NUMERIC.has(kind ?? '') && isVaried && isAll(WORDS)) return { zh: '文字', en: 'words' }
  return TIMES.has(kind ?? '') && isAll(NUMBER) ? { zh: '数', en: 'numbers' } : null
}
