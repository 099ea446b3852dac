import { describe, expect, test } from 'vitest'
import type { DataTable } from '../../src/charts/figure.ts'
import type { Status } from '../../src/contracts/table.ts'
import { printTable } from '../../src/views/data-table.ts'

const makeCell = (value: number | null, status: Status = 'final') => ({ value, status })
const makeColumn = (id: string, zh: string, unit = '%') => ({ id, label: { zh, en: id }, unit, decimals: 1 })
const year = { id: 'year', label: { zh: '年份', en: 'Year' } }

/** Columns and rows as a person pastes them. */
function listPasted(data: DataTable): string[] {
  const { head, rows } = printTable(data, 'zh')
  return [head.map(({ text }) => text), ...rows].map((texts) => texts.join('|'))
}

describe('a mark is beside its number, never in its cell', () => {
  test('in a column of its own where numbers differ', () => {
    const rows = [
      ['2024', makeCell(38.1), makeCell(12)],
      ['2025', makeCell(39.57, 'forecast'), makeCell(13)],
      ['2026', makeCell(null, 'not-reported'), makeCell(14, 'revised')],
    ]
    expect(listPasted({ columns: [year, makeColumn('a', '抚养比'), makeColumn('b', '占比')], rows })).toEqual([
      '年份|抚养比|状态：抚养比|占比|状态：占比',
      '2024|38.1||12.0|',
      '2025|39.6|[预测]|13.0|',
      '2026|未报||14.0|[修订]',
    ])
  })

  test('with the name of its numbers alone, so that a mark of one column is not read as one of the row', () => {
    const satisfied = {
      ...makeColumn('satisfied', '满意率（各区为2026年第三季度）'),
      label: { zh: '满意率（各区为2026年第三季度）', en: 'Satisfied (districts: Q3 2026)' },
    }
    const rows = [
      ['锦北区', makeCell(38), makeCell(91, 'revised')],
      ['云锦市', makeCell(40), makeCell(92)],
    ]
    const data = { columns: [year, makeColumn('due', '应结'), satisfied], rows }
    expect(listPasted(data)).toEqual([
      '年份|应结|满意率（各区为2026年第三季度）|状态：满意率',
      '锦北区|38.0|91.0|[修订]',
      '云锦市|40.0|92.0|',
    ])
    expect(printTable(data, 'en').head.at(-1)?.text).toBe('Status: Satisfied')
  })

  test('once a row where all numbers of each row are of one kind', () => {
    const rows = [
      ['2024', makeCell(38.1), makeCell(37)],
      ['2030', makeCell(41, 'forecast'), makeCell(40, 'forecast')],
    ]
    expect(listPasted({ columns: [year, makeColumn('a', '抚养比'), makeColumn('low', '下限')], rows })).toEqual([
      '年份|抚养比|下限|状态',
      '2024|38.1|37.0|',
      '2030|41.0|40.0|[预测]',
    ])
  })

  test('in the heading where it holds for the whole column', () => {
    const rows = [
      ['0-4', makeCell(1), makeCell(2, 'forecast')],
      ['5-9', makeCell(3), makeCell(4, 'forecast')],
    ]
    expect(listPasted({ columns: [year, makeColumn('now', '2020年'), makeColumn('then', '2035年')], rows })).toEqual([
      '年份|2020年|2035年 [预测]',
      '0-4|1.0|2.0',
      '5-9|3.0|4.0',
    ])
  })

  test('nowhere where all is final', () => {
    expect(listPasted({ columns: [year, makeColumn('a', '占比')], rows: [['2024', makeCell(1)]] })).toEqual([
      '年份|占比',
      '2024|1.0',
    ])
  })
})

test('units that differ are in their headings, numbers are distinguished from words', () => {
  const rows = [['2024', makeCell(1234), { zh: '样本过少', en: 'small sample' }]]
  const printed = printTable(
    { columns: [year, makeColumn('n', '人数', '人'), { ...makeColumn('r', '比', '%') }], rows },
    'zh',
  )
  expect(printed.head).toEqual([
    { text: '年份', isNumeric: false },
    { text: '人数（人）', isNumeric: true },
    { text: '比（%）', isNumeric: false },
  ])
  expect(printed.rows).toEqual([['2024', '1,234.0', '样本过少']])
})

test('a hidden count is said to be small, a hidden rate not to be published; neither is empty or zero', () => {
  const rows = [['2026', { ...makeCell(null, 'withheld'), below: 5 }, makeCell(null, 'withheld'), makeCell(0)]]
  const data = {
    columns: [year, makeColumn('n', '不满意', '人次'), makeColumn('rate', '满意率'), makeColumn('z', '未接通')],
    rows,
  }
  expect(printTable(data, 'zh').rows).toEqual([['2026', '[c] 少于5', '[c] 为保护个人隐私不公开', '0.0']])
  expect(printTable(data, 'en').rows[0]?.slice(1, 3)).toEqual([
    '[c] fewer than 5',
    '[c] not published, to protect privacy',
  ])
})
