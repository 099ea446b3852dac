import { expect, test } from 'vitest'
import { formatCellName, parseCellName } from '../../src/store/cell-name.ts'
import type { Published } from '../../src/store/published-tables.ts'
import { findRowCount } from '../../src/views/measure-rule.ts'
import { traceCell } from '../../src/views/trace-cell.ts'
import { CITY } from './city.ts'

const trace = (text: string, published: Published = CITY.published) => {
  const name = parseCellName(text)
  if (!name) throw new Error(`no name of a cell: ${text}`)
  return traceCell({ ...CITY, published }, name)
}

test.each([
  ['cases/flow/990102/2026-10/on_time_rate', ['990102']],
  ['cases/class/990102,06/2026-10/accepted', ['990102', '06']],
  ['summary/all/-/2026/total', []],
  ['list/items/甲%2C乙%2F丙/2026-10/n', ['甲,乙/丙']],
])('the name %s', (text, key) => {
  const name = parseCellName(text)
  expect(name?.key).toEqual(key)
  expect(name && formatCellName(name)).toBe(text)
})

test.each(['', 'cases', 'cases/flow/990102/2026-10', 'cases/flow/990102/2026-10/a/b', 'a/b/%E0%A4%A/2026/n'])(
  '%j is no name of a cell',
  (text) => expect(parseCellName(text)).toBeNull(),
)

test('a rate leads to numerator, denominator, rows, file and release', () => {
  const found = trace('cases/flow/990100/2026-10/on_time_rate')
  if ('fault' in found) throw new Error(found.fault.en)
  expect(found.rule).toEqual({ zh: '按期办结 ÷ 应结 × 100', en: 'Closed on time ÷ Due × 100' })
  const [numerator, denominator] = found.parts
  expect([numerator?.name, denominator?.name]).toEqual([
    'cases/flow/990100/2026-10/closed_on_time',
    'cases/flow/990100/2026-10/due',
  ])
  expect(found.file.path).toBe('cases/flow/2026-10.1.csv')
  expect(found.release.release).toBe(1)
  expect(`${found.rowsCounted}件`).toBe(denominator?.value.zh)
})

test('rows are counted by the measure that counts under the same condition, and never of people', () => {
  const flow = CITY.published.tables.get('cases/flow')
  if (!flow) throw new Error('no cases')
  expect(['accepted', 'on_time_rate', 'hours_median'].map((id) => findRowCount(flow.spec, id))).toEqual([
    'accepted',
    'due',
    'closed',
  ])
  const people = trace('satisfaction/ratings/990100/2026-10/top2_rate')
  expect('fault' in people ? people.fault.en : people.rowsCounted).toBeNull()
})

test.each([
  ['cases/flows/990100/2026-10/due', '没有这张表：cases/flows。相近的有：cases/flow'],
  ['cases/flow/990100/2036-10/due', '没有这一期：2036-10。相近的有：'],
  ['cases/flow/990100/2026-10/on_time', '没有这个指标：on_time。相近的有：on_time_rate'],
  ['cases/flow/990199/2026-10/due', '没有这一行：990199。相近的有：'],
])('%s is answered with what is there', (text, words) => {
  const found = trace(text)
  expect('fault' in found ? found.fault.zh : '').toContain(words)
})

test('what was taken out says when and why', () => {
  const flow = CITY.published.tables.get('cases/flow')
  const [release] = CITY.published.releases
  if (!flow || !release) throw new Error('no cases')
  const gone = { ...release, date: '2026-12-01', reason: { zh: '误', en: 'Error' } }
  const withdrawn = new Map([['2026-10', gone]])
  const tables = new Map([...CITY.published.tables, ['cases/flow', { ...flow, withdrawn }]])
  const found = trace('cases/flow/990100/2026-10/due', { ...CITY.published, tables })
  expect('fault' in found ? found.fault.zh : '').toBe('cases/flow/2026-10已于2026-12-01撤下：误')
})
