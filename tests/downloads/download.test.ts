import { expect, test } from 'vitest'
import { STATUSES } from '../../src/contracts/table.ts'
import { readTableContent } from '../../src/downloads/table-content.ts'
import { renderTableJson } from '../../src/downloads/table-json.ts'
import { appendRelease } from '../../src/store/append-release.ts'
import { renderTableCsv } from '../../src/store/download.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, PLACES, runInFolder } from '../store/edition.ts'

test('a whole table, all periods at their newest revision, as CSV and as JSON with the same numbers', () =>
  runInFolder(async (folder) => {
    await appendRelease(
      folder,
      makeEdition(makeTable('2026-09', makeRow('甲', 1)), makeTable('2026-10', makeRow('甲', 2))),
    )
    await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('=甲', 3, null))))
    const published = await readPublished(folder, new Map([[CONTRACT.id, CONTRACT]]))
    const flow = published.tables.get('cases/flow')
    if (!flow) throw new Error('nothing published')
    expect(renderTableCsv(flow, published)).toBe(
      [
        'period,place,place_name,place_level,name,closed,rate,rate_status,status',
        '2026-09,9901,乙区,district,甲,1,89.4,final,final',
        "2026-10,9901,乙区,district,'=甲,3,,not-applicable,revised",
        '',
      ].join('\n'),
    )
    expect(
      JSON.parse(
        renderTableJson(readTableContent(flow, { published, places: PLACES, csv: '' }), {
          name: 'CC BY 4.0',
          url: 'https://creativecommons.org/licenses/by/4.0/',
        }),
      ),
    ).toEqual({
      dataset: 'cases',
      table: 'flow',
      title: { zh: '案件办理', en: 'Cases' },
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      columns: [
        { id: 'period', names: { zh: '期次', en: 'Period' } },
        { id: 'place', names: { zh: '地区代码', en: 'Place, code' } },
        { id: 'place_name', names: { zh: '地区', en: 'Place' } },
        { id: 'place_en', names: { zh: '地区（英文）', en: 'Place (English)' } },
        { id: 'place_level', names: { zh: '地区级别', en: 'Place, level' } },
        { id: 'name', names: { zh: '名称', en: 'Name' } },
        { id: 'closed', names: { zh: '办结', en: 'Closed' }, unit: { zh: '件', en: '件' }, decimals: 0 },
        { id: 'rate', names: { zh: '按期率', en: 'On time' }, unit: { zh: '%', en: '%' }, decimals: 1 },
        { id: 'rate_status', names: { zh: '按期率：状态', en: 'On time: status' }, values: STATUSES },
        { id: 'status', names: { zh: '状态', en: 'Status' }, values: STATUSES },
      ],
      rows: [
        {
          period: '2026-09',
          place: '9901',
          place_name: '乙区',
          place_en: 'Yi',
          place_level: 'district',
          name: '甲',
          closed: 1,
          rate: 89.4,
          rate_status: 'final',
          status: 'final',
        },
        {
          period: '2026-10',
          place: '9901',
          place_name: '乙区',
          place_en: 'Yi',
          place_level: 'district',
          name: '=甲',
          closed: 3,
          rate: null,
          rate_status: 'not-applicable',
          status: 'revised',
        },
      ],
    })
  }))
