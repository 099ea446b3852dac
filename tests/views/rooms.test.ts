import { describe, expect, test } from 'vitest'
import { composeIdentitySentences } from '../../src/contracts/identity-sentences.ts'
import { describeRule } from '../../src/contracts/rule-sentences.ts'
import { describeFrequency, listDatasets, tablesOf } from '../../src/views/dataset-page.ts'
import { buildDictionary } from '../../src/views/dictionary.ts'
import { listMethods } from '../../src/views/methods-page.ts'
import { buildNavigation } from '../../src/views/navigation.ts'
import { buildSiteMap } from '../../src/views/sitemap.ts'
import { CITY, makeCity } from './city.ts'

const { city: _, ...withoutCity } = CITY.settings
const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

describe('navigation', () => {
  const composeRooms = (...site: Parameters<typeof makeCity>) =>
    buildNavigation(makeCity(...site)).map((room) => room.path)

  test('has a room for all that the city publishes', () => {
    expect(buildNavigation(CITY).map((room) => `${room.key} ${room.path}`)).toEqual([
      'reports /reports/',
      'topics /topics/',
      'places /places/',
      'permits /permits/',
      'data /data/',
      'methods /methods/',
      'about /about/',
    ])
  })

  test('has none for permits where no register is published', () => {
    expect(composeRooms(['cases'])).toEqual(['/reports/', '/topics/', '/places/', '/data/', '/methods/', '/about/'])
  })

  test('has none for bulletins where nothing is published month by month', () => {
    for (const dataset of ['population', 'ledger']) {
      expect(composeRooms([dataset])).not.toContain('/reports/')
      expect(buildSiteMap(makeCity([dataset])).map((group) => group.path)).not.toContain('/reports/')
    }
  })

  test('has none for places and bulletins where there is no city, none for topics without words', () => {
    expect(composeRooms(['ledger'], { settings: withoutCity })).toEqual(['/topics/', '/data/', '/methods/', '/about/'])
    expect(composeRooms(['ledger'], { settings: withoutCity, topics: [] })).toEqual(['/data/', '/methods/', '/about/'])
  })
})

describe('site map', () => {
  test('leads to every room and page of the city', async () => {
    await expect(toJson(buildSiteMap(CITY))).toMatchFileSnapshot('output/sitemap.json')
  })

  test('of a portal without places and permits names none', () => {
    const map = buildSiteMap(makeCity(['ledger'], { settings: withoutCity, topics: [] }))
    expect(map.map((group) => group.path)).toEqual(['/data/', '/about/'])
  })
})

describe('methods', () => {
  test('are beside the numbers that they made', async () => {
    const reported = listMethods(CITY).map((method) => [method.contract.id, method.methods])
    await expect(toJson(reported)).toMatchFileSnapshot('output/methods.json')
  })

  test('have no example where nothing could be computed', () => {
    const hours = listMethods(makeCity(['cases'])).flatMap((method) => method.methods)
    expect(hours.map((hour) => hour.id)).toContain('flow-on_time_rate')
    expect(hours.every((hour) => hour.example !== null && hour.cell !== null)).toBe(true)
  })
})

describe('datasets', () => {
  test('are in the order of the topics, then of their names', () => {
    expect(listDatasets(CITY).map((dataset) => dataset.id)).toEqual([
      'population',
      'permits',
      'cases',
      'satisfaction',
      'ledger',
    ])
    const first = { ...CITY, settings: { ...CITY.settings, topics: ['satisfaction'] } }
    expect(listDatasets(first).map((dataset) => dataset.id)).toEqual([
      'satisfaction',
      'cases',
      'ledger',
      'permits',
      'population',
    ])
  })

  test('say how often they come', () => {
    const often = listDatasets(CITY).map(
      (dataset) => `${describeFrequency(dataset, 'zh')} ${describeFrequency(dataset, 'en')}`,
    )
    expect(often).toMatchInlineSnapshot(`
      [
        "每年 yearly",
        "每月 monthly",
        "每月 monthly",
        "每月 monthly",
        "不定期 occasionally",
      ]
    `)
  })

  test('show their tables in the order of the contract, those published only', () => {
    expect(tablesOf(CITY, 'cases').map((table) => table.id)).toEqual(['flow', 'class', 'minor', 'level', 'source'])
    expect(tablesOf(CITY, 'elder-care')).toEqual([])
  })

  test.each([
    ['cases', 'flow'],
    ['satisfaction', 'ratings'],
    ['permits', 'register'],
  ])('%s/%s has a dictionary in the order of its file', async (dataset, table) => {
    const contract = CITY.published.contracts.get(dataset)
    const spec = contract?.tables[table]
    if (!contract || !spec) throw new Error(`no ${dataset}/${table}`)
    await expect(toJson(buildDictionary(contract, spec))).toMatchFileSnapshot(
      `output/dictionary-${dataset}-${table}.json`,
    )
  })

  test('say where the name of a place is, whatever its column is called', () => {
    const flow = CITY.published.contracts.get('cases')
    if (!flow?.tables['flow'] || !flow.columns['place']) throw new Error('no cases/flow')
    const contract = { ...flow, columns: { ...flow.columns, district: flow.columns['place'] } }
    const spec = { ...flow.tables['flow'], dimensions: [{ column: 'district' }] }
    const [, place, name] = buildDictionary(contract, spec)
    expect(place?.meaning.en).toContain('its name is in district_name.')
    expect([place?.id, name?.id]).toEqual(['district', 'district_name'])
  })

  test('say of each attribute that may be blank what a blank cell means, and of no other', () => {
    const said = [...CITY.published.tables.values()].flatMap(({ contract, spec }) =>
      buildDictionary(contract, spec).filter(({ meaning }) => meaning.zh.endsWith('留空即没有这一项。')),
    )
    expect(said.map(({ id }) => id).toSorted()).toEqual([
      ...[
        'cancelled_on',
        'changed_on',
        'indicator_en',
        'indicator_zh',
        'note_en',
        'note_zh',
        'place',
        'previous_valid_to',
      ],
      ...['qualifier', 'renewed_on', 'revoked_on', 'section', 'stated_period', 'unit', 'unit_base', 'value', 'year'],
    ])
  })

  test('tell their rules in sentences', async () => {
    const reported = listDatasets(CITY).flatMap((contract) =>
      (contract.rules ?? []).map((rule) => {
        const { zh, en } = describeRule(contract, rule)
        return `${contract.id} ${rule.kind}\n  ${zh}\n  ${en}\n`
      }),
    )
    await expect(reported.join('')).toMatchFileSnapshot('output/rules.txt')
    const identities = listDatasets(CITY).flatMap((contract) =>
      composeIdentitySentences(contract, [...CITY.contracts.values()]).map(
        ({ zh, en }) => `${contract.id}\n  ${zh}\n  ${en}\n`,
      ),
    )
    await expect(identities.join('')).toMatchFileSnapshot('output/identities.txt')
  })
})
