import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContent } from '../../src/portal/content.ts'
import { openPortal } from '../../src/portal/portal.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { holidaysOf, placesOf } from './list-texts.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-beside-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Rule, file, line and name of a problem, and what was found. */
const report = ({ rule, file, row, columnName, found }: Problem) =>
  [rule, `${file}:${row ?? ''}`, columnName, found].join(' ')

/** A portal whose own contract and content say something else. */
async function reportPortal(
  change: (contract: string) => string,
  { changeSite = (text: string) => text, changeTopic = (text: string) => text } = {},
): Promise<string[]> {
  const at = await mkdtemp(join(folder, 'portal-'))
  await cp('tests/site/small', at, { recursive: true })
  const path = join(at, 'data/contracts/street-lamps.ts')
  await writeFile(path, change(await readFile(path, 'utf8')))
  const settings = join(at, 'content/site.yaml')
  await writeFile(settings, changeSite(await readFile(settings, 'utf8')))
  const words = join(at, 'content/topics/lamps/zh.mdx')
  await writeFile(words, changeTopic(await readFile(words, 'utf8')))
  const opened = await openPortal(join(at, 'data'))
  const { problems } = await openContent(join(at, 'content'), opened.names)
  return [...opened.problems, ...problems].filter(({ level }) => level === 'error').map(report)
}

test('a key of a contract that is not valid hides no unknown column in it, and brings no false one about', async () => {
  const makeFaulty = (contract: string) =>
    contract
      .replace("frequency: 'month'", "frequency: 'monht'")
      .replace("b: 'lamps_end'", "b: 'lamps_edn'")
      .replace("privacy: 'count'", "privasy: 'count'")
  const found = await reportPortal(makeFaulty)
  expect(found).toEqual([
    expect.stringMatching(/^contract-invalid .*frequency/),
    expect.stringMatching(/^contract-invalid .*columns\.lamps_start\.privacy/),
    expect.stringMatching(/^contract-invalid .*columns\.lamps_start\.privasy/),
    expect.stringMatching(/^contract-name-unknown .*rules\.0\.b lamps_edn/),
  ])
})

test('a contract at fault hides no fault of content, and nothing is called unknown for it', async () => {
  const makeFaultySite = (text: string) =>
    text.replace('990200', '990300').replace('to: /data/street-lamps/', 'to: /data/bus-rides/')
  const unknown = [
    expect.stringMatching(/content-name-unknown .* city 990300$/),
    expect.stringMatching(/content-name-unknown .* moved\.0\.to bus-rides$/),
  ]
  const invalid = await reportPortal((contract) => contract.replace("frequency: 'month'", "frequency: 'monht'"), {
    changeSite: makeFaultySite,
  })
  expect(invalid).toEqual([expect.stringMatching(/^contract-invalid /), ...unknown])
  // Of a file that cannot be read nobody knows what it would be called.
  const unread = await reportPortal((contract) => contract.replace("id: 'street-lamps',", "id: 'street-lamps' x"), {
    changeSite: makeFaultySite,
  })
  expect(unread).toEqual([expect.stringMatching(/^contract-unreadable /), unknown[0]])
})

test('names are looked up in a contract at fault, but for the parts that are', async () => {
  const changeTopic = (text: string) => text.replace('measure: lit_rate', 'measure: lit_rat')
  const found = await reportPortal((contract) => contract.replace("frequency: 'month'", "frequency: 'monht'"), {
    changeTopic,
  })
  expect(found).toEqual([
    expect.stringMatching(/^contract-invalid /),
    expect.stringMatching(/content-name-unknown .*zh\.mdx:\d+ figures\.0\.measure lit_rat$/),
  ])
  const without = await reportPortal((contract) => contract.replace('measures: {', 'measurse_of_lamps: {'), {
    changeTopic,
  })
  expect(without.filter((line) => line.includes('figures.0.measure'))).toEqual([])
})

test('all that is wrong with a line of a list is said, and a line at fault is still there for others', () => {
  const header = 'code,name_zh,name_en,level,parent,from,to,successor,aliases,tile_column,tile_row'
  const places = placesOf(`${header}\n\n9901,甲,,city,,2014,,,,a,1\n990101,乙,Yi,district,9901,,,,,,\n`).problems
  expect(places.map(report)).toEqual([
    'places-field places.csv:3 name_en ',
    'places-field places.csv:3 from 2014',
    'places-field places.csv:3 tile_column a',
  ])
  const holidays = holidaysOf('date,kind,name\n2026-10-41,rset,\n2026-10-03,rest,\n2024-01-01,rest,元旦\n').problems
  expect(holidays.map(report)).toEqual([
    'holidays-field holidays.csv:2 date 2026-10-41',
    'holidays-field holidays.csv:2 kind rset',
    'holidays-field holidays.csv:2 name ',
    'holidays-field holidays.csv:3 name ',
    'holidays-rest-weekend holidays.csv:3 date 2026-10-03',
  ])
})
