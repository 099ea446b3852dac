import { type Place, Places } from '../../src/codes/places.ts'
import type { Column, Contract } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'

/** A city of two districts; the second has one subdistrict, and a third district ended in 2013. */
export const PLACES = new Places([
  makePlace('99', '甲市', 'city', null),
  makePlace('9901', '乙区', 'district', '99'),
  makePlace('9902', '丙区', 'district', '99'),
  makePlace('9902001', '丁街道', 'subdistrict', '9902'),
  { ...makePlace('9903', '戊区', 'district', '99'), to: '2013-12-31', successor: '9901' },
])

export function toWords(text: string) {
  return { zh: text, en: text }
}

export function makeColumn(type: Column['type'], privacy: Column['privacy'] = 'dimension'): Column {
  return { type, names: toWords('列'), privacy, optional: true }
}

export function list(...codes: string[]): Column {
  return makeColumn({ kind: 'list', items: codes.map((code) => ({ code, ...toWords(code) })) })
}

export const measured = { names: toWords('数'), unit: '件' }

/** A contract of one table, `t`. */
export function contractOf(
  columns: Contract['columns'],
  table: Omit<Contract['tables'][string], 'title' | 'kind'> & { kind?: 'figures' | 'register' },
  more: Partial<Contract> = {},
): Contract {
  return {
    id: 'd',
    title: toWords('数据'),
    description: toWords('一行一条。'),
    class: 'O',
    frequency: 'month',
    keeper: toWords('部门'),
    topic: 'cases',
    columns,
    key: [],
    tables: { t: { title: toWords('表'), kind: 'figures', ...table } },
    ...more,
  }
}

/** The only table of a contract as lines of text: key | text | measures with their marks. */
export function composeLines(contract: Contract, values: Record<string, Value>[], period = '2026-10'): string[] {
  const rows = values.map((record, index) => ({ values: record, file: 'f', sheet: null, row: index + 2 }))
  const [table] = tabulate(contract, protect(contract, rows), { period, places: PLACES })
  return (table?.rows ?? []).map((row) => {
    const cells = Object.values(row.cells).map(({ value, status }) =>
      status === 'final' ? `${value}` : `${value} ${status}`,
    )
    return [Object.values(row.key), Object.values(row.text), cells]
      .map((part) => part.join(', '))
      .filter(Boolean)
      .join(' | ')
  })
}

function makePlace(code: string, name: string, level: string, parent: string | null): Place {
  const names = { zh: name, en: name }
  return { code, names, level, parent, from: null, to: null, successor: null, aliases: [], tile: null }
}
