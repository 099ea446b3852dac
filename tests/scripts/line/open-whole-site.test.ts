import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWholeSite } from '../../../scripts/line/open-whole-site.ts'
import { PortalError } from '../../../src/portal/portal-error.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-whole-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function problemsOf(change: (content: string) => Promise<void>): Promise<string[]> {
  const at = await mkdtemp(join(folder, 'portal-'))
  await cp('tests/site/small', at, { recursive: true })
  await change(join(at, 'content'))
  try {
    await openWholeSite({ data: join(at, 'data'), published: join(at, 'output'), content: join(at, 'content') })
  } catch (error) {
    if (error instanceof PortalError) return error.problems.map(({ rule, file }) => `${rule} ${file}`)
    throw error
  }
  return []
}

test('an address of government without its filings stops the build, and names each', async () => {
  const found = await problemsOf(async (content) => {
    const site = join(content, 'site.yaml')
    await appendFile(
      site,
      'url: https://data.example.gov.cn\nformalities: { icp: 苏ICP备12345678号, siteCode: "3200000000" }\n',
    )
  })
  expect(found).toEqual([
    'formality-missing content/site.yaml',
    'formality-missing content/site.yaml',
    'formality-missing content/site.yaml',
    'formality-wanting content/site.yaml',
    'formality-wanting content/site.yaml',
  ])
})

test('a name that nothing has, a typed number, a telephone and a page that cannot be parsed are named in one run', async () => {
  expect(await problemsOf(async () => undefined)).toEqual([])
  const found = await problemsOf(async (content) => {
    const topic = join(content, 'topics/lamps/zh.mdx')
    await writeFile(topic, (await readFile(topic, 'utf8')).replace('dataset: street-lamps', 'dataset: street-lamp'))
    await appendFile(join(content, 'pages/about/zh.mdx'), '\n上月亮灯1284盏。\n')
    await appendFile(topic, '\n其中912盏已换。\n\n<Chart of="lit-rate" />\n')
    await appendFile(join(content, 'pages/about/en.mdx'), '\nCall 13800138000.\n')
    await appendFile(join(content, 'pages/methods/zh.mdx'), '\n<div>\n')
  })
  expect(new Set(found)).toEqual(
    new Set([
      'content-name-unknown content/topics/lamps/zh.mdx',
      'content-personal content/pages/about/en.mdx',
      'content-mdx content/pages/methods/zh.mdx',
      'content-typed-number content/pages/about/zh.mdx',
      'content-typed-number content/topics/lamps/zh.mdx',
    ]),
  )
})
