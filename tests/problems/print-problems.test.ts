import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/problems/catalogue/entry.ts'
import { CATALOGUE } from '../../src/problems/catalogue.ts'
import { isRule } from '../../src/problems/describe-problem.ts'
import { buildProblemsJson } from '../../src/problems/json.ts'
import { toColumnLetters } from '../../src/problems/location.ts'
import { printCounts, printProblems } from '../../src/problems/print-problems.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { createProblemAtLevel } from '../../src/problems/problem.ts'

const locate = (row: number, file = 'raw/cases/2026-10.xlsx', sheet: string | null = '案件') => ({
  dataset: 'cases',
  file,
  sheet,
  row,
  record: row - 1,
  column: 11,
  columnName: '办结时间',
})
const params = { a: { zh: '办结时间', en: 'Closed' }, b: { zh: '受理时间', en: 'Accepted' } }
const makeEarly = (row: number, file?: string) =>
  createProblemAtLevel('not-before', 'error', locate(row, file), {
    found: '2026-10-11 16:00',
    expected: '≥ 2026-10-12 09:30',
    params,
  })
const PROBLEMS: Problem[] = [
  createProblemAtLevel('cell-width', 'note', locate(2, 'raw/cases/2026-10.csv', null), {
    found: '１',
    expected: '1',
    params: { count: 40 },
  }),
  createProblemAtLevel(
    'header-unknown',
    'warning',
    { ...locate(1), column: 28, columnName: '备用' },
    { found: '备用' },
  ),
  createProblemAtLevel('value-missing', 'error', { ...locate(3), columnName: '来源', column: 6 }, { found: '' }),
  ...[18, 41, 57, 58, 203, 204, 880].map((row) => makeEarly(row)),
  makeEarly(9, 'raw/cases/2026-09.xlsx'),
]

test.each(['zh', 'en'] as const)('what a clerk reads: %s', async (lang) => {
  const text = `${printProblems(PROBLEMS, lang)}\n\n${printCounts(PROBLEMS, lang)}\n`
  await expect(text).toMatchFileSnapshot(`output/clerk.${lang}.txt`)
})

test('what has been accepted does not hide what has not', () => {
  const makeJump = (key: string, more = {}) =>
    createProblemAtLevel(
      'figure-jump',
      'warning',
      { dataset: 'cases', columnName: '受理' },
      { params: { tableRow: { zh: `2025-07 某区（${key}）`, en: key }, key, period: '2025-07', ...more } },
    )
  const accepted = makeJump('990100', { reason: '暴雨', until: '2027-12-31' })
  const found = [accepted, makeJump('990101'), makeJump('990102')]
  expect(printCounts(found, 'zh')).toBe('0处错误，3处警告（2处须核准），0处说明')
  expect(printCounts(found, 'en')).toBe('0 errors, 3 warnings (2 must be accepted), 0 notes')
  const [first = '', second = ''] = printProblems(found, 'zh').split('\n\n')
  expect(first).toContain('（须核准）   figure-jump')
  expect(first).toContain('同类问题另有1处：2025-07 某区（990102）')
  expect(second).toContain('2025-07 某区（990100）。核准原因：暴雨。')
})

test('what a program reads', async () => {
  const json = `${JSON.stringify(buildProblemsJson(PROBLEMS.slice(0, 4)), null, 2)}\n`
  await expect(json).toMatchFileSnapshot('output/clerk.json')
})

test.each(['zh', 'en'] as const)('every rule has its words: %s', async (lang) => {
  const lines = Object.entries<Entry>(CATALOGUE).map(([rule, { level, message, remedy }]) => {
    return `${rule} (${level})\n  ${message[lang]}\n  ${remedy[lang]}`
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`output/catalogue.${lang}.txt`)
})

test('Chinese words have full-width punctuation, and both languages the same placeholders', () => {
  const printHoles = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted().join()
  for (const [rule, { message, remedy }] of Object.entries<Entry>(CATALOGUE)) {
    for (const words of [message, remedy]) {
      expect(words.zh, rule).not.toMatch(/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u)
      expect(words.zh, rule).not.toBe('')
      expect(words.en, rule).not.toMatch(/\p{Script=Han}{3}/u)
    }
    expect(printHoles(message.zh), rule).toBe(printHoles(message.en))
    expect(printHoles(remedy.zh), rule).toBe(printHoles(remedy.en))
  }
})

test('every rule that the program names is in the catalogue', () => {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  const named = files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(name, 'utf8').matchAll(
        /\b(?:createProblemAtLevel|createProblem|ReleaseError)\(\s*'([a-z0-9-]+)'/g,
      ),
    ])
    .map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(30)
  expect([...new Set(named)].filter((rule) => !isRule(rule))).toEqual([])
})

test('columns as a spreadsheet names them', () => {
  expect([1, 26, 27, 702, 703].map(toColumnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

test('a file that prints control characters cannot play tricks on the terminal', () => {
  const text = printProblems([createProblemAtLevel('value-form', 'error', {}, { found: 'a\u001B[31m\u202Eb' })], 'en')
  expect(text).toContain('found a\\u001b[31m\\u202eb')
})
