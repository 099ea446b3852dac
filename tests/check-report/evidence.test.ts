import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.ts'
import { type Count, type FileEvidence, Recorder, unreachedOf } from '../../src/check-report/evidence.ts'
import { Places } from '../../src/codes/places.ts'
import { type Contract, contract } from '../../src/contracts/contract.ts'
import { read } from '../../src/read/index.ts'

const CONTRACT: Contract = contract.parse({
  id: 'visits',
  title: { zh: '走访', en: 'Visits' },
  description: { zh: '一行一次走访。', en: 'One row per visit.' },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '民政', en: 'Civil affairs' },
  topic: 'visits',
  columns: {
    number: { type: { kind: 'text' }, names: { zh: '编号', en: 'Number' }, privacy: 'quasi' },
    name: { type: { kind: 'text' }, names: { zh: '姓名', en: 'Name' }, privacy: 'personal' },
    kind: {
      type: { kind: 'list', items: [makeItem('a', '甲'), makeItem('b', '乙'), makeItem('c', '丙')] },
      names: { zh: '类别', en: 'Kind' },
      privacy: 'dimension',
    },
    from: { type: { kind: 'date' }, names: { zh: '开始', en: 'From' }, privacy: 'public' },
    to: { type: { kind: 'date' }, names: { zh: '结束', en: 'To' }, privacy: 'public', optional: true },
    persons: { type: { kind: 'integer', min: 0 }, names: { zh: '人数', en: 'Persons' }, privacy: 'count' },
    note: { type: { kind: 'text' }, names: { zh: '备注', en: 'Note' }, privacy: 'public', absent: true },
  },
  key: ['number'],
  rules: [
    { kind: 'not-before', a: 'to', b: 'from' },
    { kind: 'requires', column: 'to', when: [{ column: 'kind', is: 'b' }] },
    { kind: 'forbids', column: 'to', when: [{ column: 'kind', is: 'c' }] },
  ],
  tables: {
    visits: {
      title: { zh: '走访', en: 'Visits' },
      kind: 'figures',
      dimensions: [{ column: 'kind' }],
      measures: { visits: { names: { zh: '次数', en: 'Visits' }, unit: '次', count: 'rows' } },
    },
  },
})

function makeItem(code: string, zh: string) {
  return { code, zh, en: code.toUpperCase() }
}

const ROWS = [
  '编号,姓名,类别,开始,结束,人数',
  // Good, one with full-width digits, one without an end.
  'V1,样甲,甲,2026-10-01,2026-10-02,3',
  'V2,样乙,乙,2026-10-03,2026-10-05,１２',
  'V3,样丙,丙,2026-10-04,,7',
  // Ends before it begins.
  'V4,样丁,甲,2026-10-09,2026-10-08,1',
  // No number, and so no rule is tried.
  'V5,样戊,甲,2026-10-10,2026-10-11,多',
  // Key once more.
  'V1,样己,甲,2026-10-12,,2',
  // A class that needs its end.
  'V6,样庚,乙,2026-10-13,,2',
]

function evidenceOf(rows: readonly string[]): { evidence: FileEvidence; used: number; problems: string[] } {
  const recorder = new Recorder(CONTRACT)
  const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`)
  const { sheets } = read(bytes, 'raw/visits/2026-10.csv')
  const checked = check(CONTRACT, sheets, { period: '2026-10', places: new Places([]), witness: recorder })
  return {
    evidence: recorder.getEvidence(),
    used: checked.rowsUsed,
    problems: checked.problems.map(({ rule, columnName }) => `${rule} ${columnName}`),
  }
}

const count = (units: number, passed: number, failed: number, unmet = 0, repaired = 0): Count => ({
  units,
  passed,
  failed,
  unmet,
  repaired,
})

describe('what is counted while a file is checked', () => {
  const { evidence, used } = evidenceOf(ROWS)

  test('cells of each column: passed, failed, blank, repaired', () => {
    expect(used).toBe(3)
    expect(evidence.cells).toEqual({
      number: count(7, 7, 0),
      name: count(7, 7, 0),
      kind: count(7, 7, 0),
      from: count(7, 7, 0),
      to: count(7, 4, 0, 3),
      persons: count(7, 6, 1, 0, 1),
      note: count(0, 0, 0),
    })
    expect([evidence.origins['kind'], evidence.origins['note']]).toEqual(['column', 'none'])
  })

  test('rules: tried where they say something of the row, never of a row that was refused before', () => {
    expect(evidence.rules).toEqual([count(7, 2, 1, 3), count(7, 1, 1, 4), count(7, 1, 0, 5)])
    expect(evidence.rules.map(unreachedOf)).toEqual([1, 1, 1])
    // Rows that a rule refuses are not compared by their key.
    expect(evidence.key).toEqual(count(7, 3, 1))
    expect(unreachedOf(evidence.key)).toBe(3)
  })

  test('columns over the rows that are used; of what is not public its values are not kept', () => {
    expect(evidence.columns['persons']).toMatchObject({
      rows: 3,
      missing: 0,
      distinct: 3,
      shown: { range: { kind: 'value', low: '3', high: '12' } },
    })
    expect(evidence.columns['to']).toMatchObject({ missing: 1, distinct: 2 })
    expect(evidence.columns['kind']?.shown?.values.map(({ value, rows }) => [value, rows])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ])
    expect(evidence.columns['name']).toEqual({ rows: 3, missing: 0, distinct: 3, shown: null })
    expect(evidence.columns['number']?.shown).toBeNull()
  })

  test('a file without faults: every cell and rule is tried or its absence is explained', () => {
    const { evidence, problems } = evidenceOf(ROWS.slice(0, 4))
    expect(problems).toEqual(['cell-width 人数'])
    const all = [...Object.values(evidence.cells), ...evidence.rules, evidence.key]
    expect(all.map(unreachedOf)).toEqual(all.map(() => 0))
    expect(all.map(({ failed }) => failed)).toEqual(all.map(() => 0))
  })

  test('nothing changes for being watched', () => {
    const bytes = new TextEncoder().encode(`${ROWS.join('\n')}\n`)
    const { sheets } = read(bytes, 'raw/visits/2026-10.csv')
    const context = { period: '2026-10', places: new Places([]) }
    const watched = check(CONTRACT, sheets, { ...context, witness: new Recorder(CONTRACT) })
    expect(watched).toEqual(check(CONTRACT, sheets, context))
  })
})
