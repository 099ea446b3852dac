import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { listHeadings } from '../../src/downloads/column-headings.ts'
import { renderExcelCsv } from '../../src/downloads/excel-csv.ts'
import { renderParquet } from '../../src/downloads/parquet.ts'
import { readTableContent, type TableContent } from '../../src/downloads/table-content.ts'
import { renderTableJson } from '../../src/downloads/table-json.ts'
import { renderDatasetWorkbook } from '../../src/downloads/workbook/dataset-workbook.ts'
import { appendRelease } from '../../src/store/append-release.ts'
import { renderTableCsv } from '../../src/store/download.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, PLACES, runInFolder } from '../store/edition.ts'
import { FACTS } from './facts.ts'

/** A register of one name a period: the second begins like a formula, the third is no text of XML. */
function withTable(run: (content: TableContent) => Promise<void> | void): Promise<void> {
  return runInFolder(async (folder) => {
    await appendRelease(
      folder,
      makeEdition(
        makeTable('2026-08', makeRow('-2', 1)),
        makeTable('2026-09', makeRow('=甲', 2, null)),
        makeTable('2026-10', makeRow('a\u0007_x0041_', 3, 92)),
      ),
    )
    const published = await readPublished(folder, new Map([[CONTRACT.id, CONTRACT]]))
    const flow = published.tables.get('cases/flow')
    if (!flow) throw new Error('nothing published')
    await run(readTableContent(flow, { published, places: PLACES, csv: renderTableCsv(flow, published) }))
  })
}

test('names in both languages beside the code, and headings with units', () =>
  withTable((content) => {
    expect(content.columns.map(({ id }) => id)).toEqual([
      'period',
      'place',
      'place_name',
      'place_en',
      'place_level',
      'name',
      'closed',
      'rate',
      'rate_status',
      'status',
    ])
    expect(listHeadings(content.columns)).toEqual([
      '期次 Period',
      '地区代码 Place, code',
      '地区 Place',
      '地区（英文） Place (English)',
      '地区级别 Place, level',
      '名称 Name',
      '办结 Closed（件）',
      '按期率 On time（%）',
      '按期率：状态 On time: status',
      '状态 Status',
    ])
    expect(content.rows[1]).toEqual([
      '2026-09',
      '9901',
      '乙区',
      'Yi',
      'district',
      '=甲',
      '2',
      '',
      'not-applicable',
      'final',
    ])
  }))

test('the CSV for Excel: BOM, CRLF, all decimals, an apostrophe before formulas and never before a number', () =>
  withTable((content) => {
    const [heading, ...lines] = renderExcelCsv(content).split('\r\n')
    expect(heading?.startsWith('\ufeff期次 Period,')).toBe(true)
    expect(lines).toEqual([
      "2026-08,9901,乙区,Yi,district,'-2,1,89.4,final,final",
      "2026-09,9901,乙区,Yi,district,'=甲,2,,not-applicable,final",
      '2026-10,9901,乙区,Yi,district,a\u0007_x0041_,3,92.0,final,final',
      '',
    ])
  }))

test('a negative number of a measure is a number everywhere', () =>
  withTable(async (content) => {
    const at = content.columns.findIndex(({ id }) => id === 'rate')
    const negative = {
      ...content,
      rows: content.rows.map((cells) => cells.map((cell, place) => (place === at ? '-1.5' : cell))),
    }
    expect(renderExcelCsv(negative)).toContain(',-1.5,')
    expect(JSON.parse(renderTableJson(negative)).rows[0].rate).toBe(-1.5)
    expect((await parquetReadObjects({ file: renderParquet(negative, {}).slice().buffer }))[0]?.['rate']).toBe(-1.5)
  }))

test('a workbook keeps codes, formulas and odd characters as texts, and a blank beside its status', () =>
  withTable((content) => {
    const bytes = renderDatasetWorkbook(FACTS, [content])
    const sheet = read(bytes).Sheets['flow'] ?? {}
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null })
    expect(rows.slice(1)).toEqual([
      ['2026-08', '9901', '乙区', 'Yi', 'district', '-2', 1, 89.4, 'final', 'final'],
      ['2026-09', '9901', '乙区', 'Yi', 'district', '=甲', 2, null, 'not-applicable', 'final'],
      ['2026-10', '9901', '乙区', 'Yi', 'district', 'a\u0007_x0041_', 3, 92, 'final', 'final'],
    ])
    expect(sheet['F3']).toMatchObject({ t: 's', v: '=甲' })
    // The format shows all decimals, and is none of percent: 88.2 is what every program reads.
    expect(sheet['H4']).toMatchObject({ t: 'n', v: 92, w: '92.0' })
    const parts = Object.keys(unzipSync(bytes))
    expect(parts.filter((part) => part.includes('worksheets/'))).toHaveLength(4)
  }))

test('rows of the cover are as high as their lines, which LibreOffice cuts off otherwise', () =>
  withTable((content) => {
    const description = { zh: '长'.repeat(100), en: 'A' }
    const cover = strFromU8(
      unzipSync(renderDatasetWorkbook({ ...FACTS, description }, [content]))['xl/worksheets/sheet1.xml'] ??
        new Uint8Array(),
    )
    const heights = [...cover.matchAll(/<row r="(\d+)"(?: ht="(\d+)" customHeight="1")?>/g)].map(([, row, height]) => [
      row,
      height,
    ])
    // The title in large letters; a hundred characters where 45 fit; one line.
    expect(heights.slice(0, 3)).toEqual([
      ['1', '24'],
      ['2', '45'],
      ['3', undefined],
    ])
  }))

test('a number that is none stops the file', () =>
  withTable((content) => {
    const at = content.columns.findIndex(({ id }) => id === 'rate')
    const broken = {
      ...content,
      rows: content.rows.map((cells) => cells.map((cell, place) => (place === at ? '[c]' : cell))),
    }
    expect(() => renderParquet(broken, {})).toThrow('no number: [c]')
    expect(() => renderTableJson(broken)).toThrow('no number: [c]')
  }))

test('decimals are filled up, and none is taken away', () =>
  withTable((content) => {
    const at = content.columns.findIndex(({ id }) => id === 'rate')
    const rates = ['92', '-3', '0.125']
    const rows = content.rows.map((cells, nth) =>
      cells.map((cell, place) => (place === at ? (rates[nth] ?? '') : cell)),
    )
    const lines = renderExcelCsv({ ...content, rows })
      .split('\r\n')
      .slice(1, -1)
    expect(lines.map((line) => line.split(',')[at])).toEqual(['92.0', '-3.0', '0.125'])
  }))
