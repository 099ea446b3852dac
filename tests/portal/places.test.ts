import { expect, test } from 'vitest'
import { readPlaces } from '../../src/portal/read-places.ts'
import { placesOf } from './list-texts.ts'

const HEADER = 'code,name_zh,name_en,level,parent,from,to,successor,aliases,tile_column,tile_row'

test('places of a portal', () => {
  const { places, problems } = placesOf(
    [
      HEADER,
      '9901,甲市,Jia,city,,,,,,,',
      '990101,乙区,Yi,district,9901,,,,老乙|乙县,0,2',
      '990102,丙区,Bing,district,9901,,2013-12-31,990101,,,',
      '',
    ].join('\r\n'),
  )
  expect(problems).toEqual([])
  expect(places.get('990101')).toEqual({
    code: '990101',
    names: { zh: '乙区', en: 'Yi' },
    level: 'district',
    parent: '9901',
    from: null,
    to: null,
    successor: null,
    aliases: ['老乙', '乙县'],
    tile: { column: 0, row: 2 },
  })
  expect(places.listPlaces('district', '2014-01-01').map((place) => place.code)).toEqual(['990101'])
})

test.each([
  ['code,name\n', 'places-header 1 code,name'],
  [`${HEADER}\n9901,,Jia,city,,,,,,,\n`, 'places-field 2 '],
  [`${HEADER}\n9901,甲,Jia,city,,2014,,,,,\n`, 'places-field 2 2014'],
  [`${HEADER}\n9901,甲,Jia,city,,,,,,a,1\n`, 'places-field 2 a'],
  [`${HEADER}\n9901,甲,Jia,city,,,,,,,\n9901,乙,Yi,city,,,,,,,\n`, 'places-twice 3 9901'],
  [`${HEADER}\n9901,甲,Jia,city,,2014-02-30,,,,,\n`, 'places-field 2 2014-02-30'],
  [
    `${HEADER}\n9901,甲,Jia,city,,,,,,,\n990101,乙,Yi,district,9901,,,,丁,,\n990102,丙,Bing,district,9901,,,,丁,,\n`,
    'places-name-twice 4 丁',
  ],
  [`${HEADER}\n9901,甲,Jia,city,99,,,,,,\n`, 'places-unknown 2 99'],
  [`${HEADER}\n9901,甲,Jia,city,9902,,,,,,\n9902,乙,Yi,city,9901,,,,,,\n`, 'places-circle 2 9901,places-circle 3 9902'],
])('what cannot be a list of places is refused: %j', (text, expected) => {
  const { problems } = placesOf(text)
  expect(problems.map((problem) => `${problem.rule} ${problem.row ?? ''} ${problem.found}`).join()).toBe(expected)
})

test('one name for one after the other, or under two parents, is no fault', () => {
  const { problems } = placesOf(
    [
      HEADER,
      '9901,甲市,Jia,city,,,,,,,',
      '990101,乙县,Yi county,district,9901,,2013-12-31,990102,乙,,',
      '990102,乙区,Yi,district,9901,2014-01-01,,,乙,,',
      '990103,丙区,Bing,district,9901,,,,,,',
      '990102001,中山街道,Zhongshan 1,subdistrict,990102,,,,,,',
      '990103001,中山街道,Zhongshan 2,subdistrict,990103,,,,,,',
    ].join('\n'),
  )
  expect(problems).toEqual([])
})

test('a list that Excel saved as GB18030 gives the same names, and a damaged one is refused', () => {
  const text = `${HEADER}\n9901,,Jia,city,,,,,,,\n`
  const [before = '', after = ''] = text.split(',,Jia').map((part) => part)
  const bytes = new TextEncoder()
  const named = Uint8Array.from([
    ...bytes.encode(`${before},`),
    0xbc,
    0xd7,
    0xca,
    0xd0,
    ...bytes.encode(`,Jia${after}`),
  ])
  expect(readPlaces(named).places.get('9901')?.names.zh).toBe('甲市')
  const damaged = Uint8Array.from([...bytes.encode(`${before},`), 0xbc, 0xff, ...bytes.encode(`,Jia${after}`)])
  expect(readPlaces(damaged).problems.map((problem) => problem.file)).toEqual(['places.csv'])
})
