import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from '../../src/compose/open-site.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { LAMPS_FIGURE, SETTINGS_HEAD } from './lamps-words.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-open-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What is wrong with the small portal once some of its files say something else. */
async function problemsOf(files: Record<string, string>): Promise<readonly Problem[]> {
  const at = await mkdtemp(join(folder, 'portal-'))
  await cp(join(import.meta.dirname, '../site/small'), at, { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(at, file), text)
  try {
    await openSite({ data: join(at, 'data'), published: join(at, 'output'), content: join(at, 'content') })
  } catch (error) {
    if (error instanceof PortalError) return error.problems
    throw error
  }
  return []
}

/** A problem in one line: rule, file, line, name, what was found, what is near. */
function report({ rule, file, row, columnName, found, expected }: Problem): string {
  return [rule, `${file?.replace('content/', '')}:${row ?? ''}`, columnName, found, expected]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}

const SETTINGS = `${SETTINGS_HEAD}topics: [lamps]
footer: []
`

const SECTION = `sections:
  - id: history
    heading: { zh: 历史, en: History }
    text:
      - { zh: "亮灯{lti}。", en: "Lit: {lit}." }
    values: { lit: { dataset: street-lamp, table: lamps, measure: lit, where: { place: "990201" } } }
---`

const FIGURE = `${LAMPS_FIGURE}---
`

const TOPIC = 'content/topics/lamps/zh.mdx'

test.each([
  [
    'a topic without its title',
    { [TOPIC]: '---\nsummary: 灯\n---\n' },
    ['content-key-missing topics/lamps/zh.mdx:2 title'],
  ],
  ['a topic without a head', { [TOPIC]: '路灯\n' }, ['content-head-missing topics/lamps/zh.mdx:1']],
  [
    'a figure of no kind',
    { [TOPIC]: FIGURE.replace('kind: line', 'kind: lime') },
    ['content-invalid topics/lamps/zh.mdx:6 figures.0.kind lime line | tiles | likert'],
  ],
  [
    'a key that is misspelt',
    { 'content/site.yaml': SETTINGS.replace('licence:', 'license:') },
    ['content-key-missing site.yaml:1 licence', 'content-key-unknown site.yaml:6 license licence | title | signer'],
  ],
  ['YAML that is broken', { 'content/site.yaml': `${SETTINGS}more: [\n` }, ['content-yaml site.yaml:10']],
  [
    'a city that is no place',
    { 'content/site.yaml': SETTINGS.replace('990200', '990300') },
    ['content-name-unknown site.yaml:4 city 990300 990200 石榴市 | 990201 东湾区 | 990202 西岭区'],
  ],
  [
    'a topic without a folder',
    { 'content/site.yaml': SETTINGS.replace('[lamps]', '[lamps, lamp]') },
    ['content-name-unknown site.yaml:7 topics.1 lamp lamps'],
  ],
  [
    'settings of a dataset that is none',
    { 'content/site.yaml': `${SETTINGS}datasets:\n  street-lamp: { real: true }\n` },
    ['content-name-unknown site.yaml:10 datasets.street-lamp street-lamp street-lamps'],
  ],
  [
    'an event of no kind',
    { 'content/events.yaml': '- period: "2026"\n  kind: party\n  datasets: []\n  label: {zh: 一, en: a}\n' },
    ['content-invalid events.yaml:2 0.kind party event | break'],
  ],
  [
    'an event nowhere',
    {
      'content/events.yaml':
        '- period: "2026"\n  kind: event\n  datasets: [street-lamps]\n  places: ["990209"]\n  label: {zh: 一, en: a}\n',
    },
    ['content-name-unknown events.yaml:4 0.places.0 990209 990200 石榴市 | 990201 东湾区 | 990202 西岭区'],
  ],
  [
    'synonyms of one letter',
    { 'content/thesaurus.yaml': '- { id: a, zh: [灯] }\n' },
    ['content-invalid thesaurus.yaml:1 0.zh.0 灯'],
  ],
  [
    'every name of a figure',
    {
      [TOPIC]: FIGURE.replace('lit_rate', 'lit_rat')
        .replace('over: period', 'over: month')
        .replace('series: place', 'series: plaice')
        .replace('led', 'lead'),
    },
    [
      'content-name-unknown topics/lamps/zh.mdx:9 figures.0.measure lit_rat lit_rate',
      'content-name-unknown topics/lamps/zh.mdx:10 figures.0.over month',
      'content-name-unknown topics/lamps/zh.mdx:11 figures.0.series plaice place',
      'content-name-unknown topics/lamps/zh.mdx:12 figures.0.where.light lead led',
    ],
  ],
  [
    'a place in a figure',
    { [TOPIC]: FIGURE.replace('light: led', 'place: "999999"') },
    ['content-name-unknown topics/lamps/zh.mdx:12 figures.0.where.place 999999 99'],
  ],
  [
    'a number that words name',
    {
      [TOPIC]: FIGURE.replace(
        'where: { light: led }',
        'where: { light: led }\n    title: { zh: "{rat}", en: "{rate}" }\n    values: { rate: { where: { lihgt: led } } }',
      ),
    },
    [
      'content-name-unknown topics/lamps/zh.mdx:14 figures.0.values.rate.where.lihgt lihgt light',
      'content-name-unknown topics/lamps/zh.mdx:13 figures.0.title rat rate',
    ],
  ],
  [
    'several values where only one row can be meant',
    { [TOPIC]: FIGURE.replace('light: led', 'light: [led, sodium]') },
    ['content-name-unknown topics/lamps/zh.mdx:12 figures.0.where.light lamps'],
  ],
  [
    'a section whose numbers are of another dataset',
    {
      [TOPIC]: FIGURE.replace(/figures:[\s\S]*---/, SECTION),
    },
    [
      'content-name-unknown topics/lamps/zh.mdx:9 sections.0.values.lit.dataset street-lamp street-lamps',
      'content-name-unknown topics/lamps/zh.mdx:8 sections.0.text.0 lti lit',
    ],
  ],
  [
    'a row that the published data do not have',
    {
      [TOPIC]: FIGURE.replace(
        /figures:[\s\S]*---/,
        SECTION.replace('street-lamp,', 'street-lamps,').replace('{lti}', '{lit}'),
      ),
    },
    ['content-row-missing topics/lamps/zh.mdx:9 history.values.lit {"place":"990201"}'],
  ],
  [
    'a table that nothing fills yet',
    {
      [TOPIC]: FIGURE.replace('street-lamps', 'cases')
        .replace('table: lamps', 'table: level')
        .replace('lit_rate', 'closed')
        .replace('light: led', ''),
    },
    // That the level is left open as well is not reported: there are no rows yet that it could confuse.
    ['content-unpublished topics/lamps/zh.mdx:5 lit-rate cases/level'],
  ],
])('%s is named by file, line and the nearest right name', async (_, files, expected) => {
  const lines = (await problemsOf(files)).map(report)
  expect(lines).toHaveLength(expected.length)
  for (const [index, start] of expected.entries()) expect(lines[index]?.startsWith(start), lines[index]).toBe(true)
})

test('what is not published is named beside names that nothing has, in the same file and in others', async () => {
  const section = SECTION.replace('street-lamp,', 'street-lamps,').replace('{lti}', '{lit}')
  const problems = await problemsOf({
    'content/site.yaml': SETTINGS.replace('990200', '990300'),
    [TOPIC]: FIGURE.replace('lit_rate', 'lit_rat').replace(/---\n$/, `${section}\n`),
  })
  expect(problems.map(report)).toEqual([
    expect.stringMatching(/^content-name-unknown site\.yaml:4 city 990300 /),
    expect.stringMatching(/^content-name-unknown topics\/lamps\/zh\.mdx:9 figures\.0\.measure lit_rat /),
    'content-row-missing topics/lamps/zh.mdx:18 history.values.lit {"place":"990201"}',
  ])
})

test('faults of several files are named at once', async () => {
  const problems = await problemsOf({
    'content/site.yaml': SETTINGS.replace('990200', '990300'),
    [TOPIC]: FIGURE.replace('lit_rate', 'lit_rat'),
    'content/thesaurus.yaml': '- {}\n',
  })
  expect([...new Set(problems.map((problem) => problem.file))].sort()).toEqual([
    'content/site.yaml',
    'content/thesaurus.yaml',
    'content/topics/lamps/zh.mdx',
  ])
})

test.each([
  ['data/raw/street-lamps/profile.yaml', 'columns: {lamp: 盏数}\n', 'profile-column-unknown'],
  ['data/exceptions.csv', 'rule,dataset\n,street-lamps\n', 'exceptions-header'],
  ['data/places.csv', 'code\n', 'places-header'],
])('%s that the command line refuses stops the build with the same words', async (file, text, rule) => {
  expect((await problemsOf({ [file]: text })).map((problem) => problem.rule)).toContain(rule)
})

test('an item of site.yaml that is not valid hides no name in it, and no fault of a topic', async () => {
  const settings = SETTINGS.replace('title:', 'titel:').replace('990200', '990209').replace('[lamps]', '[lamsp]')
  const problems = await problemsOf({
    'content/site.yaml': settings,
    'content/topics/lamps/en.mdx': '---\ntitle: Lamps\nsumary: Lamps\n---\n',
  })
  expect(problems.map(report)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^content-key-missing site\.yaml:\d+ title$/),
      expect.stringMatching(/^content-key-unknown site\.yaml:\d+ titel title/),
      expect.stringMatching(/^content-name-unknown site\.yaml:4 city 990209/),
      expect.stringMatching(/^content-name-unknown site\.yaml:7 topics\.0 lamsp lamps/),
      expect.stringMatching(/^content-key-unknown topics\/lamps\/en\.mdx:3 sumary summary/),
    ]),
  )
})
