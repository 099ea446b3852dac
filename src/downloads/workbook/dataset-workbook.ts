import { STATUSES } from '../../contracts/table.ts'
import { explainStatus } from '../../text/status.ts'
import { joinLanguages, listHeadings } from '../column-headings.ts'
import type { DatasetFacts } from '../dataset-facts.ts'
import type { DownloadColumn } from '../download-columns.ts'
import type { TableContent } from '../table-content.ts'
import { type BookCell, type BookSheet, type Look, serialOf } from './book-cells.ts'
import { writeWorkbook } from './write-workbook.ts'

/** Rows that a worksheet can hold below its heading. */
const ROWS_MAX = 1_048_575

/** A dataset as a workbook: cover, contents, notes, then each table on a sheet of its own, named as the table. */
export function renderDatasetWorkbook(facts: DatasetFacts, tables: readonly TableContent[]): Uint8Array<ArrayBuffer> {
  const fitting = tables.filter(({ rows }) => rows.length <= ROWS_MAX)
  const names = new Map(fitting.map((table, at) => [table.id, nameSheet(table.id, at)]))
  return writeWorkbook(joinLanguages(facts.title), [
    buildCover(facts),
    buildContents(tables, names),
    buildNotes(tables),
    ...fitting.map((table) => buildTableSheet(table, names.get(table.id) ?? table.id)),
  ])
}

/** A sheet's name has 31 characters at most, and ids of tables are longer only in theory: then a number keeps them apart. */
function nameSheet(id: string, at: number): string {
  return id.length <= 31 ? id : `${id.slice(0, 27)}-${at + 1}`
}

function buildCover(facts: DatasetFacts): BookSheet {
  const both: [string, string][] = [
    ['说明 Description', facts.description.zh],
    ['', facts.description.en],
    ...(facts.demonstration
      ? ([
          ['示范数据 Demonstration', facts.demonstration.zh],
          ['', facts.demonstration.en],
        ] satisfies [string, string][])
      : []),
    ['发布机构 Publisher', joinLanguages(facts.publisher)],
    ['数据来源 Kept by', joinLanguages(facts.keeper)],
    ['更新频率 Frequency', joinLanguages(facts.frequency)],
    ['时间范围 Period', joinLanguages(facts.span)],
    ['发布 Release', `${facts.release} · ${facts.released}`],
    ['许可 Licence', facts.licence.name],
    ['', facts.licence.url ?? ''],
    ['地址 Address', facts.address ?? ''],
    ['引用 Cite as', facts.citation.zh],
    ['', facts.citation.en],
  ]
  return {
    name: '封面 Cover',
    rows: [
      [write(joinLanguages(facts.title), 'title')],
      ...both.filter(([, words]) => words !== '').map(([label, words]) => [write(label), write(words, 'wrapped')]),
    ],
    widths: [24, 90],
    isTable: false,
    links: [],
  }
}

function buildContents(tables: readonly TableContent[], names: ReadonlyMap<string, string>): BookSheet {
  return {
    name: '目录 Contents',
    rows: [
      ['工作表 Sheet', '内容 Content', '行数 Rows', '期次 Periods'].map((text) => write(text, 'heading')),
      ...tables.map((table): BookCell[] => {
        const name = names.get(table.id)
        const about = joinLanguages(table.title)
        return [
          name === undefined ? write(table.id) : write(name, 'link'),
          write(name === undefined ? `${about}（行数超过工作表上限，见 CSV 或 Parquet；too long for a sheet）` : about),
          { number: String(table.rows.length), look: 'count' },
          write([...new Set([table.periods[0], table.periods.at(-1)])].join('—')),
        ]
      }),
    ],
    widths: [24, 60, 12, 24],
    isTable: true,
    links: tables.flatMap(({ id }, at) => {
      const sheet = names.get(id)
      return sheet === undefined ? [] : [{ row: at + 2, column: 1, sheet }]
    }),
  }
}

/** What each column means, then each status, then each code with its names. */
function buildNotes(tables: readonly TableContent[]): BookSheet {
  const columns = tables.flatMap((table) => {
    const headings = listHeadings(table.columns)
    return table.columns.map((column, at) => [
      table.id,
      headings[at] ?? '',
      column.id,
      column.meaning.zh,
      column.meaning.en,
    ])
  })
  const statuses = STATUSES.map((status) => [
    '状态 Status',
    status,
    '',
    explainStatus(status).zh,
    explainStatus(status).en,
  ])
  const codes = new Map(
    tables.flatMap((table) =>
      table.columns
        .filter(({ values, isKey, isMeasure, id }) => values !== null && !isMeasure && (isKey || !isStatus(id)))
        .flatMap(({ id, values }) =>
          (values ?? []).map(
            ({ code, names }) => [`${id} ${code}`, [`代码 Code`, id, code, names.zh, names.en]] as const,
          ),
        ),
    ),
  )
  const lines = [...columns, ...statuses, ...codes.values()]
  return {
    name: '说明 Notes',
    rows: [
      ['表 Table', '列 Column', '标识 Id', '含义', 'Meaning'].map((text) => write(text, 'heading')),
      ...lines.map((line) => line.map((text) => (text === '' ? null : write(text, 'wrapped')))),
    ],
    widths: [16, 36, 24, 60, 60],
    isTable: true,
    links: [],
  }
}

function isStatus(id: string): boolean {
  return id === 'status' || id.endsWith('_status')
}

function buildTableSheet({ columns, rows }: TableContent, name: string): BookSheet {
  const looks = columns.map(lookOf)
  return {
    name,
    rows: [
      listHeadings(columns).map((heading) => write(heading, 'heading')),
      ...rows.map((row) => columns.map((column, at) => buildCell(row[at] ?? '', column, looks[at] ?? 'plain'))),
    ],
    widths: columns.map(widthOf),
    isTable: true,
    links: [],
  }
}

function buildCell(cell: string, { kind }: DownloadColumn, look: Look): BookCell {
  if (cell === '') return null
  if (kind === 'text') return { text: cell, look }
  return { number: kind === 'date' ? String(serialOf(cell)) : cell, look }
}

function lookOf({ kind, decimals, isMeasure }: DownloadColumn): Look {
  if (kind === 'date') return 'date'
  if (kind === 'integer') return isMeasure ? 'count' : 'year'
  if (kind === 'text') return 'code'
  if (!isMeasure || decimals === 0) return 'plain'
  return `decimals-${decimals as 1 | 2 | 3 | 4}`
}

function widthOf({ kind, nameIn, names }: DownloadColumn): number {
  if (nameIn !== null) return 24
  if (kind !== 'text') return 14
  return names.zh.endsWith('代码') ? 12 : 18
}

function write(text: string, look: Look = 'plain'): BookCell {
  return { text, look }
}
