import type { Places } from '../../../src/codes/places.ts'
import type { CodeItem, Column, Contract } from '../../../src/contracts/contract.ts'
import type { Value } from '../../../src/contracts/row.ts'
import { nameOfUnit } from '../../../src/text/units.ts'
import type { Values } from './repair.ts'

/** A cell as a file writes it: a number, or text. */
export type SampleCell = string | number

/** The rows of a file: those above the header, the header rows, the data. */
export interface SampleSheet {
  name: string
  delimiter: string
  above: SampleCell[][]
  headers: string[][]
  rows: SampleCell[][]
}

/** The file that a department would send, in the layout of the contract's profile. */
export function layOut(contract: Contract, rows: readonly Values[], places: Places): SampleSheet {
  const { profile = {}, title, columns } = contract
  const { wide, constants = {}, skipRows = 0, headerRows = 1 } = profile
  const own = Object.keys(columns).filter(
    (id) => constants[id] === undefined && id !== wide?.into && id !== wide?.value,
  )
  const plain = own.map((id) => ({
    header: headerOf(id, contract),
    makeCell: (row: Values) => cellOf(row[id] ?? null, id, contract, places),
  }))
  const headers = plain.map(({ header }) => header)
  const sheet = { name: profile.sheet ?? title.zh, delimiter: profile.delimiter ?? ',' }
  const above = Array.from({ length: skipRows }, (_, index): SampleCell[] => (index === 0 ? [title.zh] : ['']))
  const stackHeaders = (all: readonly string[]) => stack(all, headerRows)
  if (!wide) {
    return {
      ...sheet,
      above,
      headers: stackHeaders(headers),
      rows: rows.map((row) => plain.map(({ makeCell }) => makeCell(row))),
    }
  }
  const groups = Map.groupBy(rows, (row) => own.map((id) => String(row[id] ?? '')).join('\t'))
  const long = [...groups.values()].map((group) => {
    const [first] = group
    const byCode = new Map(group.map((row) => [row[wide.into], row[wide.value] ?? null]))
    const cells = Object.values(wide.headers).map((code) => byCode.get(code) ?? null)
    const total = cells.reduce<number>((sum, value) => sum + Number(value ?? 0), 0)
    return [
      ...plain.map(({ makeCell }) => (first ? makeCell(first) : '')),
      ...cells.map((value) => cellOf(value, wide.value, contract, places)),
      ...(wide.total === undefined ? [] : [total]),
    ]
  })
  const all = [...headers, ...Object.keys(wide.headers), ...(wide.total === undefined ? [] : [wide.total])]
  return { ...sheet, above, headers: stackHeaders(all), rows: long }
}

/** `A|B` of two header rows is A above B. */
function stack(headers: readonly string[], count: number): string[][] {
  if (count === 1) return [[...headers]]
  return Array.from({ length: count }, (_, level) =>
    headers.map((header) => {
      const parts = header.split('|')
      return parts[level - (count - parts.length)] ?? (level === count - 1 ? header : '')
    }),
  )
}

function headerOf(id: string, { columns, profile }: Contract): string {
  return profile?.columns?.[id] ?? columns[id]?.names.zh ?? id
}

function cellOf(value: Value, id: string, { columns, profile }: Contract, places: Places): SampleCell {
  const column = columns[id]
  if (!column || value === null) return ''
  if (typeof value === 'number') return scale(value, column, profile?.units?.[id])
  const { type } = column
  if (type.kind === 'list') return spellingOf(type.items.find(({ code }) => code === value)) ?? value
  if (type.kind === 'yes-no') return value === 'yes' ? '是' : '否'
  if (type.kind !== 'place' || column.names.zh.includes('代码')) return value
  const name = places.get(value)?.names.zh
  // A name that two places have had does not say which.
  return name !== undefined && places.find(name).length === 1 ? name : value
}

/** The Chinese name, or what else a file may hold, if the name has characters of which the check makes a note. */
function spellingOf(item: CodeItem | undefined): string | undefined {
  const spellings = item ? [item.zh, ...(item.also ?? []), item.code] : []
  return spellings.find((text) => text.normalize('NFKC') === text)
}

/** In the unit that the profile says the file prints. */
function scale(value: number, { unit }: Column, printed: string | undefined): number {
  if (printed === undefined || unit === undefined) return value
  const times = SCALES[printed.replace(nameOfUnit(unit), '')] ?? 1
  return value / times
}

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 百万: 1_000_000, 亿: 100_000_000 }
