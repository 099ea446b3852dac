import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBoundFiles } from '../../../scripts/line/check-bound-files.ts'
import type { Site } from '../../../src/compose/site.ts'
import { systemsSchema } from '../../../src/portal/systems-schema.ts'
import { readYaml } from '../../../src/portal/yaml.ts'
import { CITY } from '../../views/city.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-words-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What is wrong with the words of the small city in these files, a line each. */
async function check(files: Record<string, string>, site: Site = CITY): Promise<string[]> {
  const content = await mkdtemp(join(folder, 'content-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(content, path)), { recursive: true })
    await writeFile(join(content, path), text)
  }
  const problems = await checkBoundFiles(site, content, { unread: new Set(), heads: new Set() })
  return problems.map(({ rule, file, row, columnName, found, expected }) =>
    [rule, `${file?.replace('content/', '')}:${row}`, columnName, found, expected].filter(Boolean).join(' '),
  )
}

const REPORT = 'reports/2026-10/zh.mdx'

test('replaces names a part of the composed report', async () => {
  expect(await check({ [REPORT]: '---\ntitle: 公报\nreplaces:\n  - overview\n  - satisfacton\n---\n' })).toEqual([
    `content-name-unknown ${REPORT}:5 replaces.1 satisfacton satisfaction | cases | focus`,
  ])
})

test('a key of the head of a report that does not exist is named', async () => {
  const [problem] = await check({ [REPORT]: '---\ntitle: 公报\nreplace: [overview]\n---\n' })
  expect(problem).toBe(`content-key-unknown ${REPORT}:3 replace replaces | title | contact`)
})

test('numbers and directions in titles and summaries are found like those of the text', async () => {
  const found = await check({
    'reports/2026-10/en.mdx': '---\ntitle: "October 2026: 12 cases, the lowest"\n---\n',
    'topics/cases/zh.mdx': '---\ntitle: 网格事件\nsummary: 办结率上升到九成\n---\n',
  })
  expect(found.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    'content-typed-number topics/cases/zh.mdx:3 九成',
    'content-typed-direction topics/cases/zh.mdx:3 上升',
    'content-typed-number reports/2026-10/en.mdx:2 12',
    'content-typed-direction reports/2026-10/en.mdx:2 lowest',
  ])
})

test('texts of systems state no figures; names and requirements are listed, and lists do not outlive them', async () => {
  const text = `notFigures: [600天行动, 旧说法]
families: { a: { zh: 甲, en: A } }
systems:
  - id: S1
    family: a
    names: { zh: 甲, en: A }
    line: { zh: 600天行动, en: A plan of action }
    discloses:
      zh: 30项任务，国办发〔2017〕47号
      en: Thirty tasks
`
  const path = 'systems/systems.yaml'
  const systems = readYaml(text, systemsSchema, { file: path }).value
  expect(await check({ [path]: text }, { ...CITY, systems })).toEqual([
    `content-number-stated ${path}:9 systems.0.discloses.zh 30 satisfaction/districts/990100/2026-Q2/c | satisfaction/ratings/990100/2026-10/b | satisfaction/channel/990100,phone/2026-10/a`,
    `content-phrase-stale ${path}:1 旧说法`,
  ])
})
