import { utils, type WorkSheet, write } from '@e965/xlsx'
import { check } from '../../src/check/index.ts'
import type { Column, Contract, Profile } from '../../src/contracts/contract.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'
import { UNPACKED_BYTES_MAX } from '../../src/read/limits.ts'
import { checkText, contractOf, makeColumn, PLACES } from '../check/small.ts'
import { zipOf } from '../read/handmade-zip.ts'

/** What became of one case: everything that was found, and whether its data were used. */
export interface QuirkResult {
  problems: readonly Problem[]
  used: boolean
}

export type QuirkCase = () => QuirkResult | Promise<QuirkResult>
/** Cases by the id of their quirk. */
export type QuirkCases = Record<string, readonly QuirkCase[]>

const encodeUtf8 = (text: string) => new TextEncoder().encode(text)
export const parseHex = (text: string) =>
  Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))

/** A table of three columns that any of the cases may be about. */
export const BEDS = contractOf(
  {
    place: makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
    beds: makeColumn({ kind: 'number' }, '床位', { privacy: 'count', unit: '张' }),
    note: makeColumn({ kind: 'text' }, '备注', { optional: true, absent: true }),
  },
  { key: ['place'] },
)

/** Bytes read and checked as the file of October 2026. */
export function fromBytes(bytes: Uint8Array, contract: Contract = BEDS): QuirkResult {
  const { sheets, problems } = read(bytes, 'raw/small/2026-10.csv', contract.profile)
  if (sheets.length === 0) return { problems, used: false }
  const checked = check(contract, sheets, { period: '2026-10', places: PLACES })
  return { problems: [...problems, ...checked.problems], used: checked.rowsUsed > 0 && checked.rowsRefused === 0 }
}

export const fromText = (text: string, contract: Contract = BEDS) => fromBytes(encodeUtf8(text), contract)

/** One text in a column of one type. */
export function fromCell(
  type: Column['type'],
  text: string,
  more: Partial<Column> & { key?: boolean; profile?: Profile } = {},
): QuirkResult {
  const { key = false, profile = {}, ...own } = more
  const columns = { x: makeColumn(type, '甲', own), y: makeColumn({ kind: 'text' }, '乙', { optional: true }) }
  const { all, rowsUsed } = checkText(contractOf(columns, { key: key ? ['x'] : [], profile }), `甲,乙\n"${text}",1\n`)
  return { problems: all, used: rowsUsed > 0 }
}

interface BookMore {
  contract?: Contract
  profile?: Profile
  name?: string
  /** Further sheets by their names. */
  others?: Record<string, (string | number)[][]>
  hiddenSheet?: boolean
  author?: string
  date1904?: boolean
}

/** A workbook of one table, changed as a department would. */
export function fromBook(change: (sheet: WorkSheet) => void, more: BookMore = {}): QuirkResult {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([
    ['地区', '床位', '备注'],
    ['锦北区', 2, '甲'],
    ['栖云区', 3, '甲'],
  ])
  change(sheet)
  utils.book_append_sheet(book, sheet, more.name ?? '小表')
  for (const [name, rows] of Object.entries(more.others ?? {})) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  }
  if (more.hiddenSheet) {
    utils.book_append_sheet(book, utils.aoa_to_sheet([['地区'], ['锦北区']]), '底稿')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  }
  if (more.date1904) book.Workbook = { WBProps: { date1904: true } }
  if (more.author !== undefined) book.Props = { Author: more.author }
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', cellStyles: true }))
  return fromBytes(bytes, { ...(more.contract ?? BEDS), ...(more.profile ? { profile: more.profile } : {}) })
}

/** A workbook whose archive makes more than the limit allows. */
export function fromBomb(): QuirkResult {
  const part = new Uint8Array(1_000_000)
  const sheets = Array.from({ length: UNPACKED_BYTES_MAX / part.length + 1 }, (_, index) => ({
    name: `xl/s${index}.xml`,
    content: part,
  }))
  return fromBytes(zipOf([{ name: 'xl/workbook.xml', content: encodeUtf8('<workbook/>') }, ...sheets], { stated: 0 }))
}

/** A workbook that lists no sheet at all. */
export function fromBookWithoutSheet(): QuirkResult {
  const schemas = 'http://schemas.openxmlformats.org'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  const override = `<Override PartName="/xl/workbook.xml" ContentType="${type}"/>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types">${override}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${schemas}/spreadsheetml/2006/main"><sheets/></workbook>`,
  }
  return fromBytes(zipOf(Object.entries(parts).map(([name, xml]) => ({ name, content: encodeUtf8(xml) }))))
}

export function fromArchive(): QuirkResult {
  return fromBytes(zipOf([{ name: parseHex('b1ed2e637376'), content: encodeUtf8('a') }]))
}
