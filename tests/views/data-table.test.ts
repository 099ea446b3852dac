import { describe, expect, test } from 'vitest'
import type { DataTable } from '../../src/charts/figure.ts'
import type { Status } from '../../src/contracts/table.ts'
import { printTable } from '../../src/views/data-table.ts'

const cell = (value: number | null, status: Status = 'final') => ({ value, status })
const column = (id: string, zh: string, unit = '%') => ({ id, label: { zh, en: id }, unit, decimals: 1 })
const year = { id: 'year', label: { zh: '年份', en: 'Year' } }

/** Columns and rows as a person pastes them. */
function pasted(data: DataTable): string[] {
  const { head, rows } = printTable(data, 'zh')
  return [head.map(({ text }) => text), ...rows].map((texts) => texts.join('|'))
}

describe('a mark stands beside its number, never in its cell', () => {
  test('in a column of its own where numbers differ', () => {
    const rows = [
      ['2024', cell(38.1), cell(12)],
      ['2025', cell(39.57, 'forecast'), cell(13)],
      ['2026', cell(null, 'not-reported'), cell(14, 'revised')],
    ]
    expect(pasted({ columns: [year, column('a', '抚养比'), column('b', '占比')], rows })).toEqual([
      '年份|抚养比|状态|占比|状态',
      '2024|38.1||12.0|',
      '2025|39.6|[预测]|13.0|',
      '2026|未报||14.0|[修订]',
    ])
  })

  test('once a row where all numbers of each row are of one kind', () => {
    const rows = [
      ['2024', cell(38.1), cell(37)],
      ['2030', cell(41, 'forecast'), cell(40, 'forecast')],
    ]
    expect(pasted({ columns: [year, column('a', '抚养比'), column('low', '下限')], rows })).toEqual([
      '年份|抚养比|下限|状态',
      '2024|38.1|37.0|',
      '2030|41.0|40.0|[预测]',
    ])
  })

  test('in the heading where it holds for the whole column', () => {
    const rows = [
      ['0-4', cell(1), cell(2, 'forecast')],
      ['5-9', cell(3), cell(4, 'forecast')],
    ]
    expect(pasted({ columns: [year, column('now', '2020年'), column('then', '2035年')], rows })).toEqual([
      '年份|2020年|2035年 [预测]',
      '0-4|1.0|2.0',
      '5-9|3.0|4.0',
    ])
  })

  test('nowhere where all is final', () => {
    expect(pasted({ columns: [year, column('a', '占比')], rows: [['2024', cell(1)]] })).toEqual([
      '年份|占比',
      '2024|1.0',
    ])
  })
})

test('units that differ stand in their headings, numbers are told from words', () => {
  const rows = [['2024', cell(1234), { zh: '样本过少', en: 'small sample' }]]
  const printed = printTable({ columns: [year, column('n', '人数', '人'), { ...column('r', '比', '%') }], rows }, 'zh')
  expect(printed.head).toEqual([
    { text: '年份', isNumeric: false },
    { text: '人数（人）', isNumeric: true },
    { text: '比（%）', isNumeric: false },
  ])
  expect(printed.rows).toEqual([['2024', '1,234.0', '样本过少']])
})
