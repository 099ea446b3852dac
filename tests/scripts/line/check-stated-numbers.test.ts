import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBoundFiles } from '../../../scripts/line/check-bound-files.ts'
import type { Site } from '../../../src/compose/site.ts'
import { questionsSchema, termsSchema } from '../../../src/portal/plain-words.ts'
import { readYaml } from '../../../src/portal/yaml.ts'
import { CITY } from '../../views/city.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-stated-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What is wrong with a file of words of the small city, a line each: rule, line and column, what was found. */
async function check(path: string, text: string, site: Site = CITY): Promise<string[]> {
  const content = await mkdtemp(join(folder, 'content-'))
  await mkdir(dirname(join(content, path)), { recursive: true })
  await writeFile(join(content, path), text)
  const problems = await checkBoundFiles(site, content, { unread: new Set(), heads: new Set() })
  for (const { file } of problems) expect(file).toBe(`content/${path}`)
  return problems.map(({ rule, row, column, columnName, found, expected }) =>
    [rule, [row, column].filter((at) => at !== null).join(':'), columnName, found, expected].filter(Boolean).join(' '),
  )
}

const TOPIC = 'topics/cases/zh.mdx'
const open = (more: string) => `---\ntitle: 网格事件\nsummary: 网格事件怎样办。\n${more}---\n`

test('a number typed into a section of a topic is found in either language, with the value that has it', async () => {
  const found = await check(
    TOPIC,
    open(`sections:
  - id: note
    heading: { zh: 近三成超期, en: "Late: {share}" }
    text:
      - zh: 上月按期办结率{rate1}，本月72.2%。
        en: >-
          Last month the on-time rate was {rate1},
          this month three quarters.
`),
  )
  expect(found).toEqual([
    'content-typed-number 6:20 近三成 {n} values: { n: … }',
    'content-typed-number 8:30 72.2% {n} values: { n: { dataset: cases, table: flow, measure: on_time_rate, where: { place: "990100" }, period: "2026-10" } }',
    'content-typed-number 11:22 three quarters {n} values: { n: … }',
  ])
})

test('titles and notes of declared figures are read too; only a title with a claim may say what differs', async () => {
  const makeFigure = (more: string) =>
    open(`figures:
  - id: late
    kind: line
    dataset: cases
    table: flow
    measure: on_time_rate
${more}    title: { zh: 按期办结率上升, en: On time }
    note: { zh: 共十二个月, en: Months }
`)
  expect(await check(TOPIC, makeFigure(''))).toEqual([
    'content-typed-direction 10:23 上升 <Change at="…" />',
    'content-typed-number 11:18 十二 {n} values: { n: … }',
  ])
  expect(await check(TOPIC, makeFigure('    when: [{ value: now, above: 1 }]\n'))).toEqual([
    'content-typed-number 12:18 十二 {n} values: { n: … }',
  ])
  expect(
    await check(TOPIC, open('notFigures: [十二张图]\nsections: [{ id: a, heading: { zh: 十二张图, en: Plates } }]\n')),
  ).toEqual([])
})

test('a number in the words of a term is found where it is, and phrases that are no figures belong to their entry', async () => {
  const text = `# 说明
- of: cases/on_time_rate
  notFigures: [三十天, 旧说法]
  means: { zh: 三十天内办结的占72.2%。, en: Of those due. }
  not:
    zh: 不是办结率，
      也不是九成。
    en: Not nine tenths.
`
  const terms = readYaml(text, termsSchema, { file: 'content/terms.yaml' }).value ?? []
  expect(terms).toHaveLength(1)
  expect(await check('terms.yaml', text, { ...CITY, terms })).toEqual([
    'content-number-stated 4:24 0.means.zh 72.2% cases/flow/990100/2026-10/on_time_rate',
    'content-number-stated 7:10 0.not.zh 九成 population/ageing/990101/2025/ageing_index | population/ageing/990101001/2025/ageing_index | satisfaction/districts/990101/2026-Q2/top2_rate',
    'content-number-stated 8:13 0.not.en nine —',
    'content-phrase-stale 3 旧说法',
  ])
})

test('questions, answers and words of links are read alike', async () => {
  const text = `- id: wait
  question: { zh: 要等多久？, en: How long? }
  answer: { zh: 多半15.0小时。, en: Most take some hours. }
  links: [{ to: /data/, label: { zh: 二十张表, en: Tables } }]
- id: call
  notFigures: [12月5日]
  question: { zh: 何时发布？, en: When? }
  answer: { zh: 12月5日。, en: On 5 December. }
`
  const questions = readYaml(text, questionsSchema, { file: 'content/questions.yaml' }).value ?? []
  expect(questions).toHaveLength(2)
  expect(await check('questions.yaml', text, { ...CITY, questions })).toEqual([
    'content-number-stated 3:19 0.answer.zh 15.0 cases/level/990100,community/2026-10/closed | satisfaction/channel/990100,sms/2026-10/satisfied | satisfaction/districts/990101/2026-Q2/c',
    'content-number-stated 4:38 0.links.0.label.zh 二十 satisfaction/channel/990100,sms/2026-10/asked | satisfaction/channel/990100,sms/2026-10/rated | satisfaction/channel/990100,sms/2026-10/reached',
  ])
})
