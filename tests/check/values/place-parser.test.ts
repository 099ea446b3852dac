import { expect, test } from 'vitest'
import type { Column } from '../../../src/contracts/contract.ts'
import { checkText, contractOf, makeColumn, TWINS } from '../small.ts'

const anywhere: Column['type'] = { kind: 'place' }

function parsePlace(text: string, type: Column['type'] = anywhere): string {
  const { rows, all } = checkText(contractOf({ x: makeColumn(type, '地区') }), `地区\n"${text}"\n`, '2026-10', TWINS)
  return [rows[0]?.values['x'], ...all.map(({ rule, expected }) => `${rule} ${expected}`)].join(' ').trim()
}

test.each([
  // One of the two bearers of the name has gone.
  ['旧街道', '990101098'],
  ['中山', '990101099 place-alias 990101099'],
  ['990102099', '990102099'],
  ['锦北区中山街道', '990101099 place-alias 990101099'],
  ['云锦市栖云区中山街道', '990102099 place-alias 990102099'],
  ['云锦市 / 栖云 / 中山街道', '990102099 place-alias 990102099'],
  ['云锦市-锦北区', '990101 place-alias 990101'],
  ['雲錦市錦北區', '990101 name-traditional 990101'],
  ['錦北區', '990101 name-traditional 990101'],
  // Two have the name: nobody can say which, even after the city.
  ['中山街道', ' place-ambiguous 锦北区中山街道 990101099 | 栖云区中山街道 990102099'],
  ['云锦市中山街道', ' place-ambiguous 锦北区中山街道 990101099 | 栖云区中山街道 990102099'],
  ['(二)锦北区', '990101 place-alias 990101'],
  ['锦北区[1]', '990101 place-alias 990101'],
  ['990101.0', '990101 place-alias 990101'],
  // A plain figure is part of a name or a code.
  ['锦北区1', ' place-unknown 锦北区 | 栖云区 | 高泽区'],
  ['9901011', ' place-unknown 990101 | 990100 | 990102'],
  // A path that does not exist is no place.
  ['锦北区栖云区', ' place-unknown 锦北区 | 栖云区 | 高泽区'],
  ['锦北区云锦市', ' place-unknown 云锦市 | 锦北区 | 栖云区'],
])('%s: %s', (text, expected) => {
  expect(parsePlace(text)).toBe(expected.trim())
})

test('the level that belongs there is named in words', () => {
  const { all } = checkText(
    contractOf({ x: makeColumn({ kind: 'place', levels: ['district', '片区'] }, '地区') }),
    '地区\n云锦市\n',
  )
  expect(all.map((problem) => problem.params['levels'])).toEqual([
    { zh: '区县、“片区”', en: 'district or county, “片区”' },
  ])
})
