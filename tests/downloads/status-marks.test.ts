import { read, utils } from '@e965/xlsx'
import { parquetReadObjects } from 'hyparquet'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/charts/index.ts'
import { summarise } from '../../src/charts/summary.ts'
import { STATUSES, type Status } from '../../src/contracts/table.ts'
import { renderExcelCsv } from '../../src/downloads/excel-csv.ts'
import { renderParquet } from '../../src/downloads/parquet.ts'
import { readTableContent, type TableContent } from '../../src/downloads/table-content.ts'
import { renderTableJson } from '../../src/downloads/table-json.ts'
import { renderDatasetWorkbook } from '../../src/downloads/workbook/dataset-workbook.ts'
import { appendRelease } from '../../src/store/append-release.ts'
import { renderTableCsv } from '../../src/store/download.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { onTimeLine } from '../charts/chart-examples.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, PLACES, runInFolder } from '../store/edition.ts'
import { FACTS } from './facts.ts'

/** Statuses that say why there is no value; all others have one. */
const BLANK: readonly Status[] = ['withheld', 'not-applicable', 'not-reported']
const PERIODS = STATUSES.map((_, at) => `2025-${String(at + 1).padStart(2, '0')}`)
const EXPECTED = STATUSES.map((status) => [BLANK.includes(status) ? null : 89.4, status])

/** A table of one period a status. */
async function withEveryStatus(run: (content: TableContent, csv: string) => Promise<void>): Promise<void> {
  await runInFolder(async (folder) => {
    const tables = STATUSES.map((status, at) => {
      const { cells, ...rest } = makeRow('甲', 3)
      const value = BLANK.includes(status) ? null : 89.4
      return makeTable(PERIODS[at] ?? '', { ...rest, cells: { ...cells, rate: { value, status } } })
    })
    await appendRelease(folder, makeEdition(...tables))
    const published = await readPublished(folder, new Map([[CONTRACT.id, CONTRACT]]))
    const flow = published.tables.get('cases/flow')
    if (!flow) throw new Error('nothing published')
    const csv = renderTableCsv(flow, published)
    await run(readTableContent(flow, { published, places: PLACES, csv }), csv)
  })
}

const parseCsv = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
const numberOf = (text: string | undefined) => (text ? Number(text) : null)

test('every status is beside its value in every format, and what has no value is blank, never zero', () =>
  withEveryStatus(async (content, csv) => {
    const pick = (value: unknown, status: unknown) => [value, status]
    expect(parseCsv(csv).map(({ rate, rate_status }) => pick(numberOf(rate), rate_status))).toEqual(EXPECTED)
    const excel = parseCsv(renderExcelCsv(content))
    expect(
      excel.map((line) => pick(numberOf(line['按期率 On time（%）']), line['按期率：状态 On time: status'])),
    ).toEqual(EXPECTED)
    const { rows } = JSON.parse(renderTableJson(content)) as { rows: Record<string, unknown>[] }
    expect(rows.map(({ rate, rate_status }) => pick(rate, rate_status))).toEqual(EXPECTED)
    const parquet = await parquetReadObjects({ file: renderParquet(content, {}).slice().buffer })
    expect(parquet.map((line) => pick(line['rate'] ?? null, line['rate_status']))).toEqual(EXPECTED)
    const sheet = read(renderDatasetWorkbook(FACTS, [content])).Sheets['flow'] ?? {}
    const cells = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null }).slice(1)
    expect(cells.map((line) => pick(line[7], line[8]))).toEqual(EXPECTED)
  }))

test('a chart says each status in its table and its sentence, apart from the others and never as zero', () => {
  const { rule: _, annotations: __, ...base } = onTimeLine
  const said = STATUSES.map((status) => {
    const points = ['2026-09', '2026-10'].map((x, at) => ({
      x,
      cell:
        at === 0 ? { value: 88.2, status: 'final' as const } : { value: BLANK.includes(status) ? null : 89.4, status },
    }))
    const spec = {
      ...base,
      series: onTimeLine.series.slice(0, 1).map((series) => ({ ...series, points })),
    }
    const [, , newest = ''] = csvOf(spec).trim().split(/\r?\n/)
    if (BLANK.includes(status)) expect(newest).not.toMatch(/,0(\.0)?,/)
    return `${newest} ${summarise(spec, 'zh')}`
  })
  expect(new Set(said).size).toBe(STATUSES.length)
})
