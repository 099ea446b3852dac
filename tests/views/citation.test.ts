import { expect, test } from 'vitest'
import { type CitedWork, listCitations } from '../../src/views/citation.ts'

const WORK: CitedWork = {
  key: 'cases',
  kind: 'dataset',
  title: { zh: '网格事件', en: 'Cases & components, 100%' },
  author: { zh: '云锦市数据公开办公室（虚构）', en: 'Yunjin Open Data Office (fictional)' },
  issued: '2026-11-05',
  release: 8,
  address: { zh: 'https://a.example/data/cases/', en: 'https://a.example/en/data/cases/' },
}

function print(work: CitedWork, lang: 'zh' | 'en', today = ''): Record<string, string> {
  const made = listCitations(work, lang)
  return Object.fromEntries(
    made.map(({ style, before, after }) => [style, after === null ? before : `${before}${today}${after}`]),
  )
}

test('a dataset in Chinese: the institution in one piece, day and month, never 佚名 or 等', () => {
  expect(print(WORK, 'zh', '2026-11-29')).toEqual({
    'GB/T 7714':
      '云锦市数据公开办公室（虚构）. 网格事件[DS/OL]. 第8次发布. (2026-11-05)[2026-11-29]. https://a.example/data/cases/.',
    APA: 'Yunjin Open Data Office (fictional). (2026, November 5). Cases & components, 100% (Release 8) [Data set]. https://a.example/en/data/cases/',
    BibTeX: `@misc{cases,
  author = {{云锦市数据公开办公室（虚构）}},
  title = {{网格事件}},
  year = {2026},
  month = {11},
  version = {8},
  url = {https://a.example/data/cases/},
  langid = {chinese}
}`,
    RIS: `TY  - DATA
ID  - cases
AU  - 云锦市数据公开办公室（虚构）
TI  - 网格事件
PY  - 2026
DA  - 2026/11/05/
PB  - 云锦市数据公开办公室（虚构）
ET  - 8
UR  - https://a.example/data/cases/
LA  - zh-CN
ER  - `,
    'CSL-JSON': JSON.stringify([
      {
        id: 'cases',
        type: 'dataset',
        title: '网格事件',
        author: [{ literal: '云锦市数据公开办公室（虚构）' }],
        publisher: '云锦市数据公开办公室（虚构）',
        issued: { 'date-parts': [[2026, 11, 5]] },
        version: '8',
        URL: 'https://a.example/data/cases/',
        language: 'zh-CN',
      },
    ]),
  })
})

test('a bulletin in English, without an address; TeX takes no word for a command', () => {
  const work = { ...WORK, kind: 'report', address: null } as const
  const made = print(work, 'en')
  expect(made['GB/T 7714']).toBe(
    'Yunjin Open Data Office (fictional). Cases & components, 100%[R/OL]. Release 8. (2026-11-05)[].',
  )
  expect(made['APA']).toBe(
    'Yunjin Open Data Office (fictional). (2026, November 5). Cases & components, 100% (Release 8).',
  )
  expect(made['BibTeX']).toMatch(/^@techreport\{cases,\n {2}institution = /)
  expect(made['BibTeX']).toContain(String.raw`title = {{Cases \& components, 100\%}}`)
  expect(made['RIS']).toMatch(/^TY {2}- RPRT\n/)
  expect(made['RIS']).not.toContain('UR  -')
})
