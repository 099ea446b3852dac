import type { Checked } from '../../src/check/index.ts'
import { check } from '../../src/check/index.ts'
import type { Place } from '../../src/codes/places.ts'
import { Places } from '../../src/codes/places.ts'
import type { Column, Contract, Profile } from '../../src/contracts/contract.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { read } from '../../src/read/index.ts'

const makePlace = (code: string, zh: string, more: Partial<Place> = {}): Place => ({
  code,
  names: { zh, en: code },
  level: code.endsWith('00') ? 'city' : 'district',
  parent: code.endsWith('00') ? null : '990100',
  from: null,
  to: null,
  successor: null,
  aliases: [],
  tile: null,
  ...more,
})

/** A city whose 高泽县 became a district on 2013-02-20. */
export const PLACES = new Places([
  makePlace('990100', '云锦市'),
  makePlace('990101', '锦北区'),
  makePlace('990102', '栖云区', { aliases: ['栖云'] }),
  makePlace('990125', '高泽县', { to: '2013-02-19', successor: '990118' }),
  makePlace('990118', '高泽区', { from: '2013-02-20' }),
])

/** A city in two of whose districts there is a 中山街道. */
export const TWINS = new Places([
  ...PLACES.all,
  makePlace('990101099', '中山街道', { level: 'subdistrict', parent: '990101', aliases: ['中山'] }),
  makePlace('990102099', '中山街道', { level: 'subdistrict', parent: '990102' }),
  makePlace('990102098', '旧街道', { level: 'subdistrict', parent: '990102', to: '2020-12-31' }),
  makePlace('990101098', '旧街道', { level: 'subdistrict', parent: '990101' }),
])

export function contractOf(columns: Record<string, Column>, more: Partial<Contract> = {}): Contract {
  return {
    id: 'small',
    title: { zh: '小表', en: 'Small' },
    description: { zh: '测试用', en: 'For tests' },
    class: 'O',
    frequency: 'month',
    keeper: { zh: '某部门', en: 'A department' },
    topic: 'cases',
    columns,
    key: [],
    tables: {},
    ...more,
  }
}

export const makeColumn = (type: Column['type'], zh: string, more: Partial<Column> = {}): Column => ({
  type,
  names: { zh, en: zh },
  privacy: 'public',
  ...more,
})

/** Reads and checks a CSV text as the file of a month; the reader's problems come first. */
export function checkText(
  contract: Contract,
  text: string,
  period = '2026-10',
  places = PLACES,
): Checked & { all: Problem[] } {
  const { sheets, problems } = read(new TextEncoder().encode(text), `raw/small/${period}.csv`, contract.profile)
  const checked = check(contract, sheets, { period, places })
  return { ...checked, all: [...problems, ...checked.problems] }
}

/** What becomes of one text in a column: its value and notes, or the rule that refuses it. */
export function parseOutcome(
  type: Column['type'],
  text: string,
  more: Partial<Column> = {},
  profile: Profile = {},
): string {
  const contract = contractOf({ x: makeColumn(type, '甲', more), y: makeColumn({ kind: 'text' }, '乙') }, { profile })
  const { rows, all } = checkText(contract, `甲,乙\n"${text}",1\n`)
  const rules = all.map((problem) => problem.rule).join(' ')
  return rows[0] ? `${rows[0].values['x']} ${rules}`.trim() : rules
}
