import { contractOf, makeColumn } from '../check/small.ts'
import { date, dated, datetime, month, number } from './quirk-columns.ts'
import { fromBook, fromCell, fromText, type QuirkCases } from './quirk-files.ts'

const year = { kind: 'year' } as const
const opened = contractOf({ x: makeColumn(date, '床位') }, { profile: { ignore: ['地区', '备注'] } })

/** Cases of dates, months and gaps as people write them. */
export const DATE_CASES: QuirkCases = {
  'month-forms': ['2026年10月', '2026/9', '202610', '二〇二六年十月'].map((text) => () => fromCell(month, text)),
  'month-ambiguous': [() => fromCell(month, '2026.1')],
  'month-dotted': [() => fromCell(month, '2026.3')],
  'month-alone': ['10月', '上半年', '去年', '本月止'].map((text) => () => fromCell(month, text)),
  'month-settled': [() => fromText('月份,甲\n10月,a\n', dated), () => fromText('月份,甲\n本月,a\n', dated)],
  'date-forms': ['2026/10/1', '2026年10月1日', '20261001'].map((text) => () => fromCell(date, text)),
  'date-serial': [() => fromCell(date, '46296')],
  'date-nonexistent': [() => fromCell(date, '2026-02-29'), () => fromCell(date, '1900-02-29')],
  'date-order': [() => fromCell(date, '03/10/2026')],
  'missing-marks': ['-', '—', '——', '/', '…', '暂无'].map((text) => () => fromCell(number, text, { optional: true })),
  'missing-reasons': ['未监测', '未开展', '不适用'].map((text) => () => fromCell(number, text, { optional: true })),
  'missing-covered': ['*', '***'].map((text) => () => fromCell(number, text)),
  'month-quarter': [() => fromCell(month, '2026年第三季度')],
  'year-forms': [() => fromCell(year, '2026年'), () => fromCell(year, '2026年度')],
  'year-short': [() => fromCell(year, '26年')],
  'date-words': [() => fromCell(date, '去年上半年')],
  'date-fragment': [() => fromCell(date, '2026.1'), () => fromCell(datetime, '2026.10')],
  'date-1904': [
    () =>
      fromBook((sheet) => Object.assign(sheet, { B2: { t: 'n', v: 44_834 } }), { contract: opened, date1904: true }),
  ],
  'date-with-time': [() => fromCell(date, '2026-10-01 09:30')],
  'time-seconds': [() => fromCell(datetime, '2026-10-01 09:30:15')],
  'time-missing': [() => fromCell(datetime, '2026-10-01')],
  'time-nonexistent': [() => fromCell(datetime, '2026-10-01 9:75')],
  'blank-owed': ['', '—', '无'].map((text) => () => fromCell(number, text)),
  'covered-optional': [() => fromCell(number, '***', { optional: true })],
  'date-span': ['2024-09-10 至2029-09-09', '20250101至20300101', '2026-05-14（补正后2026-09-01）'].map(
    (text) => () => fromCell(date, text),
  ),
  'date-tail': ['2025-06-01 待定', '20250101001', '202501011', '2025/6/1 25:99'].map(
    (text) => () => fromCell(date, text),
  ),
  'time-zone': [() => fromCell(date, '2025-10-07T16:00:00Z'), () => fromCell(datetime, '2025-10-07T16:00:00Z')],
}
