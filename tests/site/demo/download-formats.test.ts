import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils, type WorkBook } from '@e965/xlsx'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import readJsonStat from 'jsonstat-toolkit'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readPlainWorkbook } from '../../../scripts/scan/plain-workbook.ts'
import { openDuckDb, queryRows } from '../../../scripts/sql/duckdb.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { listHeadings } from '../../../src/downloads/column-headings.ts'
import { buildDatasetFiles } from '../../../src/downloads/dataset-files.ts'
import { PERIOD_FORMATS } from '../../../src/downloads/period-files.ts'
import { readTableContent, type TableContent } from '../../../src/downloads/table-content.ts'
import { sha256 } from '../../../src/store/disk.ts'
import { renderTableCsv } from '../../../src/store/download.ts'
import { unescapeFormula } from '../../../src/store/table-csv.ts'
import { agreesWithJson } from '../../../src/store/whole-tables.ts'
import { listDatasets, tablesOf } from '../../../src/views/dataset-page.ts'
import { readSheetCells, type SheetCell } from '../../downloads/read-workbook.ts'
import { runInFolder } from '../../store/edition.ts'

const site = await openSite({ data: 'data', published: 'data/published', content: 'content' })

/*
 * Every format of every dataset of the demonstration is read back by another program than wrote it, and held cell by cell
 * against the lines of the published files.
 */
describe.each(listDatasets(site).map((contract) => [contract.id, contract] as const))('%s', (id, contract) => {
  const files = new Map(buildDatasetFiles(site, contract, '/').map(({ path, content }) => [path, content]))
  const bytesOf = (path: string) => files.get(path) ?? new Uint8Array()
  const textOf = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(path))
  const book = read(bytesOf(`${id}.xlsx`), { cellDates: false })
  const tables = tablesOf(site, id).map((table) => {
    const csv = renderTableCsv(table, site.published)
    const content = readTableContent(table, { published: site.published, places: site.places, csv })
    return [content.id, content, parseCsv(csv).map((line) => line.map(unescapeFormula))] as const
  })

  test.each(tables)('%s', async (name, content, [headings = [], ...stored]) => {
    const path = `${id}-${name}`
    // The columns of the published file among those of a download, which has names beside codes too.
    const places = headings.map((heading) => content.columns.findIndex((column) => column.id === heading))
    const pick = (rows: readonly (readonly string[])[]) => rows.map((row) => places.map((at) => row[at] ?? ''))

    expect(textOf(`${path}.csv`)).toBe(content.csv)
    expect(pick(content.rows)).toEqual(stored)
    expect(findBareCodes(content)).toEqual([])
    expect(pick(readExcelCsv(textOf(`${path}.excel.csv`), content))).toEqual(stored)
    expect(agreesWithJson(content.csv, textOf(`${path}.json`))).toBe(true)
    expect(await readParquet(bytesOf(`${path}.parquet`), content, headings)).toEqual(stored)
    expect(pick(readSheet(gridOf(book, name), content))).toEqual(stored)
    expect(readPlainWorkbook(bytesOf(`${id}.xlsx`)), 'the scan of a site reads it without the library').not.toBeNull()
    expect(files.has(`${path}.jsonstat.json`)).toBe(content.spec.kind !== 'register')
    if (content.spec.kind !== 'register') expect(compareCube(textOf(`${path}.jsonstat.json`), content)).toEqual([])
  })

  const periods = [...files.keys()].flatMap((path) => /^(.+\/(?!latest)[^/]+)\.xlsx$/.exec(path)?.[1] ?? [])
  /** The lines of a published file: `flow/2026-10.1`. */
  const readStored = (stem: string) => {
    const text = site.published.textOf({ path: `${id}/${stem}.csv` })
    const [headings = [], ...stored] = parseCsv(text).map((line) => line.map(unescapeFormula))
    const content = tables.find(([name]) => stem.startsWith(`${name}/`))?.[1]
    if (!content) throw new Error(`unknown table of ${stem}`)
    return { text, headings, stored, content }
  }

  test('each period of each revision has its own files, and the newest an address that stays', () => {
    const released = site.published.releases.flatMap((release) => release.files)
    const kept = released.filter(({ dataset, path }) => dataset === id && !site.published.withdrawn.has(path))
    expect(periods.toSorted()).toEqual(kept.map(({ path }) => path.slice(id.length + 1, -4)).toSorted())
    for (const table of tablesOf(site, id)) {
      const newest = table.files.get(table.periods.at(-1) ?? '')?.path.slice(id.length + 1, -4)
      const isRegister = table.spec.kind === 'register'
      for (const format of PERIOD_FORMATS.filter((end) => !(isRegister && end === 'jsonstat.json'))) {
        expect(bytesOf(`${table.id}/latest.${format}`).length).toBeGreaterThan(0)
        expect(bytesOf(`${table.id}/latest.${format}`)).toEqual(bytesOf(`${newest}.${format}`))
      }
    }
  })

  test('each period reads back as the line of the log has it', async () => {
    const wrong: string[] = []
    for (const [nth, stem] of periods.entries()) {
      const { text, headings, stored, content } = readStored(stem)
      const places = headings.map((heading) => content.columns.findIndex((column) => column.id === heading))
      const pick = (rows: readonly (readonly string[])[]) => rows.map((row) => places.map((at) => row[at] ?? ''))
      expect(pick(readExcelCsv(textOf(`${stem}.excel.csv`), content))).toEqual(stored)
      const sheet = readSheetCells(bytesOf(`${stem}.xlsx`), content.id)
      expect(pick(readSheet(sheet, content))).toEqual(stored)
      // SheetJS takes fifty times as long: the first, the last, and each corrected period.
      const isRead = nth === 0 || nth === periods.length - 1 || !stem.endsWith('.1')
      if (isRead)
        expect(gridOf(read(bytesOf(`${stem}.xlsx`)), content.id)).toEqual(sheet.map((row) => padTo(row, sheet)))
      expect(await readParquet(bytesOf(`${stem}.parquet`), content, headings)).toEqual(stored)
      const rows = stored.map((line) => content.columns.map((column) => line[headings.indexOf(column.id)] ?? ''))
      const cube = files.get(`${stem}.jsonstat.json`)
      expect(cube === undefined).toBe(content.spec.kind === 'register')
      if (cube) wrong.push(...compareCube(textOf(`${stem}.jsonstat.json`), { ...content, rows }))
      if (!agreesWithJson(text, textOf(`${stem}.json`))) wrong.push(stem)
    }
    expect(wrong).toEqual([])
  })

  test('DuckDB reads the same cells from the Parquet file of each period', () =>
    runInFolder(async (folder) => {
      const connection = await openDuckDb()
      for (const stem of periods) {
        const { headings, stored } = readStored(stem)
        const path = join(folder, `${stem.replaceAll('/', '-')}.parquet`)
        await writeFile(path, bytesOf(`${stem}.parquet`))
        const columns = headings.map((heading) => `"${heading}"::varchar as "${heading}"`)
        const rows = await queryRows(
          connection,
          `select ${columns} from read_parquet('${path}', file_row_number = true) order by file_row_number`,
        )
        // A fraction is printed with a decimal, also where it is whole.
        const texts = rows.map((row) => headings.map((heading) => String(row[heading] ?? '').replace(/\.0$/, '')))
        expect(texts).toEqual(stored)
      }
      connection.closeSync()
    }))

  test('each CSV of a period is named, with its hash and its columns, by the descriptions beside it', () => {
    for (const table of tablesOf(site, id)) {
      const pack = JSON.parse(textOf(`${table.id}/datapackage.json`))
      const csvw = JSON.parse(textOf(`${table.id}/csv-metadata.json`))
      const newest = table.files.get(table.periods.at(-1) ?? '')
      const stems = periods.filter((stem) => stem.startsWith(`${table.id}/`))
      const texts = new Map(stems.map((stem) => [`${stem.slice(table.id.length + 1)}.csv`, readStored(stem).text]))
      if (newest) texts.set('latest.csv', site.published.textOf(newest))
      const wanted = [...texts].map(([name, text]) => [name, `sha256:${sha256(text)}`])
      expect(pack.resources.map(({ path, hash }: Record<string, string>) => [path, hash])).toEqual(wanted)
      const urls = csvw.tables.map(({ url }: Record<string, string>) => url)
      expect(urls.filter((url: string) => url !== '../places.csv')).toEqual([...texts.keys()])
      const schema = JSON.parse(textOf(`${table.id}/schema.json`))
      const heads = new Set([...texts.values()].map((text) => text.slice(0, text.indexOf('\n'))))
      const nameAll = (columns: { name: string }[]) => columns.map(({ name }) => name).join()
      expect([...heads]).toEqual([nameAll(schema.fields)])
      expect([...heads]).toEqual([nameAll(csvw.tableSchema.columns)])
    }
  })

  test('a workbook begins with what a reader has to know', () => {
    expect(book.SheetNames).toEqual(['封面 Cover', '目录 Contents', '说明 Notes', ...tables.map(([name]) => name)])
  })
})

test('the same files from the same tables', () => {
  const contract = site.published.contracts.get('satisfaction')
  if (!contract) throw new Error('nothing published')
  const [first, second] = [buildDatasetFiles(site, contract, '/'), buildDatasetFiles(site, contract, '/')]
  expect(second.map(({ path }) => path)).toEqual(first.map(({ path }) => path))
  expect(second.filter(({ content }, at) => Buffer.compare(content, first[at]?.content ?? content) !== 0)).toEqual([])
})

function parseCsv(csv: string): string[][] {
  return Papa.parse<string[]>(csv, { skipEmptyLines: 'greedy' }).data
}

/** Columns of names that are blank where their code is not. */
function findBareCodes({ columns, rows }: TableContent): string[] {
  return columns.flatMap(({ id, nameIn, index }, at) => {
    const code = columns.findIndex((column) => column.index === index && column.nameIn === null)
    return nameIn !== null && rows.some((row) => row[at] === '' && row[code] !== '') ? [id] : []
  })
}

/** Digits that only fill up, and the apostrophe before a formula, are taken off. */
function readExcelCsv(csv: string, { columns }: TableContent): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const [headings, ...cells] = parseCsv(csv.slice(1))
  expect(headings).toEqual(listHeadings(columns))
  expect(new Set(headings).size).toBe(columns.length)
  expect(cells.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([])
  return cells.map((row) =>
    row.map((cell, at) => {
      if (columns[at]?.kind === 'text') return unescapeFormula(cell)
      return cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell
    }),
  )
}

const PARQUET_KINDS = { text: 'UTF8', integer: 'INT64', decimal: 'DOUBLE', date: 'DATE' }

async function readParquet(bytes: Uint8Array, { columns }: TableContent, headings: string[]): Promise<string[][]> {
  const file = bytes.slice().buffer
  const [, ...elements] = parquetMetadata(file).schema
  expect(elements.map(({ name, converted_type, type }) => [name, converted_type ?? type])).toEqual(
    columns.map(({ id, kind }) => [id, PARQUET_KINDS[kind]]),
  )
  const records = await parquetReadObjects({ file })
  return records.map((record) =>
    headings.map((heading) => {
      const value: unknown = record[heading]
      if (value === null) return ''
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
    }),
  )
}

/** A sheet as SheetJS reads it. */
function gridOf(book: WorkBook, name: string): SheetCell[][] {
  const sheet = book.Sheets[name] ?? {}
  expect(sheet['!merges'] ?? []).toEqual([])
  return utils.sheet_to_json<SheetCell[]>(sheet, { header: 1, raw: true, defval: null })
}

/** SheetJS fills each row up to the width of the first, which has a heading for every column. */
function padTo(row: readonly SheetCell[], [first = []]: readonly SheetCell[][]): SheetCell[] {
  return first.map((_, at) => row[at] ?? null)
}

/** Texts must be texts, numbers numbers; a day is the number of days since 1899-12-30. */
function readSheet([headings, ...cells]: readonly SheetCell[][], { columns }: TableContent): string[][] {
  expect(headings).toEqual(listHeadings(columns))
  const wrong = new Set<string>()
  const rows = cells.map((row) =>
    columns.map(({ kind, id }, at) => {
      const cell = row[at] ?? null
      if (cell === null) return ''
      if (typeof cell !== (kind === 'text' ? 'string' : 'number')) wrong.add(id)
      return kind === 'date' ? new Date((Number(cell) - 25_569) * 86_400_000).toISOString().slice(0, 10) : String(cell)
    }),
  )
  expect([...wrong]).toEqual([])
  return rows
}

/** Cells of the cube that differ from the table's, and the number of those that only one of them has, if any. */
function compareCube(json: string, { columns, rows }: TableContent): string[] {
  const cube = readJsonStat(JSON.parse(json))
  const keys = columns.flatMap(({ isKey, id }, at) => (isKey ? [{ id, at }] : []))
  const measures = columns.flatMap(({ isMeasure, id }, at) => (isMeasure ? [{ id, at }] : []))
  const differences = rows.flatMap((row) =>
    measures.flatMap(({ id, at }) => {
      const cell = cube.Data({ ...Object.fromEntries(keys.map((key) => [key.id, row[key.at]])), measure: id })
      const [value, status] = Array.isArray(cell) ? [null, 'several cells'] : [cell.value, cell.status]
      return (value === null ? '' : String(value)) === row[at] && status !== '-'
        ? []
        : [`${row.join()} ${id}: ${value}`]
    }),
  )
  const all = cube.Data()
  const filled = Array.isArray(all) ? all.filter(({ status }) => status !== '-').length : 1
  const wanted = rows.length * measures.length
  return filled === wanted ? differences : [...differences, `${filled} cells instead of ${wanted}`]
}
