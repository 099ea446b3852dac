import { expect, test } from 'vitest'
import { makeAddress, makeFileAddress } from '../../src/views/address.ts'
import { listInBothLanguages, listLanguagePaths } from '../../src/views/languages.ts'

test.each([
  ['/', 'zh', '/data/', '/data/'],
  ['/', 'en', '/data/', '/en/data/'],
  ['/', 'zh', '/', '/'],
  ['/', 'en', '/', '/en/'],
  ['/foo/', 'zh', '/reports/2026-10/', '/foo/reports/2026-10/'],
  ['/foo/', 'en', '/reports/2026-10/', '/foo/en/reports/2026-10/'],
  ['/a/b/', 'en', '/', '/a/b/en/'],
  ['/a/b/', 'zh', '/data/#figures', '/a/b/data/#figures'],
] as const)('below %s in %s, %s is %s', (base, lang, path, expected) => {
  expect(makeAddress(base, lang, path)).toBe(expected)
})

test('a file has one address for both languages', () => {
  expect(makeFileAddress('/', '/data/releases.jsonl')).toBe('/data/releases.jsonl')
  expect(makeFileAddress('/foo/', '/data/releases.jsonl')).toBe('/foo/data/releases.jsonl')
})

test('each page is there once in each language, Chinese without a segment of its own', () => {
  expect(listInBothLanguages([{ params: { month: '2026-10' }, props: { n: 1 } }])).toEqual([
    { params: { month: '2026-10', lang: undefined }, props: { n: 1, lang: 'zh' } },
    { params: { month: '2026-10', lang: 'en' }, props: { n: 1, lang: 'en' } },
  ])
})

test('the list of languages is a new one each time, for its taker writes on it', () => {
  const first = listLanguagePaths()
  first.pop()
  expect(listLanguagePaths()).toHaveLength(2)
})
