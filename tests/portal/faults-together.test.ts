import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContent } from '../../src/portal/content.ts'
import { openPortal, type Portal } from '../../src/portal/portal.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { LAMPS_FIGURE, SETTINGS_HEAD } from './lamps-words.ts'

let folder = ''
let portal: Portal

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-together-'))
  await cp('tests/site/small/content', join(folder, 'content'), { recursive: true })
  portal = await openPortal('tests/site/small/data')
})
afterAll(() => rm(folder, { recursive: true }))

/** Rule, file, line and name of each problem. */
const report = ({ rule, file, row, columnName, found }: Problem) =>
  [rule, `${file}:${row ?? ''}`, columnName, found].join(' ')

async function reportContent(path: string, text: string): Promise<string[]> {
  const at = await mkdtemp(join(folder, 'case-'))
  await cp(join(folder, 'content'), at, { recursive: true })
  await mkdir(join(at, 'systems'), { recursive: true })
  await writeFile(join(at, path), text)
  const { problems } = await openContent(at, portal.names)
  return problems.map(report)
}

const TOPIC = `${LAMPS_FIGURE}    decimals: 1
  - id: lit
    kind: stacked
    dataset: street-lamps
    table: lamps
    measures: [lit, dark]
    series: light
    where: { place: "990201" }
sections:
  - id: history
    heading: { zh: 历史, en: History }
    text:
      - { zh: "亮灯{lit}。", en: "Lit: {lit}." }
    values:
      lit: { dataset: street-lamps, table: lamps, measure: lit, where: { place: "990201" } }
---
`

const SITE = `${SETTINGS_HEAD}datasets:
  street-lamps: { real: true }
moved:
  - { from: /data/lamps/, to: /data/street-lamps/, on: 2026-10-01, title: { zh: 灯, en: Lamps } }
topics: [lamps]
footer: []
`

const SYSTEMS = `families:
  works: { zh: 市政, en: Works }
systems:
  - id: S1
    family: works
    names: { zh: 照明, en: Lighting }
    line: { zh: 灯, en: Lamps }
    discloses: { zh: 盏数, en: Numbers }
    datasets: [street-lamps]
    related: [S2]
  - id: S2
    family: works
    names: { zh: 巡查, en: Rounds }
    line: { zh: 查, en: Rounds }
    discloses: { zh: 次数, en: Numbers }
`

const EVENTS = `- period: "2026"
  kind: event
  datasets: [street-lamps]
  places: ["990201"]
  label: { zh: 一, en: a }
- period: "2026"
  kind: break
  datasets: [street-lamps]
  label: { zh: 一, en: a }
`

/** A file, and changes of it that are a fault each, of keys, of values and of names. */
const CASES: [string, string, [string, string][]][] = [
  [
    'topics/lamps/zh.mdx',
    TOPIC,
    [
      ['summary:', 'sumary:'],
      ['kind: line', 'kind: lime'],
      ['measure: lit_rate', 'mesure: lit_rate'],
      ['table: lamps\n    measures', 'table: lamsp\n    measures'],
      ['over: period', 'over: month'],
      ['series: place', 'series: plaice'],
      ['light: led', 'light: lead'],
      ['decimals: 1', 'decimals: many'],
      ['series: light', 'seris: light'],
      ['where: { place: "990201" }\nsections', 'where: { place: "999999" }\nsections'],
      ['id: history', 'id: 历史'],
      ['{ zh: 历史, en: History }', '{ zh: 历史 }'],
      ['Lit: {lit}', 'Lit: {lti}'],
      ['measure: lit,', 'measuer: lit,'],
      ['place: "990201" } }', 'plcae: "990201" } }'],
    ],
  ],
  [
    'site.yaml',
    SITE,
    [
      ['description:', 'descripton:'],
      ['city: "990200"', 'city: "990300"'],
      ['url: https:', 'url: htp'],
      ['street-lamps: { real: true }', 'street-lamp: { real: true }'],
      ['street-lamps: { real', 'street-lamps: { rael'],
      ['/data/street-lamps/', '/data/street-lamp/'],
      ['on: 2026-10-01', 'on: 2026-10-41'],
      ['[lamps]', '[lamp]'],
      ['footer: []', 'footer: none'],
      ['area: { zh: 石榴市', 'area: *石榴市\nmore: { zh: 石榴市'],
    ],
  ],
  [
    'systems/systems.yaml',
    SYSTEMS,
    [
      ['id: S1', 'id: s1'],
      ['family: works\n    names: { zh: 照明', 'family: work\n    names: { zh: 照明'],
      ['line: { zh: 灯', 'lin: { zh: 灯'],
      ['datasets: [street-lamps]', 'datasets: [street-lamp]'],
      ['related: [S2]', 'related: [S3]'],
      ['{ zh: 次数, en: Numbers }', '次数'],
    ],
  ],
  [
    'events.yaml',
    EVENTS,
    [
      ['kind: event', 'kind: party'],
      ['datasets: [street-lamps]\n  places', 'datasets: [street-lamp]\n  places'],
      ['"990201"', '"990209"'],
      ['kind: break\n  datasets: [street-lamps]', 'kind: break\n  dataset: [street-lamp]'],
      ['label: { zh: 一, en: a }\n- ', 'label: 一\n- '],
    ],
  ],
]

describe.each(CASES)('of %s', (path, text, changes) => {
  const apply = (of: string, [from, to]: readonly [string, string]) => {
    expect(of).toContain(from)
    return of.replace(from, to)
  }

  test('the original has no fault, and each change is one', async () => {
    expect(await reportContent(path, text)).toEqual([])
    for (const change of changes) {
      const found = await reportContent(path, apply(text, change))
      expect(found, change[1]).not.toEqual([])
      // A fault is said once.
      expect(new Set(found.map((line) => line.replace(/^\S+ /, ''))).size, change[1]).toBe(found.length)
    }
  })

  test('no fault hides another', async () => {
    // An alias of nothing leaves no tree in which anything could be looked up.
    const pairable = changes.filter(([, to]) => !to.includes('*'))
    for (const [index, first] of pairable.entries()) {
      const alone = await reportContent(path, apply(text, first))
      for (const second of pairable.slice(index + 1)) {
        if (first[0].includes(second[0]) || second[0].includes(first[0])) continue
        const other = await reportContent(path, apply(text, second))
        const both = await reportContent(path, apply(apply(text, first), second))
        expect(both.toSorted(), `${first[1]} and ${second[1]}`).toEqual([...new Set([...alone, ...other])].toSorted())
      }
    }
  })
})

test('keys that occur twice are named each, beside unknown names', async () => {
  const text = SITE.replace('city: "990200"', 'city: "990200"\ncity: "990300"\narea: { zh: 甲, en: A, en: B }')
  const found = await reportContent('site.yaml', text)
  expect(found).toEqual([
    'content-yaml content/site.yaml:5  city: "990300"',
    'content-yaml content/site.yaml:6  area: { zh: 甲, en: A, en: B }',
    'content-yaml content/site.yaml:6  area: { zh: 甲, en: A, en: B }',
    expect.stringMatching(/^content-name-unknown .* city 990300$/),
  ])
})

test.each([
  ['an alias of nothing', 'title: *重要\n', 1],
  ['an alias of what it is in', 'a: 1\nb: &b [*b]\n', 2],
  ['aliases without end', `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n`, 1],
])('%s is a fault of the file', async (_, text, line) => {
  const found = await reportContent('site.yaml', text)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(`content-yaml content/site.yaml:${line} `)
})
