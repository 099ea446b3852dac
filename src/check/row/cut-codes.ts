import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet } from '../../read/sheet.ts'
import type { BoundColumn } from './unfit-columns.ts'

const CELLS_LOOKED_AT = 200
const CELLS_MIN = 3
/** A code of 16 to 18 digits of which a program has kept 15. */
const CODE = /^\d{16,18}$/
const CUT = /^\d{15}0{1,3}$/

/**
 * Columns of long codes that all end in the zeros that a number of 15 digits leaves, in text too: a Java export wrote them
 * as numbers. One such code may be true; all of a column are not. Two rows whose codes became the same are named.
 */
export function findCutCodes(sheet: Sheet, columns: readonly BoundColumn[], contract: Contract): Problem[] {
  return columns.flatMap(({ id, index, header }) => {
    if (contract.columns[id]?.privacy === 'count') return []
    const codes = sheet.rows.slice(0, CELLS_LOOKED_AT).flatMap(({ row, cells }) => {
      const text = (cells[index] ?? '').trim()
      return CODE.test(text) ? [{ row, text }] : []
    })
    if (codes.length < CELLS_MIN || !codes.every(({ text }) => CUT.test(text))) return []
    const seen = new Map<string, number>()
    let twin: { row: number; earlier: number } | null = null
    for (const { row, text } of codes) {
      const earlier = seen.get(text)
      if (earlier !== undefined) twin ??= { row, earlier }
      seen.set(text, row)
    }
    const [first] = codes
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: twin?.row ?? first?.row ?? null }
    const twins = {
      zh: twin ? `第${twin.earlier}行与第${twin.row}行的编号已变成同一个。` : '',
      en: twin ? ` The codes of rows ${twin.earlier} and ${twin.row} have become one.` : '',
    }
    const where = { ...at, column: index + 1, columnName: header }
    return [createProblem('codes-cut', where, { found: first?.text ?? null, params: { twins } })]
  })
}
