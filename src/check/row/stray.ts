import type { Contract } from '../../contracts/contract.ts'
import type { SheetRow } from '../../read/sheet.ts'
import type { ParseResult } from '../values/parse-result.ts'
import type { ValueChecker } from './value-checker.ts'

interface StrayCell {
  id: string
  index: number
  check: ValueChecker
}

/** True for a text in a column of places that is no place: a note, a page number, a sum. */
export function isStray(result: ParseResult): boolean {
  return result.is === 'refused' && result.rule === 'place-none'
}

/**
 * Index of the one cell by which a row shows that it is no record: the name of a group or a remark alone in its row, or
 * the word 平均 where cells that every record has are blank. Told once, instead of each blank cell.
 */
export function strayCell(
  { cells }: SheetRow,
  columns: readonly (readonly StrayCell[])[],
  contract: Contract,
): number | null {
  const first = cells.findIndex((text) => text.trim() !== '')
  const text = (cells[first] ?? '').trim()
  const isAlone = first !== -1 && cells.findIndex((cell, index) => index > first && cell.trim() !== '') === -1
  if (!isAlone && !SUMMARY.test(text)) return null
  const isBlank = ({ id, index }: StrayCell) => {
    const column = contract.columns[id]
    return !column?.optional && column?.blank === undefined && (cells[index] ?? '').trim() === ''
  }
  const all = columns.flat()
  const blanks = all.filter(isBlank).length
  const own = all.find((cell) => cell.index === first)
  // A mean of counts that bears the name of a record would be published as one.
  const isMean = MEAN.test(text) && contract.key.includes(own?.id ?? '') && hasCounts(contract)
  if (!isAlone) return blanks > 0 || isMean ? first : null
  const isValue = own?.check(text, undefined).is === 'value' && contract.columns[own.id]?.type.kind !== 'text'
  return blanks > 1 && !isValue ? first : null
}

function hasCounts({ columns }: Contract): boolean {
  return Object.values(columns).some((column) => column.privacy === 'count')
}

const MEAN = /^(全?[省市州县区旗镇乡]|各[省市州县区旗镇乡]|各(单位|部门))?(平均[值数]?|均值)$/u
/** Figures that are made of the rows and are no sums of them. */
const SUMMARY =
  /^.{0,6}(平均|平均值|平均数|均值|同比|环比|增幅|增速|占比|比重|上年同期|去年同期)(\([^()]*\)|（[^（）]*）)?$/u
