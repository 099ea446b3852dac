import type { DataTable } from '../charts/figure.ts'
import type { Cell, Status } from '../contracts/table.ts'
import { chooseEndSign, formatCount, formatNumber } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { describeMissing, describeStatus } from '../text/status.ts'
import { t } from '../text/ui.ts'
import { describeUnit, nameOfUnit, type Unit } from '../text/units.ts'

/** A table as the page prints it; the first column heads the rows. */
interface PrintedTable {
  head: { text: string; isNumeric: boolean }[]
  rows: string[][]
}

type Entry = LocalText | string | Cell

/** Where a printed row holds a column of the data. */
interface PrintedColumn {
  /** Of the row's cells. */
  cell: number
  /** Of the cell with the mark of its status, where the row has one. */
  status: number | null
  /** The status of all its values, which its heading says. */
  shared: Status | null
}

/** Of each column of the data, where `printTable` puts it. */
export function placeColumns(data: DataTable): PrintedColumn[] {
  const { beside, isOfRow, ofColumn } = marksOf(data)
  const width = data.columns.length
  return data.columns.map((_, index) => {
    const cell = index + [...beside].filter((other) => other < index).length
    const own = beside.has(index) ? cell + 1 : null
    return { cell, status: isOfRow ? width : own, shared: ofColumn[index] ?? null }
  })
}

/**
 * The table in words. A number is alone in its cell, so that it stays a number where it is pasted: its mark
 * (`[预测]`) is in the heading where it holds for the whole column, else in a column of its own, which names the numbers that
 * it is about unless it is about all numbers of its row.
 */
export function printTable(data: DataTable, lang: Lang): PrintedTable {
  const units = new Set(data.columns.flatMap((column) => (column.unit ? [nameOfUnit(column.unit)] : [])))
  const marks = marksOf(data)
  const isNumeric = data.columns.map((_, index) => data.rows.some((row) => isCell(row[index])))
  const status = { text: t(lang, 'status'), isNumeric: false }
  const head = data.columns.flatMap((column, index) => {
    const shared = marks.ofColumn[index]
    const mark = shared === undefined ? '' : ` ${describeStatus(shared)[lang]}`
    const unit = units.size > 1 ? describeUnitRemark(column.unit, lang) : ''
    const own = { text: `${column.label[lang]}${unit}${mark}`, isNumeric: isNumeric[index] ?? false }
    return marks.beside.has(index) ? [own, { text: nameStatus(column.label, lang), isNumeric: false }] : [own]
  })
  const rows = data.rows.map((row) => {
    const cells = data.columns.flatMap((column, index) => {
      const text = printEntry(row[index] ?? '', column.decimals, lang)
      return marks.beside.has(index) ? [text, markOf(row[index], lang)] : [text]
    })
    return marks.isOfRow ? [...cells, row.map((entry) => markOf(entry, lang)).find((mark) => mark !== '') ?? ''] : cells
  })
  return { head: marks.isOfRow ? [...head, status] : head, rows }
}

/** 状态：满意率. The formula in brackets is left to the heading of the numbers. */
function nameStatus(label: LocalText, lang: Lang): string {
  const [name = ''] = label[lang].split(/\s*[（(]/)
  return `${t(lang, 'status')}${lang === 'zh' ? '：' : ': '}${name}`
}

interface Marks {
  /** The status that all numbers of a column have. */
  ofColumn: (Status | undefined)[]
  /** True where the numbers of each row have one status: one column shows it. */
  isOfRow: boolean
  /** Columns that have theirs beside them. */
  beside: Set<number>
}

function marksOf(data: DataTable): Marks {
  const statuses = data.columns.map((_, index) => data.rows.flatMap((row) => statusOf(row[index]) ?? []))
  const ofColumn = statuses.map((own) => (new Set(own).size === 1 && own[0] !== 'final' ? own[0] : undefined))
  const mixed = statuses.flatMap((own, index) =>
    own.some((candidate) => candidate !== 'final') && !ofColumn[index] ? [index] : [],
  )
  const isOfRow =
    mixed.length > 0 && data.rows.every((row) => new Set(row.flatMap((entry) => statusOf(entry) ?? [])).size < 2)
  return { ofColumn, isOfRow, beside: new Set(isOfRow ? [] : mixed) }
}

function isCell(entry: Entry | undefined): entry is Cell {
  return typeof entry === 'object' && 'status' in entry
}

/** The status of a number; null where there is none, and a word gives the reason. */
function statusOf(entry: Entry | undefined): Status | null {
  if (!isCell(entry) || entry.value === null) return null
  // Its sign is before the number.
  return chooseEndSign(entry) === '' ? entry.status : 'final'
}

function markOf(entry: Entry | undefined, lang: Lang): string {
  const status = statusOf(entry)
  return status === null ? '' : describeStatus(status)[lang]
}

function printEntry(entry: Entry, decimals: number | undefined, lang: Lang): string {
  if (typeof entry === 'string') return entry
  if (!isCell(entry)) return entry[lang]
  if (entry.value === null) return describeMissing(entry)[lang]
  const number = decimals === undefined ? formatCount(entry.value, lang) : formatNumber(entry.value, decimals)
  return chooseEndSign(entry) + number
}

function describeUnitRemark(unit: Unit | undefined, lang: Lang): string {
  if (!unit) return ''
  return lang === 'zh' ? `（${describeUnit(unit).zh}）` : ` (${describeUnit(unit).en})`
}
