import { expect, test } from 'vitest'
import { normaliseDocumentNumber } from '../../src/portal/disclosure.ts'
import { type Formalities, formalitiesSchema, listMissingFormalities } from '../../src/portal/formalities.ts'
import { reportHeadSchemas } from '../../src/portal/settings.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import { printProblems } from '../../src/problems/print-problems.ts'

const WHOLE: Formalities = {
  approval: { zh: '市政府办公室', en: 'General Office' },
  partyMark: 'https://mark.example/1',
  siteCode: '3200000000',
  icp: '苏ICP备12345678号-2',
  police: '苏公网安备 32010402000001号',
  reportErrors: 'https://errors.example/',
  contact: { zh: '服务台', en: 'Service desk' },
}

const listMissing = (url: string | undefined, formalities?: Formalities) =>
  listMissingFormalities({ url, formalities }, (path) => (path[0] === 'url' ? 7 : null)).map(
    ({ rule, row, columnName }) => `${rule} ${row} ${columnName}`,
  )

test('a site of government lacks each formality that it does not state, those that are verified as errors', () => {
  expect(listMissing('https://data.example.gov.cn')).toEqual([
    'formality-missing 7 formalities.approval',
    'formality-missing 7 formalities.partyMark',
    'formality-missing 7 formalities.siteCode',
    'formality-missing 7 formalities.icp',
    'formality-missing 7 formalities.police',
    'formality-wanting 7 formalities.reportErrors',
    'formality-wanting 7 formalities.contact',
  ])
  const { police: _, ...others } = WHOLE
  expect(listMissing('https://data.example.gov.cn', others)).toEqual(['formality-missing 7 formalities.police'])
  expect(listMissing('https://data.example.gov.cn', WHOLE)).toEqual([])
})

test('any other address lacks nothing', () => {
  for (const url of [undefined, 'https://mingge.example', 'https://gov.cn.example', 'https://notgov.cn'])
    expect(listMissing(url)).toEqual([])
})

test('filings have the form in which they are issued', () => {
  expect(formalitiesSchema.safeParse(WHOLE).success).toBe(true)
  for (const wrong of [{ icp: 'ICP备12345678号' }, { icp: '苏ICP备1234号' }, { police: '苏公网安备 3201040200000号' }])
    expect(formalitiesSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})

test('the number of a document gets the brackets of documents', () => {
  for (const typed of ['云数发[2026]12号', '云数发(2026)012号', '云数发【2026】 12号', '云数发〔2026〕12号'])
    expect(normaliseDocumentNumber(typed)).toBe('云数发〔2026〕12号')
})

test('the head of a bulletin is refused with its line and the reason in both languages', () => {
  const head = 'title: 公报\nindex: 12/2026-1\ndocumentNumber: 云数发2026年12号\nwritenOn: 2026-11-05\n'
  const { problems } = readYaml(head, reportHeadSchemas.zh, { file: 'content/reports/2026-10/zh.mdx', firstLine: 2 })
  expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
    ['content-invalid', 3],
    ['content-invalid', 4],
    ['content-key-unknown', 5],
  ])
  expect(printProblems(problems, 'zh')).toContain('应写作“云数发〔2026〕12号”')
  expect(printProblems(problems, 'en')).toContain('writtenOn')
  // What is the same in both languages is written in the Chinese file.
  expect(reportHeadSchemas.en.safeParse({ title: 'Bulletin', index: '123456789/2026-00001' }).success).toBe(false)
})

test('a bulletin is not published before the day on which it was written', () => {
  const read = (days: string) =>
    readYaml(`title: 公报\n${days}`, reportHeadSchemas.zh, { file: 'content/reports/2026-10/zh.mdx', firstLine: 2 })
      .problems
  const problems = read('writtenOn: 2026-11-06\npublishedOn: 2026-11-05\n')
  expect(problems.map(({ rule, row }) => [rule, row])).toEqual([['content-invalid', 4]])
  expect(printProblems(problems, 'zh')).toContain('发布日期不应早于成文日期')
  expect(printProblems(problems, 'en')).toContain('no document is published before it is written')
  expect(read('writtenOn: 2026-11-05\npublishedOn: 2026-11-05\n')).toEqual([])
  expect(read('writtenOn: 2026-11-06\n')).toEqual([])
})
