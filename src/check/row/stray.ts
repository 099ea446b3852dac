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
 * the word 平均 where cells that every record has are blank. Reported once, instead of each blank cell.
 */
export function findStrayCell(
  { cells, row }: SheetRow,
  columns: readonly (readonly StrayCell[])[],
  { contract, lastFilled }: { contract: Contract; lastFilled: number },
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
  // A mean of counts that has the name of a record would be published as a record.
  const isMean = MEAN.test(text) && contract.key.includes(own?.id ?? '') && hasCounts(contract)
  if (!isAlone) return blanks > 0 || isMean ? first : null
  const isValue = own?.check(text, undefined).is === 'value' && contract.columns[own.id]?.type.kind !== 'text'
  if (isValue) return null
  // Where every value is optional, only its words and its place below the table distinguish a note from a record.
  const isBelow = lastFilled > 0 && row > lastFilled
  const isNote = blanks === 0 && all.length > 1 && (isBelow || NOTE.test(text) || text.length > NAME_LENGTH_MAX)
  return blanks > 1 || isNote ? first : null
}

/** True for words of rows that are made of others and sum nothing: 平均, 同比. */
export function isSummary(text: string): boolean {
  const label = text.trim()
  return SUMMARY.test(label) || MEAN.test(label)
}

/** Row of the last record with more than one filled cell: what follows it is no part of the table. 0 where there is none. */
export function findLastFilled(rows: readonly SheetRow[]): number {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const { cells = [], row = 0 } = rows[index] ?? {}
    if (cells.filter((cell) => cell.trim() !== '').length > 1) return row
  }
  return 0
}

/** A name that is longer is a sentence. */
const NAME_LENGTH_MAX = 30
/** Remarks begin with a mark, a numbering or words of their own, and hold the punctuation of prose. */
const NOTE =
  /^[（(【[*※#＊]|[。；，：]|^(注|说明|备注|附注|数据|资料|来源|统计|单位|截[至止]|以[上下]|本[表页])|^(\d{1,2}[.、)）]|[一二三四五六七八九十]{1,3}[、.])|(空白|无正文)[）)】]?$/u

function hasCounts({ columns }: Contract): boolean {
  return Object.values(columns).some((column) => column.privacy === 'count')
}

const MEAN = /^(全?[省市州县区旗镇乡]|各[省市州县区旗镇乡]|各(单位|部门))?(平均[值数]?|均值)$/u
/** Figures that are made of the rows and are no sums of them. */
const SUMMARY =
  /^.{0,6}(平均|平均值|平均数|均值|同比|环比|增幅|增速|占比|比重|上年同期|去年同期)(\([^()]*\)|（[^（）]*）)?$/u
