import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/charts/figure-csv.ts'
import { datasetFigure } from '../../src/contracts/figure-declaration.ts'
import { settingsSchema } from '../../src/portal/settings.ts'
import { buildDeclaredFigure } from '../../src/subjects/figures/declared-figure.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { CITY, SETTINGS } from './city.ts'

const declaration = {
  id: 'solved',
  kind: 'line' as const,
  dataset: 'cases',
  table: 'level',
  measure: 'closed',
  over: 'period',
  series: 'level',
  only: ['community', 'city'],
  where: { place: '990100' },
}
const drawDeclared = (more: object = {}) => buildDeclaredFigure(CITY, datasetFigure.parse({ ...declaration, ...more }))

describe('a figure that the words of a topic declare', () => {
  test('is a line a code, with the names of the contract', () => {
    const figure = drawDeclared()
    if (figure?.kind !== 'line') throw new Error('a line was asked for')
    expect(figure.series.map((line) => `${line.label.zh} ${line.label.en} ${line.role}`)).toEqual([
      '社区 Community now',
      '市 City reference',
    ])
    expect(figure.title).toEqual({
      zh: '办结：社区15件，市3件',
      en: 'Closed: Community 15 cases, City 3 cases',
    })
    expect(csvOf(figure).split('\n').slice(0, 3)).toEqual([
      'period,community_cases,city_cases,status',
      '2026-04,17,3,final',
      '2026-05,17,3,final',
    ])
  })

  test('keeps to its span and to its own labels', () => {
    const figure = drawDeclared({ from: '2026-08', to: '2026-09', labels: { city: { zh: '市级', en: 'The city' } } })
    expect(figure?.period).toEqual({ zh: '2026年8月—2026年9月', en: 'August 2026 – September 2026' })
    expect(figure?.kind === 'line' && figure.series[1]?.label.zh).toBe('市级')
  })

  test('may be a panel or a dot a code', () => {
    const panels = drawDeclared({ kind: 'multiples' })
    expect(panels?.kind === 'multiples' && panels.panels.map((panel) => panel.id)).toEqual(['community', 'city'])
    const dots = drawDeclared({ kind: 'interval' })
    expect(dots?.kind === 'interval' && dots.items.map((item) => [item.id, item.cell.value, item.low])).toEqual([
      ['community', 15, null],
      ['city', 3, null],
    ])
  })

  test('is a single line where it names no series', () => {
    const { series: _, only: __, ...rest } = declaration
    const figure = buildDeclaredFigure(CITY, { ...rest, where: { place: '990100', level: 'city' } })
    expect(figure?.kind === 'line' && figure.series.map((line) => line.id)).toEqual(['closed'])
  })

  test('is left out where it would show nothing', () => {
    expect(drawDeclared({ from: '2030-01' })).toBeNull()
    expect(drawDeclared({ only: ['subdistrict'], measure: 'hours_median' })).toBeNull()
  })

  test.each([
    [{ dataset: 'lamps' }, 'content: figure solved asks for lamps/level, which is not published'],
    [{ series: 'levels' }, 'content: figure solved names levels; cases/level has period, place, level'],
    [{ over: 'year' }, 'content: figure solved names year; cases/level has period, place, level'],
    [{ where: { city: '990100' } }, 'content: figure solved names city; cases/level has period, place, level'],
    [{ measure: 'opened' }, 'content: figure solved names opened, which cases/level does not publish'],
  ])('with %j is refused', (more, message) => {
    expect(() => drawDeclared(more)).toThrow(message)
  })

  test('is on the page of its topic, after what the topic itself draws', () => {
    const sections = buildTopicReport(CITY, { id: 'lamps', figures: [declaration] }).sections
    expect(sections.map((section) => [section.id, section.figures.map((figure) => figure.id)])).toEqual([
      ['figures', ['solved']],
    ])
    expect(buildTopicReport(CITY, { id: 'ageing', figures: [declaration] }).sections.at(-1)?.id).toBe('figures')
  })
})

test.each([
  [{ ...declaration, id: 'Solved' }, false],
  [{ ...declaration, kind: 'pie' }, false],
  [{ ...declaration, measures: ['closed'] }, false],
  [declaration, true],
])('the frontmatter %j', (head, isRight) => {
  expect(datasetFigure.safeParse(head).success).toBe(isRight)
})

test('settings have no default that could pass for a fact', () => {
  expect(settingsSchema.safeParse(SETTINGS).success).toBe(true)
  for (const key of ['title', 'area', 'publisher', 'licence', 'footer', 'topics'] as const) {
    const { [key]: _, ...rest } = SETTINGS
    expect(settingsSchema.safeParse(rest).success, key).toBe(false)
  }
  expect(settingsSchema.safeParse({ ...SETTINGS, colour: 'red' }).success).toBe(false)
})
